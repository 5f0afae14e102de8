import type { ReportWhere } from "../effects/report.ts";
import { isReportTitle } from "../incident/report.ts";
import type { Incident } from "../incident/incident.ts";
import type { Policy } from "../incident/policy.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { REPORT_KEY } from "../integrations/github/index.ts";
import type { ReportMemory } from "./memory.ts";

/** Is the incident's report to be followed: wanted, not published, its incident one? */
export function isReportOpen({ active, closed, report }: Incident): boolean {
  if (report === undefined || report === null || report.stage === "published") return false;
  return active && (closed?.reason ?? "completed") === "completed";
}

/** Was a draft of the report ever seen in its place? */
export const isSeen = ({ report }: Incident): boolean =>
  report !== undefined && report !== null && report.as !== null;

/** Where the report is, or is to be: where it was seen, else where its comment or its issue stands already, else by the policy. */
export function toReportWhere(
  incident: Incident,
  snapshot: Snapshot,
  policy: Policy,
  { barred, path }: ReportMemory,
): ReportWhere {
  const { report = null } = incident;
  const place = { key: snapshot.key, issueId: snapshot.nodeId, to: policy.report.to };
  if (report !== null && report.as !== null) {
    return { ...place, as: report.as, id: report.id, path: report.path };
  }
  const comment = snapshot.posts.find(({ key, nodeId }) => key === REPORT_KEY && nodeId !== "");
  if (comment !== undefined) return { ...place, as: "comment", id: comment.nodeId, path: null };
  const issue = snapshot.actionItems.find(({ title }) => isReportTitle(title));
  if (issue !== undefined) return { ...place, as: "issue", id: `${issue.number}`, path: null };
  return { ...place, as: barred === null ? policy.report.as : "comment", id: null, path };
}
