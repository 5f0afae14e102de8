import type { NewReport } from "../../../effects/report.ts";
import { TerminalError } from "../../../incident/errors.ts";
import type { Answer, Client } from "../client.ts";
import { toDocument, type Mutation } from "../write-document.ts";
import {
  readFile,
  toBarred,
  type PullRequestDraft,
  type ReadReport,
  type ReportHome,
} from "./read-pull-request.ts";
import type { ReportRepository } from "./pull-request-documents.ts";

const NOTHING = "{ clientMutationId }";

const toBranch = (id: string, { branch }: ReportHome, oid: string): Mutation => ({
  field: "createRef",
  input: "CreateRefInput",
  variable: { repositoryId: id, name: `refs/heads/${branch}`, oid },
  selection: NOTHING,
});

/** The commit that writes a file, made only where the branch is at `oid`: what people pushed since is never written over. */
function toCommit(
  repository: string,
  { branch }: ReportHome,
  oid: string,
  { path, text, message }: { path: string; text: string; message: string },
): Mutation {
  const contents = Buffer.from(text).toString("base64");
  return {
    field: "createCommitOnBranch",
    input: "CreateCommitOnBranchInput",
    variable: {
      branch: { repositoryNameWithOwner: repository, branchName: branch },
      message: { headline: message },
      expectedHeadOid: oid,
      fileChanges: { additions: [{ path, contents }] },
    },
    selection: NOTHING,
  };
}

const toPullRequest = (
  { id, defaultBranchRef }: ReportRepository,
  { branch }: ReportHome,
  { title, about }: NewReport,
  draft: boolean,
): Mutation => ({
  field: "createPullRequest",
  input: "CreatePullRequestInput",
  variable: {
    repositoryId: id,
    baseRefName: defaultBranchRef?.name ?? "main",
    headRefName: branch,
    title,
    body: about,
    draft,
  },
  selection: NOTHING,
});

const send = (client: Client, name: string, mutations: readonly Mutation[]): Promise<Answer> => {
  const { document, variables } = toDocument(name, mutations);
  return client.mutate(document, variables);
};

// Private repositories of some plans have none.
const isWithoutDrafts = (message: string): boolean => /draft/i.test(message);

/** A name that no file of the default branch has: two incidents of a day may have the same title. */
async function freePath(
  client: Client,
  home: ReportHome,
  revision: string,
  { path }: NewReport,
  number: number,
): Promise<{ readonly path: string; readonly isWritten: boolean }> {
  const other = path.replace(/(\.\w+)$/, `-${number}$1`);
  for (const one of [path, other]) {
    const { text, isTaken } = await readFile(client, home, revision, one);
    if (!isTaken) return { path: one, isWritten: text !== null };
  }
  throw new TerminalError(`${home.owner}/${home.repo} has ${path} and ${other} already.`);
}

/**
 * Makes what is missing of a report's branch, file and draft pull request, in one document. All are found by their names again, so
 * that a repeat after an interruption makes the rest. A pull request that was closed is not opened again.
 */
export async function createPullRequest(
  client: Client,
  home: ReportHome,
  { repository, draft }: ReadReport,
  report: NewReport,
  number: number,
): Promise<string | null> {
  if (draft !== null) return draft.path;
  const base = repository.defaultBranchRef?.target.oid;
  if (base === undefined) {
    throw new TerminalError(`${home.owner}/${home.repo} is empty: it has no branch yet.`);
  }
  const head = repository.ref?.target.oid ?? base;
  const { path, isWritten } = await freePath(client, home, head, report, number);
  const file = { path, text: report.text, message: report.title };
  const mutations = [
    ...(repository.ref ? [] : [toBranch(repository.id, home, base)]),
    ...(isWritten ? [] : [toCommit(repository.nameWithOwner, home, head, file)]),
  ];
  const opening = (isDraft: boolean) => toPullRequest(repository, home, report, isDraft);
  const answer = await send(client, "DraftReport", [...mutations, opening(true)]);
  const [failed] = answer.failures;
  if (failed === undefined) return path;
  const isLast = failed.path[0] === `m${mutations.length}`;
  if (!isLast || !isWithoutDrafts(failed.message)) throw toBarred(home, failed);
  const [refused] = (await send(client, "DraftReport", [opening(false)])).failures;
  if (refused !== undefined) throw toBarred(home, refused);
  return path;
}

/** Writes the file anew on its branch; answers false where somebody pushed since it was read. */
export async function writePullRequest(
  client: Client,
  home: ReportHome,
  { path, version }: PullRequestDraft,
  text: string,
): Promise<boolean> {
  if (path === null) return false;
  const file = { path, text, message: "Bring the facts up to date" };
  const name = `${home.owner}/${home.repo}`;
  const [failed] = (await send(client, "RefreshReport", [toCommit(name, home, version, file)]))
    .failures;
  if (failed === undefined) return true;
  if (/expected branch/i.test(failed.message)) return false;
  throw toBarred(home, failed);
}

/** Asks somebody with access to review the pull request. */
export async function askForReview(
  client: Client,
  home: ReportHome,
  { nodeId }: PullRequestDraft,
  userId: string,
): Promise<void> {
  const ask: Mutation = {
    field: "requestReviews",
    input: "RequestReviewsInput",
    variable: { pullRequestId: nodeId, userIds: [userId], union: true },
    selection: NOTHING,
  };
  const [failed] = (await send(client, "AskForReview", [ask])).failures;
  if (failed !== undefined) throw toBarred(home, failed);
}
