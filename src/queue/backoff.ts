import { TerminalError } from "../incident/errors.ts";

const firstMs = 1_000;
const longestMs = 5 * 60_000;
const longestRetryAfterMs = 60 * 60_000;

/**
 * How many milliseconds to wait before trying again what has now failed `failures` times (1 or more), or null: never.
 * Doubles from one second to five minutes, of which `jitter` (0 to 1) takes away up to half, so that many keys that
 * failed together do not come back together. Never less than the error's own `retryAfterMs`, of which an hour is believed.
 */
export function backoffMs(error: unknown, failures: number, jitter: number): number | null {
  if (error instanceof TerminalError) return null;
  const ceiling = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 30));
  return Math.max(ceiling * (1 - jitter / 2), askedMs(error));
}

function askedMs(error: unknown): number {
  if (typeof error !== "object" || error === null || !("retryAfterMs" in error)) return 0;
  const asked = error.retryAfterMs;
  return typeof asked === "number" && asked > 0 ? Math.min(asked, longestRetryAfterMs) : 0;
}
