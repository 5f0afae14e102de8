import type { Hours } from "./calendar.ts";
import { toMinute, type Weekday, WEEKDAYS } from "./dates.ts";

/** Days as `Mon-Fri`, `Sun-Thu` or `Mon, Wed, Fri`; hours as `09:00-12:00, 13:00-17:00`; or what is wrong, in sentences. */
export type ParsedText<Value> =
  | { readonly kind: "value"; readonly value: readonly Value[] }
  | { readonly kind: "problem"; readonly problem: string };

const DAYS = /^([a-z]{3,9})(?:\s*[-–]\s*([a-z]{3,9}))?$/i;
const HOURS = /^(\d\d?:\d\d)\s*[-–]\s*(\d\d?:\d\d)$/;
const NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const NO_DAYS = "Days are written like `Mon-Fri` or `Mon, Wed, Fri`.";
const NO_HOURS = "Hours are written like `09:00-17:00` or `09:00-12:00, 13:00-17:00`.";

const partsOf = (text: string): readonly string[] => text.split(",").map((part) => part.trim());

const indexOf = (word: string): number =>
  NAMES.findIndex((name) => name === word.toLowerCase() || name.slice(0, 3) === word.toLowerCase());

function daysOf(part: string): readonly Weekday[] | null {
  const [, first = "", last = first] = DAYS.exec(part) ?? [];
  const [from, to] = [indexOf(first), indexOf(last)];
  if (from === -1 || to === -1) return null;
  const count = ((to - from + 7) % 7) + 1;
  return WEEKDAYS.filter((_, at) => (at - from + 7) % 7 < count);
}

/** Reads days of the week, e.g. `Mon-Fri`; a range may go over Sunday. They come in the week's order, each once. */
export function parseDays(text: string): ParsedText<Weekday> {
  const found = partsOf(text).map(daysOf);
  if (found.includes(null)) return { kind: "problem", problem: NO_DAYS };
  const days = new Set(found.flatMap((some) => some ?? []));
  return { kind: "value", value: WEEKDAYS.filter((day) => days.has(day)) };
}

function hoursOf(part: string): Hours | null {
  const [, from, to] = HOURS.exec(part) ?? [];
  if (from === undefined || to === undefined) return null;
  const hours = { from: from.padStart(5, "0"), to: to.padStart(5, "0") };
  return problemOfHours(hours) === null ? hours : null;
}

/** Reads opening hours, e.g. `09:00-17:00`, or over midnight `22:00-06:00`. */
export function parseHours(text: string): ParsedText<Hours> {
  const found = partsOf(text).map(hoursOf);
  const hours = found.filter((each) => each !== null);
  if (hours.length < found.length) return { kind: "problem", problem: NO_HOURS };
  return { kind: "value", value: hours };
}

/** What is wrong with opening hours, in sentences; null when nothing is. */
export function problemOfHours({ from, to }: Hours): string | null {
  const [start, end] = [toMinute(from), toMinute(to)];
  if (start === null || end === null) return "A time is written like `09:00`, up to `24:00`.";
  if (from === "24:00") return "Hours that begin at midnight begin at `00:00`.";
  if (start !== end) return null;
  return "Hours cannot end when they begin. A whole day is `00:00` to `24:00`.";
}
