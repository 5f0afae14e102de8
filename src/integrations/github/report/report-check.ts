import type { ReportCheck, ReportDraft } from "../../../effects/report.ts";
import type { Client } from "../client.ts";
import type { ReportHome } from "./read-pull-request.ts";

/** What the check is called on GitHub. */
export const REPORT_CHECK_NAME = "Sitrep report";

// GitHub takes so many in a request; the title says how many there are.
const MOST_NOTES = 50;

/** Puts the check on a report's newest commit, unless it has one. Throws `TerminalError` where the App may not write checks. */
export async function ensureReportCheck(
  client: Client,
  { owner, repo }: ReportHome,
  { version, path }: ReportDraft,
  { isDone, title, summary, notes }: ReportCheck,
): Promise<void> {
  if (path === null) return;
  const at = { owner, repo, ref: version, check_name: REPORT_CHECK_NAME };
  const found = await client.rest("read", (octokit) => octokit.rest.checks.listForRef(at));
  if (found.data.total_count > 0) return;
  await client.rest("write", (octokit) =>
    octokit.rest.checks.create({
      owner,
      repo,
      name: REPORT_CHECK_NAME,
      head_sha: version,
      status: "completed",
      conclusion: isDone ? "success" : "failure",
      output: {
        title,
        summary,
        annotations: notes.slice(0, MOST_NOTES).map((note) => ({
          path,
          start_line: note.line,
          end_line: note.line,
          annotation_level: note.isBlocking ? "failure" : "notice",
          message: note.text,
        })),
      },
    }),
  );
}
