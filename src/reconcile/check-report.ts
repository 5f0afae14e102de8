import type { ReportCheck, ReportDraft, ReportShelf } from "../effects/report.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Policy } from "../incident/policy.ts";
import { renderReportCheck } from "../messages/index.ts";
import { isHeldUp, lintReport } from "../report/index.ts";
import type { ReportMemory } from "./memory.ts";

/** What is unfinished in a report, as a check says it. */
export function toReportCheck(text: string, policy: Policy, server: string): ReportCheck {
  const findings = lintReport(text, policy.report.rules);
  return {
    isDone: !isHeldUp(findings),
    ...renderReportCheck(findings, policy, server),
    notes: findings
      .toSorted((a, b) => Number(b.blocking) - Number(a.blocking))
      .map(({ line, words, suggestion, blocking }) => {
        return { line, isBlocking: blocking, text: `${words} ${suggestion}` };
      }),
  };
}

/** Puts the check on the report's newest state, once. Without the permission for checks the report goes without. */
export async function checkReport(
  draft: ReportDraft,
  shelf: ReportShelf,
  memory: ReportMemory,
  policy: Policy,
  server: string,
): Promise<void> {
  if (draft.text === null || memory.checked === draft.version) return;
  try {
    await shelf.check(draft, toReportCheck(draft.text, policy, server));
  } catch (error) {
    if (!(error instanceof TerminalError)) throw error;
  }
  memory.checked = draft.version;
}
