import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { REPORT_KINDS, type TimelineEntry } from "../incident/timeline.ts";
import { takesUp } from "../report/index.ts";

/** The timeline with one more entry; what is known late stands where it belongs, as it does when the record is made anew. */
function withEntry(
  timeline: readonly TimelineEntry[],
  entry: TimelineEntry,
): readonly TimelineEntry[] {
  if (!REPORT_KINDS.includes(entry.kind)) return [...timeline, entry];
  const before = timeline.findLastIndex(({ at }) => at <= entry.at) + 1;
  return [...timeline.slice(0, before), entry, ...timeline.slice(before)];
}

/** The incident that somebody took up then, unless somebody had before. A record that never held when that was does not begin to. */
export function takenUp(incident: Incident, at: Instant): Incident {
  const { acknowledgedAt } = incident;
  // What is seen late may be earlier than what was seen before.
  const isFirst = acknowledgedAt === null || (acknowledgedAt !== undefined && at < acknowledgedAt);
  return isFirst ? { ...incident, acknowledgedAt: at } : incident;
}

/** The incident with one more line of its timeline, which may be how somebody took it up. */
export function log(incident: Incident, entry: TimelineEntry): Incident {
  const next = { ...incident, timeline: withEntry(incident.timeline, entry) };
  return takesUp(entry, incident) ? takenUp(next, entry.at) : next;
}
