import { InternalError } from "../errors.ts";
import type { Instant } from "../instant.ts";
import { type Calendar, homeZoneOf, type Office, officesOf } from "./calendar.ts";
import { DAY, type DayNumber } from "./dates.ts";
import { FURTHEST_DAYS, shiftsOn, spansFrom } from "./spans.ts";
import { addWorking, nextWorking } from "./working-time.ts";
import { dayAt, edgeAt, furthestWallAt } from "./zone.ts";

/** A date on which an office opens, and since when it counts as begun. */
interface WorkingDay {
  readonly day: DayNumber;
  readonly opens: Instant;
}

/** How many dates ahead of the first office's another office can be: clocks on earth differ by up to 26 hours. */
const AHEAD = 2;
/** How far back the last working day is looked for. */
const FURTHEST_BACK = 400;

const opensOn = (offices: readonly Office[], day: DayNumber): Instant =>
  Math.min(...offices.map((office) => shiftsOn(office, day)[0]?.from ?? Infinity));

/** Days begin in order: where Tuesday opens in the east before Monday does in the west, both begin then. */
function toWorkingDay(offices: readonly Office[], day: DayNumber): WorkingDay | null {
  const opens = opensOn(offices, day);
  if (opens === Infinity) return null;
  if (offices.length === 1) return { day, opens };
  return { day, opens: Math.min(opens, opensOn(offices, day + 1), opensOn(offices, day + AHEAD)) };
}

/** The working day that has begun last. */
function lastBegun(offices: readonly Office[], today: DayNumber, at: Instant): WorkingDay | null {
  for (let day = today + AHEAD; day > today - FURTHEST_BACK; day--) {
    const found = toWorkingDay(offices, day);
    if (found !== null && found.opens <= at) return found;
  }
  return null;
}

function nextAfter(offices: readonly Office[], day: DayNumber): WorkingDay | null {
  for (let ahead = 1; ahead <= FURTHEST_DAYS; ahead++) {
    const found = toWorkingDay(offices, day + ahead);
    if (found !== null) return found;
  }
  return null;
}

/** The last instant up to the limit at which somebody works or just stopped; `opens` when that is later than the limit. */
function backToWork(calendar: Calendar, opens: Instant, limit: Instant): Instant {
  let last = opens;
  for (const { from, to } of spansFrom(calendar, opens)) {
    if (from > limit) break;
    last = Math.max(last, Math.min(to, limit));
  }
  return last;
}

/**
 * The same time of day this many working days (whole, not negative) later; null when there are not so many within 50 years. A
 * working day is a date on which an office opens, the time of day is the first office's. Out of hours, `at` counts as the
 * end of the hours before; so does a time at which the later day has no hours. For `24h-weekdays` it is 24 working hours a day.
 */
export function addWorkingDays(calendar: Calendar, at: Instant, days: number): Instant | null {
  if (!(Number.isInteger(days) && days >= 0)) throw new InternalError(`${days} working days`);
  if (calendar.kind === "24h-weekdays" || days === 0) return addWorking(calendar, at, days * DAY);
  const offices = officesOf(calendar);
  const zone = homeZoneOf(calendar);
  const begun = lastBegun(offices, dayAt(zone, at), at);
  if (begun === null) {
    const start = nextWorking(calendar, at);
    return start === null ? null : addWorkingDays(calendar, start, days);
  }
  let target: WorkingDay | null = begun;
  for (let left = days; left > 0 && target !== null; left--) {
    target = nextAfter(offices, target.day);
  }
  if (target === null) return null;
  const time = furthestWallAt(zone, backToWork(calendar, begun.opens, at)) - begun.day * DAY;
  const wanted = edgeAt(zone, target.day * DAY + time, "start");
  const tomorrow = nextAfter(offices, target.day)?.opens ?? Infinity;
  return backToWork(calendar, target.opens, Math.min(wanted, tomorrow));
}
