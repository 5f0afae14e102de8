import type { Decision, Given } from "../decide/index.ts";
import type { ReportDraft, ReportShelf } from "../effects/report.ts";
import { ACTION_TITLE_LIMIT } from "../incident/action-items.ts";
import { TerminalError } from "../incident/errors.ts";
import { toPassing } from "../integrations/github/index.ts";
import { readActions } from "../report/index.ts";
import type { Remembered } from "./memory.ts";
import { isReportOpen, isSeen, toReportWhere } from "./report-where.ts";
import type { LookOptions } from "./sight.ts";
import { toSetback } from "./trouble.ts";

/** A report as it was read, and through what. */
export interface SeenReport {
  readonly report: ReportDraft | null;
  readonly shelf: ReportShelf | null;
}

const UNSEEN: SeenReport = { report: null, shelf: null };

/** The action items that are written in a report and have no issue. */
export const toWrittenActions = ({ text }: ReportDraft): NonNullable<Given["writtenActions"]> =>
  readActions(text ?? "").flatMap(({ title, assignees, isDone, hasIssue }) =>
    isDone || hasIssue
      ? []
      : [{ title: title.slice(0, ACTION_TITLE_LIMIT).trim(), assignee: assignees[0] ?? null }],
  );

/**
 * Reads the report of an incident that has one that is not published yet; none where there is none to read, or it cannot be read now. What
 * cannot be read holds nothing else up: the incident is decided on without it, and the report stays as far as it was.
 */
export async function seeReport(
  { record }: Decision,
  { snapshot, policy }: Given,
  remembered: Remembered,
  { github, now }: LookOptions,
): Promise<SeenReport> {
  const memory = remembered.report;
  const incident = record?.incident ?? null;
  if (incident === null || !isReportOpen(incident)) return UNSEEN;
  if (memory.trouble !== null && memory.trouble.retryAt > now()) return UNSEEN;
  const where = toReportWhere(incident, snapshot, policy, memory);
  try {
    const shelf = github.reportOf(where);
    return { report: await shelf.read(), shelf };
  } catch (error) {
    const mayGoElsewhere = !isSeen(incident) && where.as !== "comment";
    if (error instanceof TerminalError && mayGoElsewhere) memory.barred = error.message;
    else memory.trouble = toSetback(toPassing(error), memory.trouble?.failures ?? 0, now());
    return UNSEEN;
  }
}
