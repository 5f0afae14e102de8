import type { Instant } from "../instant.ts";
import { DAY, HOUR, isDate, MINUTE } from "./dates.ts";
import { parseDuration } from "./duration.ts";
import { edgeAt, isZone, wallAt } from "./zone.ts";

/** Whose clock is meant: a zone's full name, or minutes ahead of UTC. */
type Clock = { readonly zone: string } | { readonly ahead: number };

/**
 * A moment as somebody says it. `clock` null: they did not say whose. `date` null: the last time that clocks showed so; `daysAgo`
 * counts from today there.
 */
export type SaidMoment =
  | { readonly kind: "now" }
  | { readonly kind: "ago"; readonly ms: number }
  | {
      readonly kind: "clock";
      readonly date: string | null;
      readonly daysAgo: number | null;
      /** Milliseconds since midnight by that clock. */
      readonly wall: number;
      readonly clock: Clock | null;
    };

const READING =
  /^(?:(?:(\d{4}-\d\d-\d\d)(?:T|,? {1,3}(?:at )?)|(today|yesterday),? {1,3}(?:at )?)?)(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?: {0,3}(\S.{0,60}))?$/i;
const OFFSET = /^(?:UTC|GMT)?([+-])(\d\d?)(?::?(\d\d))?$/i;

function parseClock(text: string): Clock | null {
  const name = text.replace(/^(?:in|by) |^\(|\)$/gi, "").trim();
  if (/^(?:UTC|GMT|Z)$/i.test(name)) return { ahead: 0 };
  const [, sign, hours, minutes = "0"] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) {
    const ahead = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    return Math.abs(ahead) <= 14 * 60 ? { ahead } : null;
  }
  return isZone(name) ? { zone: name } : null;
}

/**
 * Reads a moment: `2026-05-04 09:30 UTC`, `yesterday 22:10 Europe/Berlin`, `09:30 +02:00`, `30 minutes ago`, `now`; null where it is
 * none, or names a clock that is none (`EST` is not one: nobody knows which). Never throws.
 */
export function parseMoment(text: string): SaidMoment | null {
  const said = text.trim().replace(/[.,;]$/, "");
  if (/^now$/i.test(said)) return { kind: "now" };
  const ago = /^(\S.{0,60}) ago$/i.exec(said)?.[1];
  if (ago !== undefined) {
    const parsed = parseDuration(ago);
    if (parsed.kind === "problem" || !("ms" in parsed.duration)) return null;
    return parsed.duration.clock === "wall" ? { kind: "ago", ms: parsed.duration.ms } : null;
  }
  const [whole, date = null, day, hour, minute, second = "0", zone] = READING.exec(said) ?? [];
  if (whole === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return null;
  if (date !== null && !isDate(date)) return null;
  const clock = zone === undefined ? null : parseClock(zone);
  if (zone !== undefined && clock === null) return null;
  const wall = Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000;
  const daysAgo = day === undefined ? null : day.toLowerCase() === "today" ? 0 : 1;
  return { kind: "clock", date, daysAgo, wall, clock };
}

const toWall = (clock: Clock, at: Instant): number =>
  "zone" in clock ? wallAt(clock.zone, at) : at + clock.ahead * MINUTE;

const fromWall = (clock: Clock, wall: number): Instant =>
  "zone" in clock ? edgeAt(clock.zone, wall, "start") : wall - clock.ahead * MINUTE;

/** When that is, said at `now`; without a date the last time before it. Null where nobody said whose clock is meant. */
export function toMoment(said: SaidMoment, now: Instant): Instant | null {
  if (said.kind === "now") return now;
  if (said.kind === "ago") return now - said.ms;
  const { date, daysAgo, wall, clock } = said;
  if (clock === null) return null;
  if (date !== null) return fromWall(clock, Date.parse(`${date}T00:00:00Z`) + wall);
  const today = Math.floor(toWall(clock, now) / DAY) * DAY;
  if (daysAgo !== null) return fromWall(clock, today - daysAgo * DAY + wall);
  const at = fromWall(clock, today + wall);
  return at <= now ? at : fromWall(clock, today - DAY + wall);
}

/** The one with what the other says of clock and date, where it does not say so itself: `09:30 to 11:00 UTC` is by one clock. */
export function alike(one: SaidMoment, other: SaidMoment): SaidMoment {
  if (one.kind !== "clock" || other.kind !== "clock") return one;
  const isDated = one.date !== null || one.daysAgo !== null;
  return {
    ...one,
    clock: one.clock ?? other.clock,
    date: isDated ? one.date : other.date,
    daysAgo: isDated ? one.daysAgo : other.daysAgo,
  };
}
