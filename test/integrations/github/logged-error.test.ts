import { expect, test } from "@jest/globals";
import { TerminalError } from "../../../src/incident/errors.ts";
import { toLoggedError } from "../../../src/integrations/github/logged-error.ts";

const TOKEN = "0123456789abcdefghij";

test("an error of a library is logged without its request, its answer and its cause's", () => {
  const cause = Object.assign(new Error("Not Found"), {
    status: 404,
    request: { headers: { authorization: `token ${TOKEN}` }, body: { text: TOKEN } },
    response: { data: TOKEN },
  });
  const logged = toLoggedError(new TerminalError("GitHub answers 404", { cause }));
  expect(JSON.stringify(logged)).not.toContain(TOKEN);
  expect(logged).toMatchObject({ type: "TerminalError", message: "GitHub answers 404: Not Found" });
  expect(toLoggedError(cause)).toEqual({
    type: "Error",
    message: "Not Found",
    status: 404,
    stack: expect.any(String),
  });
});

test.each([
  ["a private key", `-----BEGIN PRIVATE KEY-----\n${TOKEN}\n-----END PRIVATE KEY-----`],
  ["half a private key", `-----BEGIN RSA PRIVATE KEY-----\n${TOKEN}`],
  ["an installation's token", `ghs_${TOKEN}`],
  ["a personal token", `github_pat_${TOKEN}`],
  ["a bot's token", `xoxb-1-${TOKEN}`],
  ["a token that is renewed", `xoxe.xoxb-1-${TOKEN}`],
  ["a JWT", `eyJhbGciOiJSUzI1NiJ9.${TOKEN}.${TOKEN}`],
  ["a header with a key", `authorization: Basic ${TOKEN}==`],
  ["a header with a token", `authorization: token ${TOKEN}`],
])("%s in an error's texts is not logged", (_, secret) => {
  const logged = JSON.stringify(toLoggedError(new Error(`before ${secret} after`)));
  expect(logged).not.toContain(TOKEN);
  expect(logged).toContain("before");
});

test.each([["text"], [{ token: TOKEN }], [null], [undefined]])("%j is no error", (thrown) => {
  expect(toLoggedError(thrown)).toEqual({ type: typeof thrown, message: "not an error" });
});

test("an error that is its own cause is logged", () => {
  const error = new Error("round");
  error.cause = error;
  expect(toLoggedError(error).message).toBe("round");
});

test("ordinary texts are logged as they are", () => {
  const message = "the token expired; basic authentication is off; bearer of news";
  expect(toLoggedError(new Error(message)).message).toBe(message);
});
