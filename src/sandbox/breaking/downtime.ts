/** A time in which an outside system was down. */
export interface Downtime {
  /** ms */
  readonly from: number;
  /** ms; null: it goes on. */
  readonly until: number | null;
  /** How often Sitrep called in vain. */
  readonly refused: number;
  /** When it did so last, ms; null: never. */
  readonly lastRefusedAt: number | null;
}

/** Whether a system is down, and what Sitrep tried meanwhile. */
export interface DowntimeBook {
  readonly isDown: boolean;
  /** Takes it down, or brings it back; nothing where it is so already. */
  readonly setDown: (isDown: boolean) => void;
  /** To be told of every call: whether it is refused. */
  readonly refuses: () => boolean;
  /** The newest time; null: it was never down. */
  readonly last: () => Downtime | null;
}

/** A system that is not down. `now` is the time by which it is told, ms. */
export function createDowntimeBook(now: () => number): DowntimeBook {
  let last: Downtime | null = null;
  const isDown = (): boolean => last !== null && last.until === null;
  return {
    get isDown() {
      return isDown();
    },
    setDown: (down) => {
      if (down === isDown()) return;
      const at = now();
      last =
        last === null || down
          ? { from: at, until: null, refused: 0, lastRefusedAt: null }
          : { ...last, until: at };
    },
    refuses: () => {
      if (last === null || !isDown()) return false;
      last = { ...last, refused: last.refused + 1, lastRefusedAt: now() };
      return true;
    },
    last: () => last,
  };
}
