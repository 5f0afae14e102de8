import type { Policy } from "../incident/policy.ts";
import type { ReportFinding } from "../report/index.ts";
import { capped } from "./shown.ts";
import { fillPartial } from "./templates.ts";

const FINDINGS = 30;

const counted = (count: number, what: string): string => `${count} ${what}`;

/** What the check of a report is called for its findings, in a few words. */
function toTitle(blocking: number, advisory: number): string {
  if (blocking + advisory === 0) return "Nothing is missing";
  const parts = [
    ...(blocking > 0 ? [counted(blocking, "to mend")] : []),
    ...(advisory > 0 ? [counted(advisory, "to look at")] : []),
  ];
  return parts.join(", ");
}

/** The title of the check of a report, plain, and its summary, Markdown, below GitHub's limit of 65,535 characters. */
export function renderReportCheck(
  findings: readonly ReportFinding[],
  policy: Policy,
  server: string,
): { readonly title: string; readonly summary: string } {
  const blocking = findings.filter((finding) => finding.blocking);
  const advisory = findings.filter((finding) => !finding.blocking);
  const shown = { blocking: capped(blocking, FINDINGS), advisory: capped(advisory, FINDINGS) };
  return {
    title: toTitle(blocking.length, advisory.length),
    summary: fillPartial("report-check", shown, { policy, server }),
  };
}
