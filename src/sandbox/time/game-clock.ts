/** The one clock of the game: of the embedded GitHub, of the page and of the app. Instants are ms since 1970 UTC. */
export interface GameClock {
  readonly now: () => number;
  readonly date: () => Date;
  /** By how many ms it is ahead of the system's clock. */
  readonly offset: () => number;
  /** Winds it forward to an instant; never back. From there it goes on as fast as any other. */
  readonly windTo: (at: number) => void;
  /** While the scene is set: stands so many ms before its time; 0 ends that. */
  readonly goBack: (ms: number) => void;
}

/** A clock that begins at an instant (default: now). */
export function createGameClock(startAt: number | undefined): GameClock {
  let ahead = startAt === undefined ? 0 : startAt - Date.now();
  let back = 0;
  const now = (): number => Date.now() + ahead - back;
  return {
    now,
    date: () => new Date(now()),
    offset: () => ahead,
    windTo: (at) => {
      ahead = Math.max(ahead, Math.ceil(at) - Date.now());
    },
    goBack: (ms) => {
      back = ms;
    },
  };
}
