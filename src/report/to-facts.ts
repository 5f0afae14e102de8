import type { ReportFacts, SeverityChange } from "./facts.ts";
import { toLasted, toMilestones, toTimes } from "./milestones.ts";
import { toParticipants } from "./participants.ts";
import type { ReportSources } from "./sources.ts";
import { toTenures } from "./tenures.ts";
import { toTimeline } from "./timeline.ts";
import { toReportTitle } from "./title.ts";
import { toUpdateStretches } from "./update-stretches.ts";

/** How severe it was from when on, the declaration first. */
function toSeverities({ incident, firstSeverity }: ReportSources): readonly SeverityChange[] {
  const changes = incident.timeline.flatMap(({ kind, at, by, what }) =>
    kind === "severity" && what !== undefined ? [{ at, severity: what, by }] : [],
  );
  const { declaredAt, declaredBy } = incident;
  const first = { at: declaredAt, severity: firstSeverity, by: declaredBy };
  const all = [first, ...changes];
  return all.filter(({ severity }, index) => severity !== all[index - 1]?.severity);
}

/** Gathers the facts of an incident from what was read of it. A function of its argument; nothing in it is a guess. */
export function toReportFacts(sources: ReportSources): ReportFacts {
  const { snapshot, incident, unfiled } = sources;
  const { owner, repo, number } = snapshot.key;
  const { milestones, ended } = toMilestones(sources);
  // What is overdue now is no fact that stays.
  const ends = { over: milestones.resolved?.at ?? incident.closed?.at ?? null, now: null };
  const tenures = toTenures(incident);
  return {
    owner,
    repo,
    number,
    url: snapshot.url,
    title: toReportTitle(snapshot.title),
    phase: incident.phase,
    isClosed: incident.closed !== null,
    severity: incident.severity,
    severities: toSeverities(sources),
    milestones,
    times: toTimes(milestones),
    duration: toLasted(milestones, ended),
    updateStretches: toUpdateStretches(incident, ends, sources.policy),
    tenures,
    participants: toParticipants(sources, tenures),
    representative: incident.representative,
    tickets: incident.tickets,
    timeline: toTimeline(sources),
    actionItems: snapshot.actionItems,
    unfiled,
  };
}
