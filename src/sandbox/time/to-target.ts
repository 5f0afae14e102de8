import type { Deadlines } from "./deadlines.ts";
import { nextOf } from "./deadlines.ts";

/** How far the player may wind. */
export const WINDINGS = ["5-minutes", "30-minutes", "deadline", "monday"] as const;

/** One of {@link WINDINGS}. */
export type Winding = (typeof WINDINGS)[number];

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The next Monday 09:00 UTC after an instant. */
export function nextMonday(now: number): number {
  const midnight = Math.floor(now / DAY) * DAY;
  const days = (8 - new Date(now).getUTCDay()) % 7;
  const monday = midnight + days * DAY + 9 * HOUR;
  return monday > now ? monday : monday + 7 * DAY;
}

/** Where a winding ends (ms); null when there is no deadline to wind to. A deadline is passed by a second. */
export function toTarget(winding: Winding, now: number, deadlines: Deadlines): number | null {
  switch (winding) {
    case "5-minutes":
      return now + 5 * MINUTE;
    case "30-minutes":
      return now + 30 * MINUTE;
    case "monday":
      return nextMonday(now);
    case "deadline": {
      const next = nextOf(deadlines, now);
      return next === null ? null : next + SECOND;
    }
    default:
      return winding satisfies never;
  }
}
