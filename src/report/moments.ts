import type { Instant } from "../incident/instant.ts";

const MOMENT =
  /(?<![\d-])(\d{4})-(\d\d)-(\d\d)[T ,]{1,3}(\d{1,2}):(\d\d)(?::\d\d)?\s?(?:(Z|UTC|GMT)(?![\w+-])|(?:UTC|GMT)?([+-]\d\d):?(\d\d)(?!\d))/;

/** The first moment with a date and a zone in a text, `2026-05-04 09:30 UTC`; null: there is none that a calendar has. */
export function readMoment(text: string): Instant | null {
  const found = MOMENT.exec(text);
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = found.slice(1, 6).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute);
  const isReal = new Date(at).getUTCDate() === day && hour < 24 && minute < 60;
  if (!isReal || month > 12) return null;
  const offset = found[7] === undefined ? 0 : Number(found[7]) * 60;
  const rest = found[7] === undefined ? 0 : Number(found[8]) * (offset < 0 ? -1 : 1);
  return at - (offset + rest) * 60_000;
}

const HOURS = /(?<!\d)(\d{1,5})\s?(?:h|hrs?|hours?)(?!\p{L})/iu;
const MINUTES = /(?<!\d)(\d{1,5})\s?(?:m|mins?|minutes?)(?!\p{L})/iu;
const DAYS = /(?<!\d)(\d{1,4})\s?(?:d|days?)(?!\p{L})/iu;

/** A length of time in minutes, `2 h 13 min` or `3 days 2 hours`; null: it is none. */
export function readLength(text: string): number | null {
  const [days, hours, minutes] = [DAYS, HOURS, MINUTES].map((unit) => unit.exec(text)?.[1]);
  if (days === undefined && hours === undefined && minutes === undefined) return null;
  return Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** The cells of a line that is a row of a table; null: it is none. A `|` behind a backslash ends no cell. */
export function cellsOf(line: string): readonly string[] | null {
  const row = line.trim();
  if (!row.startsWith("|") || row.length < 3) return null;
  const inner = row.endsWith("|") && !row.endsWith("\\|") ? row.slice(1, -1) : row.slice(1);
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Whether the cells are the line between a table's head and its rows. */
export const isRuler = (cells: readonly string[]): boolean =>
  cells.every((cell) => /^:?-+:?$/.test(cell));

/** A cell without what makes it bold. */
export const toLabel = (cell: string): string => cell.replace(/[*_:]/g, "").trim().toLowerCase();
