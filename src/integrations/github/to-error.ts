import { RetryLaterError, TerminalError } from "../../incident/errors.ts";

/** An error of Octokit's, as far as it is used. */
interface RequestFailure {
  readonly message?: string;
  readonly status: number;
  readonly response?: { readonly headers?: Readonly<Record<string, string | number | undefined>> };
}

const hasStatus = (error: unknown): error is RequestFailure =>
  typeof error === "object" &&
  error !== null &&
  "status" in error &&
  typeof error.status === "number";

const SECOND = 1000;
// GitHub's guidance where it names no time: wait at least a minute.
const DEFAULT_PAUSE_MS = 60 * SECOND;

/**
 * How long GitHub asks to wait, in ms; null when the answer is no request for patience. By its guidance: `retry-after`
 * first, else the reset of a limit that is used up, else a minute.
 */
export function pauseOf(error: unknown, now: number): number | null {
  if (!hasStatus(error) || (error.status !== 403 && error.status !== 429)) return null;
  const headers = error.response?.headers ?? {};
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (Number.isFinite(after)) return after * SECOND;
  const reset = Number(headers["x-ratelimit-reset"] ?? Number.NaN);
  if (headers["x-ratelimit-remaining"] === "0" && Number.isFinite(reset)) {
    return Math.max(reset * SECOND - now, SECOND);
  }
  const limited = error.status === 429 || /rate limit|abuse/i.test(error.message ?? "");
  return limited ? DEFAULT_PAUSE_MS : null;
}

/**
 * The error that says what happens next: asked for patience, never going to work (the installation or the issue is gone),
 * or, as it came, tried again with back-off.
 */
export function toError(error: unknown, now: number): unknown {
  const pause = pauseOf(error, now);
  if (pause !== null) {
    return new RetryLaterError("GitHub asks for patience", pause, { cause: error });
  }
  if (hasStatus(error) && [403, 404, 410, 422, 451].includes(error.status)) {
    return new TerminalError(`GitHub answers ${error.status}: it will not do so`, {
      cause: error,
    });
  }
  return error;
}
