import type { ReportPolicy } from "../incident/report-policy.ts";
import { isHeldUp, lintReport } from "./lint/lint-report.ts";

/** Whether a report may be published, and what a terminal shows of it. */
export interface ReportCheck {
  readonly isGood: boolean;
  readonly lines: readonly string[];
}

/**
 * Checks the text of a report as Sitrep does. A finding is a line `name:line:column: blocking rule: what, and how to mend it`, as editors and
 * CI read it. `name` is what the file is called there; `rules` are the policy's.
 */
export function checkReport(name: string, text: string, rules: ReportPolicy["rules"]): ReportCheck {
  const findings = lintReport(text, rules);
  const lines = findings.map(
    ({ rule, line, column, words, suggestion, blocking }) =>
      `${name}:${line}:${column}: ${blocking ? "blocking" : "advisory"} ${rule}: ${words} ${suggestion}`,
  );
  const held = findings.filter(({ blocking }) => blocking).length;
  const told = findings.length - held;
  const sum =
    findings.length === 0
      ? "ok, nothing is missing"
      : `${held === 0 ? "ok" : `${held} to mend`}${told === 0 ? "" : `, ${told} to look at`}`;
  return { isGood: !isHeldUp(findings), lines: [...lines, `${name}: ${sum}`] };
}
