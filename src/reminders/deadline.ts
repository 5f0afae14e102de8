import type { Anchor, Deadline } from "../incident/agenda.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { type Duration, explainDeadline, nextWorking } from "../incident/time/index.ts";

/** What a deadline is counted from. */
export interface Start {
  readonly from: Instant;
  readonly anchor: Anchor;
}

/** The deadline at the start itself. */
export const atOnce = ({ from, anchor }: Start): Deadline => ({
  at: from,
  from,
  anchor,
  duration: null,
  before: null,
  skipped: [],
});

/** The deadline this long after the start, by the duration's own clock; null when the calendar never comes to it. */
export function after(start: Start, duration: Duration, { calendar }: Policy): Deadline | null {
  const { due, skipped } = explainDeadline(calendar, start.from, duration);
  return due === null ? null : { ...start, at: due, duration, before: null, skipped };
}

/**
 * The deadline so long ahead of another, wall clock, but not before the middle between that and `done`: whoever just did
 * something is not asked for the next at once. In working time if the other is, and never after it.
 */
export function ahead(
  deadline: Deadline,
  before: Duration,
  done: Instant,
  { calendar }: Policy,
): Deadline {
  const ms = "ms" in before ? before.ms : 0;
  const at = Math.max(deadline.at - ms, done + (deadline.at - done) / 2);
  const working = deadline.duration?.clock === "working" ? nextWorking(calendar, at) : at;
  return { ...deadline, at: Math.min(working ?? at, deadline.at), before };
}
