import type { Incident } from "../incident/incident.ts";
import type { TimelineEntry, TimelineKind } from "../incident/timeline.ts";
import { NO_DETAILS, type ReportEvent } from "./facts.ts";
import { toMarked } from "./marked.ts";
import { toReminded } from "./reminded.ts";
import type { Mention, ReportSources } from "./sources.ts";
import { withTold } from "./told.ts";

/** What of the timeline a reader of the report wants to know; the rest is about the issue, not about the incident. */
const TOLD: Readonly<Record<TimelineKind, boolean>> = {
  declared: true,
  role: true,
  accepted: false,
  declined: true,
  "handoff-asked": false,
  "passed-over": false,
  expert: true,
  released: true,
  severity: true,
  impact: false,
  note: true,
  update: true,
  // What was told and answered in tickets comes with the messages outside.
  told: false,
  answered: false,
  phase: true,
  escalated: true,
  backlog: false,
  done: false,
  undone: false,
  snoozed: false,
  confirmed: true,
  ticket: false,
  action: false,
  "report-drafted": false,
  "report-approved": false,
  published: false,
  cancelled: true,
  closed: true,
  "closed-anyway": true,
  "close-refused": false,
  reopened: true,
  "label-removed": false,
  "label-restored": false,
  "put-back": false,
};

const toEvent = (entry: TimelineEntry): ReportEvent => ({ ...NO_DETAILS, ...entry });

const toMentioned = ({ kind, at, by, title, name, url }: Mention): ReportEvent => ({
  ...NO_DETAILS,
  at,
  kind,
  by,
  what: name,
  text: title,
  url,
});

/** Whether somebody got a role by the rule when it was declared: who had which role is told elsewhere. */
const isByRule = ({ kind, by, at }: TimelineEntry, { declaredAt }: Incident): boolean =>
  kind === "role" && by === null && at === declaredAt;

/** Everything that a report's timeline tells, oldest first. What stands there as an entry is not told again as a marked comment. */
export function toTimeline(sources: ReportSources): readonly ReportEvent[] {
  const { incident, mentions, outside } = sources;
  const entries = incident.timeline
    .filter((entry) => TOLD[entry.kind] && !isByRule(entry, incident))
    .map(toEvent);
  const urls = new Set(
    entries.flatMap(({ kind, url }) => (kind === "note" || kind === "update" ? (url ?? []) : [])),
  );
  const marked = toMarked(sources).filter(({ url }) => url === null || !urls.has(url));
  const all = [
    ...withTold(entries, outside),
    ...marked,
    ...mentions.map(toMentioned),
    ...toReminded(incident),
  ];
  return all.toSorted((one, other) => one.at - other.at);
}
