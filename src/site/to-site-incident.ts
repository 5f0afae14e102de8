import { readFields } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { IncidentIssue } from "../incident/incident-issue.ts";
import { findPhase, phaseOfLabel } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import { isReportTitle } from "../incident/report.ts";
import { findSeverity } from "../incident/severity.ts";
import { toVocabulary } from "../decide/index.ts";
import {
  isDropped,
  isOver,
  owesReport,
  reportStanding,
  shownReportUrl,
  toUpdateStretches,
} from "../report/index.ts";
import { toLine } from "./html/user-text.ts";
import { toMilestonesByLabels, toSiteMilestones } from "./milestones.ts";
import { toStory } from "./story.ts";
import type { SiteData, SiteIncident, SiteReport, SiteState } from "./site-data.ts";

type Known = Pick<SiteData, "policy" | "names" | "builtAt">;

const stateOf = (issue: IncidentIssue, phase: Incident["phase"]): SiteState => {
  if (issue.isOpen) return phase;
  return isDropped(issue) ? "dropped" : "closed";
};

/** A report is asked for once it is over. */
function reportOf(issue: IncidentIssue, incident: Incident): SiteReport {
  const found = reportStanding(incident);
  return {
    state: found === "missing" && !isOver(incident.phase, issue) ? "none" : found,
    url: shownReportUrl(incident, issue.url),
    isOwed: owesReport(incident, issue),
  };
}

const inCommon = ({ number, title, url, actionItems, reportText }: IncidentIssue) => ({
  number,
  reportText,
  title: toLine(title) || `Incident ${number}`,
  url,
  actionItems: actionItems
    .filter((item) => !isReportTitle(item.title))
    .map((item) => ({ ...item, title: toLine(item.title) || item.url })),
});

function fromRecord(
  issue: IncidentIssue,
  incident: Incident,
  { policy, names, builtAt }: Known,
): SiteIncident {
  const state = stateOf(issue, incident.phase);
  const milestones = toSiteMilestones(incident, issue, policy);
  const over = milestones.resolved ?? milestones.closed;
  return {
    ...inCommon(issue),
    state,
    milestones,
    severity: toLine(incident.severity) || null,
    isFollowed: true,
    ...toStory(incident, policy, { names, over }),
    earlier: incident.archived,
    updates: state === "dropped" ? [] : toUpdateStretches(incident, { over, now: builtAt }, policy),
    report: reportOf(issue, incident),
  };
}

function severityOf(issue: IncidentIssue, field: string | null, policy: Policy): string | null {
  const byLabel = policy.severities.find((severity) =>
    issue.labels.some((label) => label.toLowerCase() === severity.toLowerCase()),
  );
  return byLabel ?? (field === null ? null : findSeverity(field, policy));
}

function fromIssue(issue: IncidentIssue, { policy }: Known): SiteIncident {
  const fields = readFields(issue.body, toVocabulary(policy));
  const byLabel = issue.labels.flatMap((label) => phaseOfLabel(label, policy.phases) ?? []);
  const phase = byLabel[0] ?? findPhase(fields.status ?? "") ?? "investigating";
  const started = fields.impactStarted === null ? null : Date.parse(fields.impactStarted);
  return {
    ...inCommon(issue),
    state: stateOf(issue, phase),
    milestones: toMilestonesByLabels(issue, policy, started),
    severity: severityOf(issue, fields.severity, policy),
    isFollowed: false,
    entries: [],
    commands: [],
    earlier: 0,
    updates: [],
    report: { state: "unknown", url: null, isOwed: false },
  };
}

/** An incident as the site shows it: from Sitrep's record where there is one, else from what people see of the issue. */
export const toSiteIncident = (issue: IncidentIssue, known: Known): SiteIncident =>
  issue.incident === null ? fromIssue(issue, known) : fromRecord(issue, issue.incident, known);
