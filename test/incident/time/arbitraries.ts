import * as fc from "fast-check";
import type { Calendar, Hours, Office } from "../../../src/incident/time/calendar.ts";
import { DAILY, office, united } from "./calendars.ts";
import { CHANGES, windowOf } from "./windows.ts";

const two = (value: number): string => String(value).padStart(2, "0");

const toTime = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Times of day, more often where clocks change: by night, at midnight, on the half hour. */
const minute = fc.oneof(
  fc.constantFrom(0, 30, 60, 90, 120, 150, 180, 210, 540, 1020, 1320, 1380, 1410),
  fc.integer({ min: 0, max: 1439 }),
);

/** At least a quarter of an hour, so that amounts of working time are found within weeks. */
const hours: fc.Arbitrary<Hours> = fc
  .tuple(minute, fc.oneof(minute, fc.constant(1440)))
  .filter(([from, to]) => from !== to && (to - from + 1439) % 1440 >= 14)
  .map(([from, to]) => ({ from: toTime(from), to: toTime(to) }));

const dateNear = (date: string) =>
  fc
    .integer({ min: -5, max: 7 })
    .map((days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));

const period = (date: string) =>
  fc.record({
    days: fc.tuple(dateNear(date), dateNear(date)),
    hours: fc.array(hours, { maxLength: 2 }),
  });

/** An office in the zone with hours of every kind, with days off around the date. */
const officeIn = (zone: string, date: string): fc.Arbitrary<Office> =>
  fc
    .record({
      days: fc.oneof(
        fc.constant(["Mon", "Tue", "Wed", "Thu", "Fri"] as const),
        fc.subarray([...DAILY], { minLength: 1 }),
      ),
      hours: fc.array(hours, { minLength: 1, maxLength: 3 }),
      holidays: fc.array(dateNear(date), { maxLength: 2 }),
      years: fc.boolean(),
      reduced: fc.array(period(date), { maxLength: 1 }),
    })
    .map(({ days, hours: open, holidays, years, reduced }) =>
      office(zone, {
        days,
        hours: open,
        holidays: holidays.map((each) => ({ date: years ? each : each.slice(5), name: null })),
        reduced: reduced.map((each) => {
          const [from = date, to = date] = each.days.toSorted();
          return { from, to, hours: each.hours, name: null };
        }),
      }),
    );

/** The second office: none, or one that is far away, on either side of the date line too. */
const OTHERS = [
  null,
  "Asia/Kolkata",
  "America/New_York",
  "Pacific/Kiritimati",
  "Pacific/Pago_Pago",
] as const;

/** One or two offices around a change of clocks, and when the oracle's window around it begins. */
export const scenes: fc.Arbitrary<{ readonly calendar: Calendar; readonly start: number }> = fc
  .tuple(fc.constantFrom(...CHANGES), fc.constantFrom(...OTHERS))
  .chain(([[zone, date], other]) =>
    fc.record({
      first: officeIn(zone, date),
      second: other === null ? fc.constant(null) : officeIn(other, date),
      start: fc.constant(windowOf(date)),
    }),
  )
  .map(({ first, second, start }) => ({
    calendar: second === null ? united(first) : united(first, second),
    start,
  }));
