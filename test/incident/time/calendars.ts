import type { Calendar, Hours, Office } from "../../../src/incident/time/calendar.ts";

/** 09:00-17:00, Monday to Friday, with whatever is different. */
export const office = (zone: string, different: Partial<Office> = {}): Office => ({
  zone,
  days: ["Mon", "Tue", "Wed", "Thu", "Fri"],
  hours: [{ from: "09:00", to: "17:00" }],
  publicHolidays: null,
  holidays: [],
  reduced: [],
  ...different,
});

/** A calendar of these offices. */
export const united = (...offices: readonly Office[]): Calendar => ({ kind: "offices", offices });

/** A calendar of one office. */
export const inZone = (zone: string, different: Partial<Office> = {}): Calendar =>
  united(office(zone, different));

/** Every day of the week. */
export const DAILY = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** `09:00-17:00` as hours. */
export function hours(...texts: readonly string[]): readonly Hours[] {
  return texts.map((text) => ({ from: text.slice(0, 5), to: text.slice(6) }));
}

/** The instant of `2026-05-04 09:00`, in UTC, or with an offset such as `+02:00` behind it. */
export function instant(text: string): number {
  const [, date, time, offset = "Z"] = /^(\S+) (\d\d:\d\d)\s?(\S+)?$/.exec(text) ?? [];
  const ms = Date.parse(`${date}T${time}${offset}`);
  if (Number.isNaN(ms)) throw new Error(`no instant: ${text}`);
  return ms;
}

/** An instant as ISO 8601 to the minute, in UTC; for messages of tests that fail. */
export const iso = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString().replace(":00.000Z", "Z");
