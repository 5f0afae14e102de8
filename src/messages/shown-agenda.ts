import type { AgendaItem, Anchor, Deadline } from "../incident/agenda.ts";
import { toIso, type Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import {
  addDuration,
  type Duration,
  homeZoneOf,
  toSkippedWords,
  toWords,
} from "../incident/time/index.ts";

const NAMES = 5;
// What is due at these is not due because of something that happened, but at a time that was known before.
const COMING: readonly Anchor[] = ["own-day", "promise"];

const toLength = (duration: Duration | null): string | null =>
  duration === null ? null : toWords(duration);

const lengthOf = (duration: Duration | null): number =>
  duration !== null && "ms" in duration ? duration.ms : 0;

/** What a deadline is ahead of; its own time where it is ahead of nothing. */
function targetOf(
  { at, from, duration, before }: Deadline,
  { calendar }: Pick<Policy, "calendar">,
): Instant {
  if (before === null) return at;
  return duration === null ? from : (addDuration(calendar, from, duration) ?? at);
}

/**
 * A deadline as its partials get it: lengths and time off in words. `before` is said only where it is exact: whoever promised
 * something soon is reminded halfway.
 */
export function toShownDeadline(deadline: Deadline, policy: Pick<Policy, "calendar">): object {
  const { at, from, anchor, duration, before, skipped } = deadline;
  const target = targetOf(deadline, policy);
  return {
    at,
    from,
    anchor,
    duration: toLength(duration),
    ahead: before !== null,
    before: target - lengthOf(before) === at ? toLength(before) : null,
    target,
    atOnce: duration === null && before === null && !COMING.includes(anchor),
    isSameDay: toIso(target).slice(0, 10) === toIso(at).slice(0, 10),
    skipped: toSkippedWords(skipped, homeZoneOf(policy.calendar)),
  };
}

/** What is to come, as its partials get it; `zone` is that of whoever reads it, where that is known. */
export const toShownItem = (
  { reminder, names, deadline, snoozedUntil, dueAt, moves }: AgendaItem,
  policy: Pick<Policy, "calendar">,
  zone: string | null = null,
): object => ({
  reminder,
  names: names.slice(0, NAMES),
  moreNames: Math.max(0, names.length - NAMES),
  deadline: toShownDeadline(deadline, policy),
  isSnoozed: snoozedUntil !== null,
  dueAt,
  moves,
  zone,
});
