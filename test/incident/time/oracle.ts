import type { Calendar, Office } from "../../../src/incident/time/calendar.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUARTER = 15;

/** How many days a window of the oracle has. */
export const WINDOW_DAYS = 12;

interface Walls {
  /** The furthest that clocks have shown up to each minute, and the least that they show from it on. */
  readonly furthest: readonly number[];
  readonly least: readonly number[];
}

const cache = new Map<string, Walls>();

/** Clock readings of every minute, from Intl. It is asked every quarter hour: no zone here changes its clocks within one. */
function wallsOf(zone: string, start: number): Walls {
  const key = `${zone} ${start}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  const walls: number[] = [];
  for (let at = start; at < start + WINDOW_DAYS * DAY; at += QUARTER * MINUTE) {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
    const wall = Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"));
    for (let minute = 0; minute < QUARTER; minute++) walls.push(wall + minute * MINUTE);
  }
  const furthest: number[] = [];
  for (const wall of walls) furthest.push(Math.max(wall, furthest.at(-1) ?? -Infinity));
  const least: number[] = [];
  for (const wall of walls.toReversed()) least.push(Math.min(wall, least.at(-1) ?? Infinity));
  const found = { furthest, least: least.toReversed() };
  cache.set(key, found);
  return found;
}

const toMs = (time: string): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;

const NAMES = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** The clock readings between which the office is open, for hours that begin on this date. */
function readingsOn(office: Office, midnight: number): readonly (readonly [number, number])[] {
  const date = new Date(midnight).toISOString().slice(0, 10);
  const isDay = office.days.some((day) => day === NAMES[new Date(midnight).getUTCDay()]);
  if (!isDay || office.holidays.some((holiday) => date.endsWith(holiday.date))) return [];
  const period = office.reduced.find(({ from, to }) => from <= date && date <= to);
  return (period ?? office).hours.map(({ from, to }) => {
    const [start, end] = [toMs(from), toMs(to)];
    return [midnight + start, midnight + end + (end > start ? 0 : DAY)] as const;
  });
}

/** For each minute of the window whether the office is open. */
function openMinutes(office: Office, start: number): readonly boolean[] {
  const { furthest, least } = wallsOf(office.zone, start);
  const readings = new Map<number, readonly (readonly [number, number])[]>();
  const readingsAt = (midnight: number) => {
    const known = readings.get(midnight) ?? readingsOn(office, midnight);
    readings.set(midnight, known);
    return known;
  };
  return furthest.map((reached, minute) => {
    const still = least[minute] ?? Number.NaN;
    const midnight = Math.floor(reached / DAY) * DAY;
    return [0, 1, 2].some((back) =>
      readingsAt(midnight - back * DAY).some(([from, to]) => from <= reached && still < to),
    );
  });
}

/**
 * For each minute of the window whether somebody works in it: a slow, plain rendering of what hours mean. They run from the first
 * time that clocks show their begin, or more, until the last time that clocks show less than their end.
 */
export function workingMinutes(calendar: Calendar, start: number): readonly boolean[] {
  if (calendar.kind !== "offices") throw new Error("only offices");
  const each = calendar.offices.map((office) => openMinutes(office, start));
  return Array.from({ length: WINDOW_DAYS * 1440 }, (_, minute) =>
    each.some((open) => open[minute] === true),
  );
}
