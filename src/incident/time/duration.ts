import { DAY, HOUR, MINUTE } from "./dates.ts";
import { parseIso, parseWords } from "./duration-parts.ts";

/**
 * A length of time. `wall` runs always; `working` runs while somebody works by a calendar, and its days are working days,
 * which have no fixed length. `ms` is whole, `days` is whole.
 */
export type Duration =
  | { readonly clock: "wall" | "working"; readonly ms: number }
  | { readonly clock: "working"; readonly days: number };

/** A duration; or what is wrong with its text, in sentences, and at which index of it. */
export type ParsedDuration =
  | { readonly kind: "value"; readonly duration: Duration }
  | { readonly kind: "problem"; readonly problem: string; readonly index: number };

const SECOND = 1000;
const LONGEST_DAYS = 366;
const LONGEST_TEXT = 60;
const EXAMPLE = "Write it like `30 minutes`, `1h 30m` or `PT30M`.";
const TOO_LONG = `A duration is ${LONGEST_DAYS} days at most.`;

const problem = (index: number, text: string): ParsedDuration => ({
  kind: "problem",
  problem: text,
  index,
});

function checked(duration: Duration, index: number): ParsedDuration {
  if ("days" in duration) {
    if (duration.days < 1) return problem(index, "A duration in working days is one day at least.");
    return duration.days > LONGEST_DAYS ? problem(index, TOO_LONG) : { kind: "value", duration };
  }
  const ms = Math.round(duration.ms);
  if (ms < SECOND) return problem(index, "A duration is a second at least.");
  if (ms > LONGEST_DAYS * DAY) return problem(index, TOO_LONG);
  return { kind: "value", duration: { ...duration, ms } };
}

/**
 * Reads a duration in words (`30 minutes`, `90s`, `1h 30m`, `2 working hours`, `2 working days`) or ISO 8601 (`PT30M`, by
 * the wall clock); at least a second, at most 366 days. A duration keeps to one clock: in `1 working hour 30 minutes` both
 * are working time. Never throws.
 */
export function parseDuration(text: string): ParsedDuration {
  const wanted = text.trimEnd().replace(/[.!]$/, "");
  const start = wanted.length - wanted.trimStart().length;
  if (wanted.length - start > LONGEST_TEXT) {
    return problem(start + LONGEST_TEXT, `That is too long for a duration. ${EXAMPLE}`);
  }
  const read = /^\s*p/i.test(wanted) ? parseIso(wanted, start) : parseWords(wanted, start);
  if (read.kind === "value") return checked(read.duration, start);
  const where = `at character ${read.index + 1}, ${read.problem}`;
  return problem(read.index, `That is not a duration: ${where}. ${EXAMPLE}`);
}

const counted = (count: number, word: string): string =>
  `${count} ${word}${count === 1 ? "" : "s"}`;

/** To what people read and `parseDuration` takes: `1 hour 30 minutes`, `90 working minutes`, `2 working days`. */
export function toWords(duration: Duration): string {
  if ("days" in duration) return counted(duration.days, "working day");
  const { clock, ms } = duration;
  if (clock === "working") {
    if (ms % HOUR === 0) return counted(ms / HOUR, "working hour");
    if (ms % MINUTE === 0) return counted(ms / MINUTE, "working minute");
    return counted(ms / SECOND, "working second");
  }
  const parts = [
    { count: Math.floor(ms / DAY), word: "day" },
    { count: Math.floor((ms % DAY) / HOUR), word: "hour" },
    { count: Math.floor((ms % HOUR) / MINUTE), word: "minute" },
    { count: (ms % MINUTE) / SECOND, word: "second" },
  ];
  const said = parts.filter(({ count }) => count > 0);
  return said.map(({ count, word }) => counted(count, word)).join(" ");
}
