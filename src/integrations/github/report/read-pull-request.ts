import type { ReportDraft, ReportWhere } from "../../../effects/report.ts";
import { RetryLaterError, TerminalError } from "../../../incident/errors.ts";
import { toReportBranch, type ReportSeen } from "../../../incident/report.ts";
import { parseAnswer, type Client, type FieldFailure } from "../client.ts";
import {
  FILES,
  filesShape,
  REPORT,
  reportShape,
  type PullRequestNode,
  type ReportRepository,
} from "./pull-request-documents.ts";

/** The repository of a report and its branch. */
export interface ReportHome {
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

/** A pull request with its report, as it was read. */
export interface PullRequestDraft extends ReportDraft {
  readonly nodeId: string;
}

/** The repository as it was read, and the report's pull request in it; null: there is none. */
export interface ReadReport {
  readonly repository: ReportRepository;
  readonly draft: PullRequestDraft | null;
}

/** Where a report's branch is. */
export function toHome({ key, to }: ReportWhere): ReportHome {
  const [owner = key.owner, repo = key.repo] = to?.split("/") ?? [];
  if (owner.toLowerCase() !== key.owner.toLowerCase()) {
    throw new TerminalError(
      `Reports of ${key.owner} cannot be published in ${owner}/${repo}: an App reaches one owner at a time. Name a repository of ${key.owner} at \`report.to\` in the policy.`,
    );
  }
  return { owner, repo, branch: toReportBranch(key) };
}

/** What it means that GitHub keeps back a part, and who can do what about it. */
export function toBarred(home: ReportHome, { type, message }: FieldFailure): Error {
  const place = `${home.owner}/${home.repo}`;
  if (type === "NOT_FOUND" || type === "FORBIDDEN") {
    return new TerminalError(
      `Sitrep cannot open a pull request in ${place}: its App needs to be installed there, with write access to contents and to pull requests (${message}).`,
    );
  }
  // What was made or written a moment ago is found by the next look.
  if (/already exists|expected branch/i.test(message)) {
    return new RetryLaterError(`Something changed in ${place} at the same time.`, 2000);
  }
  if (type === "UNPROCESSABLE") return new TerminalError(`${place}: ${message}`);
  return new RetryLaterError(`GitHub failed at the report in ${place}: ${type}`, 2000);
}

const STATES = { OPEN: "open", CLOSED: "withdrawn", MERGED: "published" } as const;

function toSeen(node: PullRequestNode, isPrivate: boolean, known: string | null): ReportSeen {
  const { number, url, createdAt, mergedAt = null, mergedBy, isDraft, state } = node;
  const paths = (node.files?.nodes ?? []).map(({ path }) => path);
  const reports = paths.filter((path) => /\.(?:md|markdown)$/i.test(path));
  return {
    as: "pull-request",
    id: String(number),
    url,
    // People may have renamed it, or added other files.
    path: reports.find((path) => path === known) ?? reports[0] ?? null,
    state: state === "OPEN" && isDraft ? "draft" : STATES[state],
    createdAt,
    publishedAt: mergedAt,
    publishedBy: mergedBy?.login ?? null,
    approvals: (node.latestOpinionatedReviews?.nodes ?? []).flatMap((review) =>
      review.state === "APPROVED" && review.author
        ? [{ login: review.author.login, at: review.submittedAt ?? createdAt }]
        : [],
    ),
    isPublic: !isPrivate,
    requested: (node.reviewRequests?.nodes ?? []).flatMap(
      ({ requestedReviewer }) => requestedReviewer?.login ?? [],
    ),
  };
}

/** A file's text at a revision, null where there is none; and whether the default branch has one of that name. */
export async function readFile(
  client: Client,
  home: ReportHome,
  revision: string,
  path: string,
): Promise<{ readonly text: string | null; readonly isTaken: boolean }> {
  const { owner, repo } = home;
  const variables = { owner, repo, here: `${revision}:${path}`, there: `HEAD:${path}` };
  const answer = await client.query(FILES, variables);
  const [failed] = answer.failures;
  if (failed !== undefined) throw toBarred(home, failed);
  const { here, there } = parseAnswer(filesShape, answer).repository;
  return { text: here?.text ?? null, isTaken: there?.oid !== undefined };
}

/** Reads a report's pull request; one request, and one more where the file's name is not known or not the same any more. */
export async function readPullRequest(
  client: Client,
  home: ReportHome,
  path: string | null,
): Promise<ReadReport> {
  const { owner, repo, branch } = home;
  const answer = await client.query(REPORT, {
    owner,
    repo,
    branch,
    ref: `refs/heads/${branch}`,
    file: `${branch}:${path ?? ""}`,
    hasFile: path !== null,
  });
  const [failed] = answer.failures;
  if (failed !== undefined) throw toBarred(home, failed);
  const { repository } = parseAnswer(reportShape, answer);
  // Whoever may not write here can open one from a copy of the repository, with a branch of any name.
  const node = repository.pullRequests.nodes.find((one) => !one.isCrossRepository);
  if (node === undefined) return { repository, draft: null };
  const seen = toSeen(node, repository.isPrivate, path);
  const isRead = seen.path === path && repository.file?.oid !== undefined;
  const text = isRead
    ? (repository.file?.text ?? null)
    : seen.path === null
      ? null
      : (await readFile(client, home, node.headRefOid, seen.path)).text;
  return { repository, draft: { ...seen, text, version: node.headRefOid, nodeId: node.id } };
}
