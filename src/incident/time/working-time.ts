import { InternalError } from "../errors.ts";
import type { Instant } from "../instant.ts";
import type { Calendar } from "./calendar.ts";
import { DAY } from "./dates.ts";
import { spansFrom } from "./spans.ts";

/** A stretch of work without an end for this long is taken as having none. */
const LONGEST_STRETCH = 31 * DAY;

/** Whether somebody works at this instant. At the very end of hours nobody does any more. */
export const isWorking = (calendar: Calendar, at: Instant): boolean =>
  nextWorking(calendar, at) === at;

/** This instant if somebody works then, else when work begins again; null when it does not within 50 years. */
export function nextWorking(calendar: Calendar, at: Instant): Instant | null {
  for (const { from, to } of spansFrom(calendar, at)) {
    if (to > at) return Math.max(from, at);
  }
  return null;
}

/** When the work that goes on at this instant ends; null when nobody works then, or when no end comes for 31 days. */
export function workingUntil(calendar: Calendar, at: Instant): Instant | null {
  let end = at;
  for (const { from, to } of spansFrom(calendar, at)) {
    if (from > end) break;
    end = to;
    if (end - at > LONGEST_STRETCH) return null;
  }
  return end === at ? null : end;
}

/**
 * The first instant at which this much working time (ms, not negative) has passed since `at`. What is full at the very end of
 * hours is due at that end, not when work begins again: 8 hours after Monday 09:00 are Monday 17:00. No time at all is `at`
 * itself, or when work begins next. Null when the calendar does not hold that much within 50 years.
 */
export function addWorking(calendar: Calendar, at: Instant, ms: number): Instant | null {
  if (!(ms >= 0)) throw new InternalError(`working time cannot be ${ms} ms`);
  let left = ms;
  for (const { from, to } of spansFrom(calendar, at)) {
    const start = Math.max(from, at);
    if (to - start >= left) return start + left;
    left -= to - start;
  }
  return null;
}

/** Working time between two instants, in ms; 0 when `to` is not after `from`. Counted for 50 years at most. */
export function workingBetween(calendar: Calendar, from: Instant, to: Instant): number {
  let sum = 0;
  for (const span of spansFrom(calendar, from)) {
    if (span.from >= to) break;
    sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return sum;
}
