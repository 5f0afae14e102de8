import type { Clock } from "../../src/queue/clock.ts";

export interface ManualClock extends Clock {
  /** Winds the clock forward, calling what falls due on the way, each in its order and with its consequences. */
  readonly advance: (ms: number) => Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly fn: () => void;
}

/** A clock that stands still until it is wound. */
export function createManualClock(start = Date.UTC(2026, 10, 20, 14)): ManualClock {
  let now = start;
  const timers = new Set<Timer>();

  async function advance(ms: number): Promise<void> {
    const end = now + ms;
    await settled();
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (next === undefined) break;
      now = Math.max(now, next.at);
      timers.delete(next);
      next.fn();
      await settled();
    }
    now = end;
    await settled();
  }

  function after(ms: number, fn: () => void): () => void {
    const timer = { at: now + Math.max(ms, 0), fn };
    timers.add(timer);
    return () => timers.delete(timer);
  }

  return { now: () => now, after, advance };
}

/** Lets everything that was promised so far happen. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
