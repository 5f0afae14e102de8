import { DAY, type DayNumber, HOUR, toDateText, type Weekday, weekdayOf } from "./dates.ts";
import type { Skipped } from "./explain.ts";
import { dayAt, wallAt } from "./zone.ts";

/** Holidays and the like that are told by name; a deadline that skips more of them says how many more. */
const NAMED = 4;
/** Time off that begins before this hour of a day is the rest of a night. */
const MORNING = 6;

const isDayOff = ({ reason }: Skipped): boolean => reason !== "outside-hours";

function daysOf({ from, to }: Skipped, zone: string): readonly DayNumber[] {
  const first = dayAt(zone, from);
  const last = dayAt(zone, to - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Time off without a break, from the end of hours to the next. */
function toGaps(skipped: readonly Skipped[]): readonly (readonly Skipped[])[] {
  const gaps: Skipped[][] = [];
  for (const one of skipped) {
    const gap = gaps.at(-1);
    if (gap?.at(-1)?.to === one.from) gap.push(one);
    else gaps.push([one]);
  }
  return gaps;
}

/** `Sat, Sun`, or `3 weekends (Sat, Sun)`. */
function toWeekends(skipped: readonly Skipped[], zone: string): readonly string[] {
  const days = skipped.filter(({ reason }) => reason === "weekend");
  const counts = new Map<Weekday, number>();
  for (const day of days.flatMap((one) => daysOf(one, zone))) {
    counts.set(weekdayOf(day), (counts.get(weekdayOf(day)) ?? 0) + 1);
  }
  if (counts.size === 0) return [];
  const names = [...counts.keys()].join(", ");
  const most = Math.max(...counts.values());
  return [most === 1 ? names : `${most} weekends (${names})`];
}

/** One name for the days off that carry it in a row, weekends between them or not. */
function toNamed(skipped: readonly Skipped[]): readonly Skipped[] {
  const named: Skipped[] = [];
  for (const one of skipped.filter(({ reason }) => reason === "holiday" || reason === "closed")) {
    const last = named.at(-1);
    if (last !== undefined && one.name !== null && last.name === one.name) {
      named[named.length - 1] = { ...last, to: one.to };
    } else named.push(one);
  }
  return named;
}

/** `Labour Day (Fri 2026-05-01)`, or a range of dates. */
function toDayOff(one: Skipped, zone: string): string {
  const days = daysOf(one, zone).map((day) => `${weekdayOf(day)} ${toDateText(day)}`);
  const [first = "", last = first] = [days[0], days.at(-1)];
  const dates = first === last ? first : `${first} to ${last}`;
  return one.name === null ? dates : `${one.name} (${dates})`;
}

function toDaysOff(skipped: readonly Skipped[], zone: string): readonly string[] {
  const named = toNamed(skipped);
  const more = named.length - NAMED;
  return [
    ...named.slice(0, NAMED).map((one) => toDayOff(one, zone)),
    ...(more > 0 ? [`${more} more`] : []),
  ];
}

function isNight(gap: readonly Skipped[], zone: string): boolean {
  const [from, to] = [gap[0]?.from ?? 0, gap.at(-1)?.to ?? 0];
  const day = dayAt(zone, from);
  return dayAt(zone, to) > day || wallAt(zone, from) - day * DAY < MORNING * HOUR;
}

/** Time off between hours of work, where no whole day is off: nights, and what is neither. */
function toOffHours(skipped: readonly Skipped[], zone: string): readonly string[] {
  const gaps = toGaps(skipped).filter((gap) => !gap.some(isDayOff));
  const nights = gaps.filter((gap) => isNight(gap, zone)).length;
  const others = gaps.length - nights;
  return [
    ...(nights > 0 ? [nights === 1 ? "1 night" : `${nights} nights`] : []),
    ...(others > 0 ? [others === 1 ? "off hours" : `off hours (${others} times)`] : []),
  ];
}

/**
 * Time that did not count, summed up in one line: `Sat, Sun`, or `2 weekends (Sat, Sun), Labour Day (Fri 2026-05-01), 6 nights`. The
 * days are those of the zone; what is off around a day off belongs to it. "" when nothing was skipped.
 */
export const toSkippedWords = (skipped: readonly Skipped[], zone: string): string =>
  [...toWeekends(skipped, zone), ...toDaysOff(skipped, zone), ...toOffHours(skipped, zone)].join(
    ", ",
  );
