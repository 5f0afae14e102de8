import type { Instant } from "../instant.ts";
import { DAY, type Weekday, weekdayOf } from "./dates.ts";
import { dayAt, isZone, wallAt } from "./zone.ts";

/** The day of the week of an instant, in UTC. */
export const toWeekday = (at: Instant): Weekday => weekdayOf(Math.floor(at / DAY));

/** What a clock there shows, with its day: `Tue 16:00 in Europe/Berlin`; null for UTC itself, and where there is no such zone. */
export function toZoned(zone: string, at: Instant): string | null {
  if (zone === "UTC" || !isZone(zone)) return null;
  const shown = new Date(wallAt(zone, at)).toISOString().slice(11, 16);
  return `${weekdayOf(dayAt(zone, at))} ${shown} in ${zone}`;
}
