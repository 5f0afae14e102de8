import { RetryLaterError, TerminalError } from "../../incident/errors.ts";

/** An error of Octokit's, as far as it is used. */
interface RequestFailure {
  readonly message?: string;
  readonly status: number;
  readonly request?: { readonly url?: string };
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

const hasStatus = (error: unknown): error is RequestFailure =>
  typeof error === "object" &&
  error !== null &&
  "status" in error &&
  typeof error.status === "number";

const SECOND = 1000;
// GitHub's guidance where it names no time: wait at least a minute, and longer each time that this was not enough.
const LEAST_PAUSE_MS = 60 * SECOND;
const MOST_PAUSE_MS = 16 * LEAST_PAUSE_MS;

/**
 * How long GitHub asks to wait, in ms; null when the answer is no request for patience. By its guidance
 * (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api): `retry-after` first, else the reset of
 * a limit that is used up, else a minute, twice as long for each request for patience before this one (`before`).
 */
export function pauseOf(error: unknown, now: number, before = 0): number | null {
  if (!hasStatus(error) || (error.status !== 403 && error.status !== 429)) return null;
  const headers = error.response?.headers ?? {};
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after)) return after * SECOND;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) {
    return Math.max(reset * SECOND - now, SECOND);
  }
  const limited = error.status === 429 || /rate limit|abuse/i.test(error.message ?? "");
  return limited ? Math.min(LEAST_PAUSE_MS * 2 ** before, MOST_PAUSE_MS) : null;
}

// The last word of the paths at which an installation's token is asked for.
const TOKEN = /\/access_tokens$/;

/** What a refusal for good means, and who can do what about it. */
function toWords({ status, message = "", request }: RequestFailure): string {
  if (/suspended/i.test(message)) {
    return "The App is suspended there. Sitrep goes on when an owner ends that.";
  }
  if (TOKEN.test(request?.url ?? "")) {
    return `The App is not installed there any more (GitHub answers ${status}). Sitrep goes on when an owner installs it again.`;
  }
  return `GitHub answers ${status}, and will not do otherwise: ${message}`;
}

/**
 * The error that says what happens next: asked for patience, never going to work (the installation or the issue is gone),
 * or, as it came, tried again with back-off. `before`: requests for patience in a row before this one.
 */
export function toError(error: unknown, now: number, before = 0): unknown {
  const pause = pauseOf(error, now, before);
  if (pause !== null) {
    return new RetryLaterError("GitHub asks for patience", pause, { cause: error });
  }
  if (hasStatus(error) && [403, 404, 410, 422, 451].includes(error.status)) {
    return new TerminalError(toWords(error), { cause: error });
  }
  return error;
}

/** An error of GitHub's that would be tried again as it came, as one that says so; any other stays what it is. */
export const toPassing = (error: unknown): unknown =>
  hasStatus(error)
    ? new RetryLaterError(`GitHub does not answer (${error.status}).`, SECOND, { cause: error })
    : error;
