import type { Incident } from "../incident/incident.ts";
import type { Policy } from "../incident/policy.ts";
import type { DebtLacks, DebtRow } from "../incident/report-debt.ts";
import { reportWriter } from "../incident/report-turn.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import {
  lintReport,
  overSince,
  owesReport,
  reachedPhases,
  shownReportUrl,
  type ReportFinding,
} from "../report/index.ts";
import { reviewersOf } from "./follow-report.ts";

const TITLE_LIMIT = 100;

const toTitle = (title: string, number: number): string => {
  const line = title
    .toWellFormed()
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, TITLE_LIMIT)
    .toWellFormed();
  return line === "" ? `Incident ${number}` : line;
};

/** How often a draft lacks what, of what holds it up. */
function toLacks(findings: readonly ReportFinding[]): DebtLacks {
  const blocking = findings.filter((finding) => finding.blocking);
  const count = (name: ReportFinding["rule"]): number =>
    blocking.filter(({ rule }) => rule === name).length;
  const [questions, sections] = [count("unanswered"), count("empty-section")];
  return { questions, sections, others: blocking.length - questions - sections };
}

/**
 * The row of an incident in the list of reports that are owed; null: it owes none. `text` is its draft's, null where it was not read.
 * The same rule as the site's: {@link owesReport}.
 */
export function toDebtRow(
  incident: Incident,
  { key, title, url }: Pick<Snapshot, "key" | "title" | "url">,
  text: string | null,
  policy: Policy,
): DebtRow | null {
  const { closed, report = null, declaredAt } = incident;
  const issue = { isOpen: closed === null, reason: closed?.reason ?? null };
  if (!owesReport(incident, issue)) return null;
  const stage = report?.stage ?? null;
  const hasReviews = (report?.as ?? policy.report.as) === "pull-request";
  const asked = stage === "in-review" ? (report?.reviewer ?? null) : null;
  const [next = null] = reviewersOf(incident, policy);
  return {
    number: key.number,
    title: toTitle(title, key.number),
    since: overSince({
      resolved: reachedPhases(incident).resolved,
      closed: closed?.at ?? null,
      declared: declaredAt,
    }),
    stage,
    as: report?.as ?? null,
    url: shownReportUrl(incident, url),
    writer: reportWriter(incident, policy),
    reviewer: hasReviews && stage !== "reviewed" ? (asked ?? next) : null,
    lacks: stage === null || text === null ? null : toLacks(lintReport(text, policy.report.rules)),
  };
}
