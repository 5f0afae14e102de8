import type { EarlierIssue } from "../../incident/earlier-issue.ts";
import { readNamedValues, type NamedValue, type Vocabulary } from "../../incident/fields/index.ts";
import type { Incident } from "../../incident/incident.ts";
import type { Instant } from "../../incident/instant.ts";
import { phaseOfLabel } from "../../incident/phases.ts";
import type { Policy } from "../../incident/policy.ts";
import { isReportTitle } from "../../incident/report.ts";
import { reportTurn } from "../../incident/report-turn.ts";
import { overSince, owesReport, reachedPhases } from "../../report/index.ts";

/** By what incidents are compared. */
export interface Traits {
  readonly title: string;
  /** Those that say something: not that it is an incident, nor how far or how bad it is. Compare without case. */
  readonly labels: readonly string[];
  /** What the policy's fields say. */
  readonly values: readonly NamedValue[];
  readonly companies: readonly string[];
}

/** Something of an earlier incident that nobody finished. */
export interface Unfinished {
  readonly kind: "action" | "report";
  /** Of the action item; of the incident where it is its report. */
  readonly title: string;
  readonly url: string;
  /** When the action item was opened; when the incident was over. */
  readonly since: Instant;
  /** Logins of those who have it; nobody where nobody is known. */
  readonly owners: readonly string[];
}

/** An earlier incident with what is unfinished of it. */
export interface Earlier extends Traits {
  readonly number: number;
  readonly url: string;
  /** When it was declared, as far as that is known; else when it was opened. */
  readonly at: Instant;
  readonly unfinished: readonly Unfinished[];
}

/** How incidents are read for a comparison. */
export interface Comparing {
  readonly policy: Policy;
  readonly vocabulary: Vocabulary;
}

/** The traits of an issue that is an incident. */
export function toTraits(
  {
    title,
    labels,
    body,
  }: { readonly title: string; readonly labels: readonly string[]; readonly body: string },
  companies: readonly string[],
  { policy, vocabulary }: Comparing,
): Traits {
  const silent = [...policy.labels, ...policy.severities].map((name) => name.toLowerCase());
  const telling = labels.filter(
    (label) => phaseOfLabel(label, policy.phases) === null && !silent.includes(label.toLowerCase()),
  );
  const values = readNamedValues(body, policy.related?.fields ?? [], vocabulary);
  return { title, labels: telling, values, companies };
}

/** Since when a report is owed, by the same rule as the list of owed reports and the site. Null: none is, or that is not known. */
function owedSince(issue: EarlierIssue, incident: Incident): Instant | null {
  if (!owesReport(incident, issue)) return null;
  const { resolved } = reachedPhases(incident);
  const { closed, declaredAt: declared } = incident;
  return overSince({ resolved, closed: closed?.at ?? null, declared });
}

function toUnfinished(issue: EarlierIssue, policy: Policy): readonly Unfinished[] {
  const { title, url, incident, actionItems } = issue;
  const since = incident === null ? null : owedSince(issue, incident);
  const turn = incident === null ? null : reportTurn(incident, policy);
  const owners = turn === null ? [] : [turn];
  return [
    ...actionItems
      .filter((item) => item.isOpen && !isReportTitle(item.title))
      .map((item) => ({
        kind: "action" as const,
        title: item.title,
        url: item.url,
        since: item.openedAt,
        owners: item.assignees,
      })),
    ...(since === null ? [] : [{ kind: "report" as const, title, url, since, owners }]),
  ];
}

/** An earlier incident as it is compared with a new one. */
export const toEarlier = (issue: EarlierIssue, comparing: Comparing): Earlier => ({
  ...toTraits(issue, issue.companies, comparing),
  number: issue.number,
  url: issue.url,
  at: issue.incident?.declaredAt ?? issue.createdAt,
  unfinished: toUnfinished(issue, comparing.policy),
});
