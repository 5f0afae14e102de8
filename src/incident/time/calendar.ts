import type { Weekday } from "./dates.ts";

/**
 * Opening hours of a day by the office's wall clock, as `09:00`. `to` may be `24:00`, and earlier than `from`: then they
 * run over midnight, and belong to the day on which they begin (Friday 22:00-06:00 ends on Saturday).
 */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** A date on which nobody opens: `2026-12-25`, or `12-25` for every year. Hours that began the day before run on. */
export interface Holiday {
  readonly date: string;
  readonly name: string | null;
}

/** Dates with other hours, both included, as of a holiday; no hours: closed. It opens no day that is not in `days`. */
export interface Reduced {
  readonly from: string;
  readonly to: string;
  readonly hours: readonly Hours[];
  readonly name: string | null;
}

/** One place of work. A day with hours of its own (a short Friday) is a second office in the same zone. */
export interface Office {
  /** A zone's full name, e.g. `Europe/Berlin`. */
  readonly zone: string;
  readonly days: readonly Weekday[];
  readonly hours: readonly Hours[];
  /** A country or region (`DE`, `DE-BE`) whose public holidays are still to be looked up; null: none, or done. */
  readonly publicHolidays: string | null;
  readonly holidays: readonly Holiday[];
  /** The first one that covers a date counts. */
  readonly reduced: readonly Reduced[];
}

/**
 * When a team works. `24h-weekdays`: day and night from Monday 00:00 to Friday 24:00 UTC, a working day is 24 hours.
 * `offices`: whenever one of them is open; the first one's zone tells the time of day. Plain data that `checkCalendar` accepts.
 */
export type Calendar =
  | { readonly kind: "24h-weekdays" }
  | { readonly kind: "offices"; readonly offices: readonly Office[] };

/** The calendar of a team all over the world: a working day is a continuous 24 hours. */
export const WEEKDAYS_24H: Calendar = { kind: "24h-weekdays" };

const ROUND_THE_CLOCK: readonly Office[] = [
  {
    zone: "UTC",
    days: ["Mon", "Tue", "Wed", "Thu", "Fri"],
    hours: [{ from: "00:00", to: "24:00" }],
    publicHolidays: null,
    holidays: [],
    reduced: [],
  },
];

/** The places of work of any calendar; round the clock counts as one, in UTC. */
export const officesOf = (calendar: Calendar): readonly Office[] =>
  calendar.kind === "offices" ? calendar.offices : ROUND_THE_CLOCK;

/** The zone whose wall clock tells the calendar's time of day: the first office's. */
export const homeZoneOf = (calendar: Calendar): string => officesOf(calendar)[0]?.zone ?? "UTC";
