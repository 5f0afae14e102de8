import { DAY, HOUR, MINUTE } from "./dates.ts";
import type { Duration } from "./duration.ts";

/** A duration of any size; or what is wrong at an index of the text, as a clause. */
export type ReadDuration =
  | { readonly kind: "value"; readonly duration: Duration }
  | { readonly kind: "problem"; readonly problem: string; readonly index: number };

const SECOND = 1000;
const WEEK = 7 * DAY;

/** The units by the words that people use for them; a year or a month has no fixed length, so they are not here. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...["s", "sec", "secs", "second", "seconds"].map((word) => [word, SECOND] as const),
  ...["m", "min", "mins", "minute", "minutes"].map((word) => [word, MINUTE] as const),
  ...["h", "hr", "hrs", "hour", "hours"].map((word) => [word, HOUR] as const),
  ...["d", "day", "days"].map((word) => [word, DAY] as const),
  ...["w", "week", "weeks"].map((word) => [word, WEEK] as const),
]);

const PART = /(\d{1,9}(?:\.\d{1,3})?|an?(?=\s))\s*(?:(working|business)(?:\s+|$))?([a-z]*)/iy;
const BETWEEN = /[\s,]*(?:and\s+)?/iy;
const ISO = /p(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:t(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?)?/iy;

type Problem = Extract<ReadDuration, { kind: "problem" }>;

const problem = (index: number, clause: string): Problem => ({
  kind: "problem",
  problem: clause,
  index,
});

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

/** Reads ISO 8601 from this index to the end: weeks, days, hours, minutes and seconds by the wall clock. */
export function parseIso(text: string, start: number): ReadDuration {
  const [whole = "", ...parts] = matchAt(ISO, text, start) ?? [];
  const end = start + whole.length;
  if (end < text.length) return problem(end, "the ISO 8601 duration cannot be read further");
  if (/[pt]$/i.test(whole)) return problem(end, "a number is missing");
  const units = [WEEK, DAY, HOUR, MINUTE, SECOND];
  const ms = parts.reduce((sum, part, at) => sum + Number(part ?? 0) * (units[at] ?? 0), 0);
  return { kind: "value", duration: { clock: "wall", ms } };
}

interface Part {
  readonly index: number;
  readonly count: number;
  readonly isWorking: boolean;
  readonly word: string;
  readonly unit: number;
  readonly end: number;
}

type ReadPart = { readonly kind: "part"; readonly part: Part } | Problem;

function readPart(text: string, index: number): ReadPart {
  const found = matchAt(PART, text, index);
  if (found === null) return problem(index, "a number is missing");
  const [whole, count = "", working, word = ""] = found;
  const end = index + whole.length;
  if (word === "") return problem(end, "a unit is missing, such as minutes");
  const unit = UNITS.get(word.toLowerCase());
  if (unit === undefined) return problem(end - word.length, `\`${word}\` is not a unit of time`);
  const part = {
    index,
    count: /^a/i.test(count) ? 1 : Number(count),
    isWorking: working !== undefined,
    word,
    unit,
    end: end + (matchAt(BETWEEN, text, end)?.[0].length ?? 0),
  };
  return { kind: "part", part };
}

/** Reads words from this index to the end: numbers with units, all by the wall clock or all in working time. */
export function parseWords(text: string, start: number): ReadDuration {
  const parts: Part[] = [];
  let index = start;
  do {
    const read = readPart(text, index);
    if (read.kind === "problem") return read;
    parts.push(read.part);
    index = read.part.end;
  } while (index < text.length);
  const isWorking = parts[0]?.isWorking === true;
  const other = parts.find((part) => part.isWorking && !isWorking);
  if (other !== undefined) return problem(other.index, "working time is added to wall-clock time");
  return isWorking ? toWorking(parts) : toLength("wall", parts);
}

const toLength = (clock: "wall" | "working", parts: readonly Part[]): ReadDuration => ({
  kind: "value",
  duration: { clock, ms: parts.reduce((sum, { count, unit }) => sum + count * unit, 0) },
});

/** Working days have no fixed length, so they are counted alone and whole. */
function toWorking(parts: readonly Part[]): ReadDuration {
  const week = parts.find(({ unit }) => unit === WEEK);
  if (week !== undefined)
    return problem(week.index, "working weeks are not counted, but working days are");
  const days = parts.find(({ unit }) => unit === DAY);
  if (days === undefined) return toLength("working", parts);
  const { index, count } = days;
  if (parts.length > 1) return problem(index, "working days cannot be added to other units");
  if (!Number.isInteger(count)) return problem(index, "working days must be whole");
  return { kind: "value", duration: { clock: "working", days: count } };
}
