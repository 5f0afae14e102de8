import { createClock, type Clock } from "./clock.ts";

/** A clock beside the system's, that goes as fast and is ahead of it by an offset. */
export interface WoundClock extends Clock {
  /** Sets how many ms it is ahead. It never goes back: a smaller offset than it has changes nothing. */
  readonly windTo: (offset: number) => void;
}

/** A clock ahead of the system's by `offset` ms; less than 0: behind it. */
export function createWoundClock(offset: number): WoundClock {
  let ahead = offset;
  const { now, after, changed } = createClock({ now: () => Date.now() + ahead });
  return {
    now,
    after,
    windTo: (wanted) => {
      ahead = Math.max(ahead, wanted);
      changed();
    },
  };
}
