import type { Instant } from "../instant.ts";
import { addDuration } from "./add-duration.ts";
import { type Calendar, homeZoneOf, officesOf } from "./calendar.ts";
import { DAY, type DayNumber } from "./dates.ts";
import type { Duration } from "./duration.ts";
import { type Opening, openingOf } from "./opening.ts";
import { spansFrom } from "./spans.ts";
import { dayAt, edgeAt } from "./zone.ts";

/** Time that did not count, and why. `weekend` is any day of the week off; `closed` a reduced period without hours. */
export interface Skipped {
  readonly reason: "weekend" | "holiday" | "closed" | "outside-hours";
  /** The name of the holiday or of the period, where it has one. */
  readonly name: string | null;
  readonly from: Instant;
  /** No longer skipped. */
  readonly to: Instant;
}

/** How a deadline came about, for `/why`. */
export interface DeadlineExplanation {
  readonly from: Instant;
  /** How much, and by which clock. */
  readonly duration: Duration;
  /** The zone by whose midnights the skipped days are told apart. */
  readonly zone: string;
  /** In order, without overlap; what touches and has one reason is one. Empty by the wall clock. */
  readonly skipped: readonly Skipped[];
  /** Null: never, since the calendar holds no such working time within 50 years. */
  readonly due: Instant | null;
}

/** Why a date has time off: the reason of the office that is nearest to opening on it. */
function reasonOn(calendar: Calendar, day: DayNumber): Pick<Skipped, "reason" | "name"> {
  const openings = officesOf(calendar).map((office) => openingOf(office, day));
  const first = (kind: Opening["kind"]) => openings.find((opening) => opening.kind === kind);
  if (first("open") !== undefined) return { reason: "outside-hours", name: null };
  const off = first("holiday") ?? first("closed");
  if (off?.kind === "holiday" || off?.kind === "closed")
    return { reason: off.kind, name: off.name };
  return { reason: "weekend", name: null };
}

/** A time off, cut at the midnights of the zone at which its reason changes. */
function toSkipped(calendar: Calendar, from: Instant, to: Instant): readonly Skipped[] {
  const zone = homeZoneOf(calendar);
  const parts: Skipped[] = [];
  let start = from;
  for (let day = dayAt(zone, from); start < to; day++) {
    const end = Math.min(to, edgeAt(zone, (day + 1) * DAY, "end"));
    if (end <= start) continue;
    const { reason, name } = reasonOn(calendar, day);
    const last = parts.at(-1);
    if (last?.reason === reason && last.name === name)
      parts[parts.length - 1] = { ...last, to: end };
    else parts.push({ reason, name, from: start, to: end });
    start = end;
  }
  return parts;
}

/** The time off before a deadline, which never lies in time off itself. */
function skippedBetween(calendar: Calendar, from: Instant, to: Instant): readonly Skipped[] {
  const skipped: Skipped[] = [];
  let reached = from;
  for (const span of spansFrom(calendar, from)) {
    if (span.from > reached) skipped.push(...toSkipped(calendar, reached, span.from));
    reached = span.to;
    if (reached >= to) break;
  }
  return skipped;
}

/**
 * The deadline that comes this duration after `from`, and the time on the way to it that did not count; so that it can be told:
 * 'Tue 14:00 UTC = 48 working hours after Fri 14:00 UTC; Sat, Sun skipped'.
 */
export function explainDeadline(
  calendar: Calendar,
  from: Instant,
  duration: Duration,
): DeadlineExplanation {
  const due = addDuration(calendar, from, duration);
  const isWall = duration.clock === "wall" || due === null;
  const skipped = isWall ? [] : skippedBetween(calendar, from, due);
  return { from, duration, zone: homeZoneOf(calendar), skipped, due };
}
