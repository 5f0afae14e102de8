import type { SweepSpan } from "../integrations/github/index.ts";
import type { Clock } from "../queue/index.ts";
import { sweep, type SweepOptions, type Swept } from "./sweep.ts";

export interface SweeperOptions extends SweepOptions {
  readonly clock: Clock;
  /** Between two sweeps, ms. */
  readonly everyMs: number;
  readonly onSweep: (swept: Swept) => void;
  /** A sweep could not list the installations. */
  readonly onError: (error: unknown) => void;
}

/** Sweeps at start and then at an even pace. */
export interface Sweeper {
  start(): void;
  /** Starts no further sweep, and resolves when the one that runs is over. */
  stop(): Promise<void>;
  /** Resolves when no sweep runs. */
  idle(): Promise<void>;
  /** One sweep now; rejects as `sweep` does. */
  once(): Promise<Swept>;
  /** Whether the last sweep reached GitHub; null before the first one ended. */
  reached(): boolean | null;
}

// After a start it is not known how long Sitrep was away: a day covers a long weekend's night better than a guess.
const FIRST_MS = 24 * 60 * 60_000;
const RETRY_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;
// The last reminder of a closed incident comes after 164 days, if the policy does not say otherwise.
const CLOSED_MS = 200 * DAY_MS;

/**
 * Each sweep looks back to a little before the last one that worked. The first of an installation, and one a day, finds
 * incidents as well that were closed long ago: something of them may be due.
 */
export function createSweeper(options: SweeperOptions): Sweeper {
  const { clock, everyMs, onSweep, onError } = options;
  let last: number | null = null;
  const deepAt = new Map<number, number>();
  let reached: boolean | null = null;
  let cancel: (() => void) | null = null;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function once(): Promise<Swept> {
    const started = clock.now();
    const since = (last ?? started - FIRST_MS) - everyMs;
    const isDeep = (installation: number): boolean =>
      started - (deepAt.get(installation) ?? -Infinity) >= DAY_MS;
    const spanOf = (installation: number): SweepSpan => ({
      since,
      closedSince: isDeep(installation) ? started - CLOSED_MS : null,
    });
    const swept = await sweep({ now: started, spanOf }, options);
    for (const installation of swept.installations.filter(isDeep))
      deepAt.set(installation, started);
    if (swept.errors.length === 0) last = started;
    return swept;
  }

  async function run(): Promise<void> {
    let next = everyMs;
    try {
      const swept = await once();
      reached = true;
      onSweep(swept);
      if (swept.errors.length > 0) next = Math.min(RETRY_MS, everyMs);
    } catch (error) {
      reached = false;
      next = Math.min(RETRY_MS, everyMs);
      onError(error);
    }
    if (!stopped) cancel = clock.after(next, start);
  }

  function start(): void {
    running = run();
  }

  return {
    start,
    stop: async () => {
      stopped = true;
      cancel?.();
      await running;
    },
    idle: () => running,
    once,
    reached: () => reached,
  };
}
