/** What the queue knows of time. Milliseconds, UTC. */
export interface Clock {
  /** Now, in milliseconds since 1970 UTC. */
  readonly now: () => number;
  /**
   * Calls `fn` once, when `now()` has advanced by at least `ms` (0 or less: soon, never in the same turn).
   * Any length is right, months too. Returns a function that cancels it.
   */
  readonly after: (ms: number, fn: () => void) => () => void;
}

/** A clock that someone outside can wind: tell it by `changed()`, and whatever is due by the new time is called. */
export interface WindableClock extends Clock {
  /** To be called when what `now()` answers has jumped. Without it a jump is noticed within a minute. */
  readonly changed: () => void;
}

/** Starts one timer of at most a minute and returns how to cancel it. */
export type StartTimer = (ms: number, fn: () => void) => () => void;

export interface ClockOptions {
  /** Default `Date.now`. */
  readonly now?: () => number;
  /** Default `setTimeout`. */
  readonly startTimer?: StartTimer;
}

/** The longest single timer: a sleeping laptop or a wound clock is noticed within a minute, and `setTimeout`'s 24.8 days never matter. */
const longestTimerMs = 60_000;

const startNodeTimer: StartTimer = (ms, fn) => {
  const timer = setTimeout(fn, ms);
  return () => clearTimeout(timer);
};

/** The system's clock; or, with another `now`, one that runs beside it and may jump. */
export function createClock(options: ClockOptions = {}): WindableClock {
  const { now = Date.now, startTimer = startNodeTimer } = options;
  const rearm = new Set<() => void>();

  function after(ms: number, fn: () => void): () => void {
    const due = now() + ms;
    let stopTimer: (() => void) | null = null;
    const cancel = (): void => {
      rearm.delete(arm);
      stopTimer?.();
    };
    const check = (): void => {
      if (now() < due) return arm();
      cancel();
      fn();
    };
    const arm = (): void => {
      stopTimer?.();
      stopTimer = startTimer(Math.min(Math.max(due - now(), 0), longestTimerMs), check);
    };
    rearm.add(arm);
    arm();
    return cancel;
  }

  return { now, after, changed: () => [...rearm].forEach((arm) => arm()) };
}
