import { expect, test } from "@jest/globals";
import { RetryLaterError, TerminalError } from "../../../src/incident/errors.ts";
import { pauseOf, toError } from "../../../src/integrations/github/to-error.ts";

const NOW = Date.parse("2026-05-04T09:00:00Z");
const failure = (status: number, headers: Readonly<Record<string, string>> = {}, message = "x") =>
  Object.assign(new Error(message), { status, response: { headers } });
const reset = String(NOW / 1000 + 90);

test.each([
  ["429 with Retry-After", failure(429, { "retry-after": "30" }), 30_000],
  ["429 without", failure(429), 60_000],
  ["403 with Retry-After", failure(403, { "retry-after": "7" }), 7000],
  [
    "403 of a used-up limit",
    failure(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset }),
    90_000,
  ],
  [
    "403 of a limit that was reset meanwhile",
    failure(403, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }),
    1000,
  ],
  [
    "403 of the secondary limit in words",
    failure(403, {}, "You have exceeded a secondary rate limit"),
    60_000,
  ],
])("%s asks for patience", (_, error, ms) => {
  expect(pauseOf(error, NOW)).toBe(ms);
  const sorted = toError(error, NOW);
  expect(sorted).toBeInstanceOf(RetryLaterError);
  expect(sorted).toMatchObject({ retryAfterMs: ms, cause: error });
});

test.each([403, 404, 410, 422, 451])("%i is never going to work", (status) => {
  expect(pauseOf(failure(status), NOW)).toBeNull();
  expect(toError(failure(status), NOW)).toBeInstanceOf(TerminalError);
});

const at = (status: number, url: string, message: string) =>
  Object.assign(failure(status, {}, message), { request: { url } });

test.each([
  [
    "the App is uninstalled",
    at(404, "https://api.github.com/app/installations/7/access_tokens", "Not Found"),
    "The App is not installed there any more (GitHub answers 404). Sitrep goes on when an owner installs it again.",
  ],
  [
    "the installation is suspended",
    at(403, "https://api.github.com/graphql", "This installation has been suspended"),
    "The App is suspended there. Sitrep goes on when an owner ends that.",
  ],
  [
    "anything else is refused",
    at(403, "https://api.github.com/repos/a/b/issues", "Resource not accessible by integration"),
    "GitHub answers 403, and will not do otherwise: Resource not accessible by integration",
  ],
])("when %s, the log says what it is and what to do", (_, error, words) => {
  expect(toError(error, NOW)).toMatchObject({ name: "TerminalError", message: words });
});

test.each([
  ["500", failure(500)],
  ["502", failure(502)],
  ["a connection that broke", new TypeError("fetch failed")],
  ["what is no error at all", "oops"],
])("%s stays what it is, and is tried again", (_, error) => {
  expect(toError(error, NOW)).toBe(error);
});
