import type { ReadyCheck } from "./readiness.ts";

const WELL_MS = 60 * 60_000;
const UNWELL_MS = 5 * 60_000;

/**
 * A check of a system that Sitrep can do without, for whoever asks often and must not wait: answers what is known, and asks anew beside that once an
 * hour, or five minutes after it went wrong. `ask` resolves with a sentence, or rejects with one that says what to do; it holds no secret.
 */
export function createNowAndThen(ask: () => Promise<string>, now: () => number): () => ReadyCheck {
  let known: ReadyCheck = { isOk: true, isVital: false, says: "It has not been asked yet." };
  let nextAt = -Infinity;

  function refresh(): void {
    nextAt = Infinity;
    const settle = (isOk: boolean, says: string): void => {
      known = { isOk, isVital: false, says };
      nextAt = now() + (isOk ? WELL_MS : UNWELL_MS);
    };
    ask().then(
      (says) => settle(true, says),
      (error: unknown) => settle(false, error instanceof Error ? error.message : "It failed."),
    );
  }

  return () => {
    if (now() >= nextAt) refresh();
    return known;
  };
}
