import type { ReportShelf, ReportWhere } from "../../../effects/report.ts";
import type { Client } from "../client.ts";
import { createCommentShelf } from "./in-comment.ts";
import { createIssueShelf } from "./in-issue.ts";
import { createPullRequestShelf } from "./in-pull-request.ts";

export { readSources, type ReadSources, type WantedSources } from "./read-sources.ts";
export { REPORT_KEY } from "./in-comment.ts";
export { REPORT_CHECK_NAME } from "./report-check.ts";

const SHELVES = {
  "pull-request": createPullRequestShelf,
  comment: createCommentShelf,
  issue: createIssueShelf,
} as const satisfies Readonly<
  Record<ReportWhere["as"], (client: Client, where: ReportWhere) => ReportShelf>
>;

/** The place of a report. Throws `TerminalError` where the policy names one that cannot be. */
export const createShelf = (client: Client, where: ReportWhere): ReportShelf =>
  SHELVES[where.as](client, where);
