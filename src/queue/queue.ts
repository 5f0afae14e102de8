import type { LookKey } from "../incident/key.ts";

/** What a look answers. */
export interface LookResult {
  /** When to look again, in milliseconds UTC; null: not until something happens. */
  readonly lookAgainAt: number | null;
}

/** Reads one incident, or what is kept for all of a repository's, decides, makes it so. Throws when it could not; the queue then tries again. */
export type Look = (key: LookKey) => Promise<LookResult>;

/** How the queue fares, for readiness and metrics. */
export interface QueueStats {
  /** Keys that wait for a look, now or later; a key whose look runs is not among them. */
  readonly waiting: number;
  /** Looks that run now. */
  readonly running: number;
  /** The earliest time for which a waiting key is due, in milliseconds UTC (long past: the queue lags); null when none waits. */
  readonly oldestDueAt: number | null;
  /** When the longest running look started, in milliseconds UTC; null when none runs. */
  readonly oldestStartedAt: number | null;
  /** Keys whose last look failed and that wait to be tried again. */
  readonly failures: number;
}

/**
 * Keys in, looks out. One contract for every queue; `test/queue/contract.ts` holds each to it.
 *
 * - **One at a time.** Looks at one key (by `keyText`) never overlap.
 * - **Earliest wins.** A key waits once, for the earliest time wanted since its last look began. That look answers every
 *   earlier wish, the later ones too: it says itself when to look again.
 * - **A burst collapses.** Many adds before a look make one look; any number during a look make exactly one more.
 * - **The look says when again.** The earlier of its `lookAgainAt` and of what was added meanwhile; never sooner than a
 *   second after, if only the look itself wants it.
 * - **Failure backs off.** A look that throws is tried again, later each time up to five minutes, never before the
 *   error's `retryAfterMs` (at most an hour), whatever is added meanwhile. A `TerminalError` is not tried again; the next add
 *   looks anew. Other keys go on.
 * - **Order.** Among the due keys of one installation the one due longest goes first. Among installations the one with the
 *   fewest running looks, then the one served longest ago; one installation never takes all the places.
 * - **Not durable.** A key may be lost with the process; the sweep finds it again.
 */
export interface Queue {
  /**
   * Wants a look at `key` at `at` (milliseconds UTC, default now). Resolves when the wish is held, long before the look.
   * Before `start` wishes are held; after `stop` they are left to the next process. Rejects a time that is no number.
   */
  add(key: LookKey, at?: number): Promise<void>;
  /** Begins to look. Rejects when called twice. */
  start(look: Look): Promise<void>;
  /** Starts no further look and resolves when the running ones are finished. May be called again. */
  stop(): Promise<void>;
  /** Resolves as soon as nothing runs and nothing is due. For tests and for the sandbox. */
  idle(): Promise<void>;
  stats(): Promise<QueueStats>;
}
