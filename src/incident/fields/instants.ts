import { isPlaceholder } from "./placeholders.ts";
import type { Parsed } from "./parsed.ts";

const INSTANT =
  /(?<!\d)(\d{4})-(\d\d)-(\d\d)[T ,]{1,3}(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s?(?:(Z|UTC|GMT)(?![\w+-])|(?:UTC|GMT)?([+-]\d\d?)(?::?(\d\d))?(?!\d))/i;

/** An instant in UTC to the second (`2026-05-04T09:30:00Z`); `null` if the text is none or does not name its zone. */
export function normalizeInstant(text: string): string | null {
  const match = INSTANT.exec(text.trim());
  return match?.[0] === text.trim() ? toInstant(match) : null;
}

/** Reads the first instant of a value. A time without a zone is a problem: whose clock it was is not guessed. */
export function parseInstant(plain: string, raw: string): Parsed<string | null> {
  if (isPlaceholder(plain)) return { value: null, problems: [], exact: true };
  const match = INSTANT.exec(plain);
  const value = match === null ? null : toInstant(match);
  const problems = value === null ? [{ text: raw, why: "not-a-time" as const }] : [];
  return { value, problems, exact: value !== null && match?.[0] === plain };
}

/** How an instant is written for people: `2026-05-04 09:30 UTC`, with seconds if there are any. */
export function toInstantText(instant: string): string {
  const [date = "", time = ""] = instant.replace("Z", "").split("T");
  return `${date} ${time.endsWith(":00") ? time.slice(0, 5) : time} UTC`;
}

function toInstant(match: RegExpExecArray): string | null {
  const number = (group: number) => Number(match[group] ?? 0);
  const [year, month, hour, second] = [number(1), number(2), number(4), number(6)];
  const local = new Date(Date.UTC(year, month - 1, number(3), hour, number(5), second));
  // A day, or a minute, that there is not shows in the month, or in the hour.
  const isReal =
    year >= 1970 &&
    local.getUTCMonth() === month - 1 &&
    local.getUTCHours() === hour &&
    local.getUTCSeconds() === second;
  if (!isReal) return null;
  const sign = (match[8] ?? "").startsWith("-") ? -1 : 1;
  const offset = Math.abs(number(8)) * 60 + number(9);
  if (offset > 14 * 60) return null;
  const utc = new Date(local.getTime() - sign * offset * 60_000);
  return utc.getUTCFullYear() > 9999 ? null : utc.toISOString().replace(/\.\d+Z$/, "Z");
}
