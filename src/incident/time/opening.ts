import type { Hours, Office } from "./calendar.ts";
import { type DayNumber, isBetween, isOn, toDateText, weekdayOf } from "./dates.ts";

/** What an office does on a date: `weekend` is any day of the week off, `closed` a reduced period without hours. */
export type Opening =
  | { readonly kind: "open"; readonly hours: readonly Hours[] }
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday" | "closed"; readonly name: string | null };

/** Whether and when an office opens on a date. A day off in the week goes before a holiday, that before a reduced period. */
export function openingOf(office: Office, day: DayNumber): Opening {
  if (!office.days.includes(weekdayOf(day))) return { kind: "weekend" };
  if (office.holidays.length === 0 && office.reduced.length === 0) {
    return { kind: "open", hours: office.hours };
  }
  const date = toDateText(day);
  const holiday = office.holidays.find((each) => isOn(date, each.date));
  if (holiday !== undefined) return { kind: "holiday", name: holiday.name };
  const reduced = office.reduced.find(({ from, to }) => isBetween(date, from, to));
  if (reduced === undefined) return { kind: "open", hours: office.hours };
  if (reduced.hours.length === 0) return { kind: "closed", name: reduced.name };
  return { kind: "open", hours: reduced.hours };
}
