import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { PhaseName } from "../incident/phases.ts";

/** How an Incident Report is, for whoever waits for it; `written`: somebody said that it is filled in, wherever it stands. */
export type ReportStanding = "published" | "written" | "review" | "draft" | "missing";

/** Whether an incident's issue is open, and as what it was closed (GitHub's word, in lower case). */
export interface IssueState {
  readonly isOpen: boolean;
  readonly reason: string | null;
}

/** How the report of an incident is. */
export function reportStanding({ report, vouched }: Incident): ReportStanding {
  const stage = report?.stage ?? null;
  if (stage === "published") return "published";
  if (vouched.report !== undefined) return "written";
  if (stage === "draft") return "draft";
  return stage === "in-review" || stage === "reviewed" ? "review" : "missing";
}

/** Was the issue closed as anything else than completed: it was no incident, or it is told in another issue? */
export const isDropped = ({ isOpen, reason }: IssueState): boolean =>
  !isOpen && reason !== "completed" && reason !== "reopened";

/** Is the incident over: resolved, or closed as completed? */
export const isOver = (phase: PhaseName, issue: IssueState): boolean =>
  issue.isOpen ? phase === "resolved" : !isDropped(issue);

/** Does an incident owe its report? It does once it is over, until the report is published, or somebody says that it is filled in. */
export function owesReport(incident: Incident, issue: IssueState): boolean {
  const standing = reportStanding(incident);
  const isThere = standing === "published" || standing === "written";
  return incident.active && isOver(incident.phase, issue) && !isThere;
}

/** Since when an incident is over, as far as that is known. */
export const overSince = ({
  resolved,
  closed,
  declared,
}: Readonly<Record<"resolved" | "closed", Instant | null>> & {
  readonly declared: Instant;
}): Instant => resolved ?? closed ?? declared;

/**
 * The address of a report that may be shown beside its incident; null: there is none. Until it is published, a draft that stands in
 * another repository is nobody's business. `issueUrl`: the incident's.
 */
export function shownReportUrl(incident: Incident, issueUrl: string): string | null {
  const url = incident.report?.url ?? null;
  const isHere = url?.startsWith(`${issueUrl.split("/issues/")[0]}/`) === true;
  return reportStanding(incident) === "published" || isHere ? url : null;
}
