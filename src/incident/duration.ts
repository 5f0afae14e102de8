/** A length of wall-clock time in ms, or what is wrong with its text, in a sentence. */
export type ParsedDuration =
  | { readonly kind: "value"; readonly ms: number }
  | { readonly kind: "problem"; readonly problem: string };

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST = 366 * DAY;

/** The units by the words that people use for them; a year or a month has no fixed length, so they are not here. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...["s", "sec", "secs", "second", "seconds"].map((word) => [word, SECOND] as const),
  ...["m", "min", "mins", "minute", "minutes"].map((word) => [word, MINUTE] as const),
  ...["h", "hr", "hrs", "hour", "hours"].map((word) => [word, HOUR] as const),
  ...["d", "day", "days"].map((word) => [word, DAY] as const),
  ...["w", "week", "weeks"].map((word) => [word, 7 * DAY] as const),
]);

const PART = /^(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]+)(?:[\s,]+(?:and\s+)?|(?=\d)|$)/;
const ISO = /^p(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:t(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?)?$/;
const EXAMPLE = "Write it like `30 minutes`, `2h`, `1h 30m` or `PT30M`.";

const problem = (text: string): ParsedDuration => ({ kind: "problem", problem: text });

function parseIso(text: string): number | null {
  const parts = ISO.exec(text)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) return null;
  const units = [7 * DAY, DAY, HOUR, MINUTE, SECOND];
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (units[index] ?? 0), 0);
}

function parseWords(text: string): number | null {
  let rest = text;
  let sum = 0;
  while (rest !== "") {
    const [whole, count, word] = PART.exec(rest) ?? [];
    const unit = UNITS.get(word ?? "");
    if (whole === undefined || unit === undefined) return null;
    sum += Number(count) * unit;
    rest = rest.slice(whole.length);
  }
  return text === "" ? null : sum;
}

/**
 * Reads a length of wall-clock time, in words (`30 minutes`, `90s`, `1h 30m`) or ISO 8601 (`PT30M`); at least a second, at
 * most 366 days. Working time (`2 working hours`) needs a calendar and is refused here. Never throws.
 */
export function parseDuration(text: string): ParsedDuration {
  const wanted = text.trim().replace(/[.!]$/, "").toLowerCase();
  if (wanted.length > 60) return problem(`That is not a duration. ${EXAMPLE}`);
  if (/\b(working|business|office)\b/.test(wanted)) {
    return problem(
      "Sitrep does not count working time yet. Give it in hours by the clock, like `4h`.",
    );
  }
  const ms = wanted.startsWith("p") ? parseIso(wanted) : parseWords(wanted.replace(/^an?\s/, "1 "));
  if (ms === null) return problem(`That is not a duration. ${EXAMPLE}`);
  if (ms < SECOND) return problem("A duration is a second at least.");
  if (ms > LONGEST) return problem("A duration is 366 days at most.");
  return { kind: "value", ms: Math.round(ms) };
}
