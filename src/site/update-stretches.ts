import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { addDuration } from "../incident/time/index.ts";
import type { UpdateStretch } from "./site-data.ts";

/**
 * The stretches between status updates of a response: from its declaration over each update to its resolution. One is kept where it
 * ended within the policy's time for updates. The last one of a response that goes on counts once it is overdue. None where the policy
 * asks for no updates, or where the oldest part of the timeline is not in the record.
 */
export function toUpdateStretches(
  { timeline, declaredAt, archived }: Incident,
  over: Instant | null,
  { calendar, reminders }: Policy,
  now: Instant,
): readonly UpdateStretch[] {
  const every = reminders["update-due"]?.every;
  if (every === undefined || archived > 0) return [];
  const until = over ?? now;
  const told = timeline.flatMap(({ kind, at }) => (kind === "update" && at < until ? [at] : []));
  const points = [declaredAt, ...told, until];
  return points.slice(0, -1).flatMap((from, index) => {
    const to = points[index + 1] ?? until;
    const due = addDuration(calendar, from, every);
    const isKept = due === null || to <= due;
    const isOpen = over === null && index === points.length - 2;
    return isOpen && isKept ? [] : [{ from, to, isKept }];
  });
}
