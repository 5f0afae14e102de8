/** A date of no zone in particular: days since 1970-01-01. */
export type DayNumber = number;

/** The days of the week, in ISO 8601's order. */
export const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;
/** A day of the week by its short English name. */
export type Weekday = (typeof WEEKDAYS)[number];

/** A minute, an hour and a day of 24 hours, in ms. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The day of the week of a date. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: DayNumber): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? "Mon";

/** A date as `2026-05-04`. */
export const toDateText = (day: DayNumber): string =>
  new Date(day * DAY).toISOString().slice(0, 10);

/** Whether the text is a date that exists: `2026-05-04`, or `05-04` for one that comes every year (`02-29` in leap years). */
export function isDate(text: string): boolean {
  const whole = text.length === 5 ? `2024-${text}` : text;
  if (!/^\d{4}-\d\d-\d\d$/.test(whole)) return false;
  const ms = Date.parse(`${whole}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(whole);
}

/** Whether a date as `2026-05-04` is the one written, which may leave out the year. */
export const isOn = (date: string, written: string): boolean =>
  written.length === 5 ? date.endsWith(written) : date === written;

/** Whether a date lies between two written ones, both included; without years the period comes every year, over its end too. */
export function isBetween(date: string, from: string, to: string): boolean {
  if (from.length !== 5) return from <= date && date <= to;
  const inYear = date.slice(5);
  return from <= to ? from <= inYear && inYear <= to : from <= inYear || inYear <= to;
}

/** Minutes since midnight of a time as `09:30`, up to `24:00`; null when it is none. */
export function toMinute(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 24 * 60 ? minute : null;
}
