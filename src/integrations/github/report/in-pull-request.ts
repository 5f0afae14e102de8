import type { ReportDraft, ReportShelf, ReportWhere } from "../../../effects/report.ts";
import { InternalError } from "../../../incident/errors.ts";
import type { Client } from "../client.ts";
import { ensureReportCheck } from "./report-check.ts";
import {
  readPullRequest,
  toHome,
  type PullRequestDraft,
  type ReadReport,
} from "./read-pull-request.ts";
import { askForReview, createPullRequest, writePullRequest } from "./write-pull-request.ts";

function asRead(draft: ReportDraft): PullRequestDraft {
  if ("nodeId" in draft) return draft as PullRequestDraft;
  throw new InternalError("a report was read from another place than it is written to");
}

/** A report as a file that a pull request proposes. */
export function createPullRequestShelf(client: Client, where: ReportWhere): ReportShelf {
  const home = toHome(where);
  // One look reads once: nothing that it makes twice would be made, since each part has its name.
  let last: Promise<ReadReport> | null = null;
  const read = (): Promise<ReadReport> => (last = readPullRequest(client, home, where.path));
  return {
    read: async () => (await read()).draft,
    create: async (report) =>
      createPullRequest(client, home, await (last ?? read()), report, where.key.number),
    write: (draft, text) => writePullRequest(client, home, asRead(draft), text),
    ask: (draft, userId) => askForReview(client, home, asRead(draft), userId),
    check: (draft, check) => ensureReportCheck(client, home, draft, check),
  };
}
