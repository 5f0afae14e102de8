import { createBranch, push } from "../acts/commits.ts";
import { openPullRequest, requestReviews } from "../acts/pull-requests.ts";
import { Refusal } from "../acts/refusal.ts";
import { demand } from "../acts/rights.ts";
import { getRepository } from "../world/find.ts";
import type { Repository } from "../world/records.ts";
import { getOwnNode } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import type { Mutation } from "./mutations.ts";
import { toRef } from "./pull-requests.ts";

/** The permissions to write that these need. */
export const PULL_MUTATION_PERMISSIONS: Readonly<Record<string, string>> = {
  createRef: "contents",
  createCommitOnBranch: "contents",
  createPullRequest: "pull_requests",
  requestReviews: "pull_requests",
};

const BRANCH = "refs/heads/";

function createRef(
  input: { readonly repositoryId: string; readonly name: string; readonly oid: string },
  context: GraphqlContext,
) {
  const repository = getOwnNode(context, input.repositoryId, "Repository");
  const commit = repository.commits.get(input.oid);
  if (commit === undefined)
    throw new Refusal("UNPROCESSABLE", `No commit found for SHA ${input.oid}`);
  if (!input.name.startsWith(BRANCH))
    throw new Refusal("UNPROCESSABLE", "Reference name must start with 'refs/heads/'");
  const branch = input.name.slice(BRANCH.length);
  createBranch(context.store, repository, context.store.bot, branch, commit);
  return { ref: toRef(repository, branch) };
}

interface CommitOnBranch {
  readonly branch: {
    readonly repositoryNameWithOwner?: string | null;
    readonly branchName?: string | null;
  };
  readonly message: { readonly headline: string };
  readonly expectedHeadOid: string;
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[] | null;
    readonly deletions?: readonly { readonly path: string }[] | null;
  } | null;
}

function ownRepository(context: GraphqlContext, name: string): Repository {
  return getOwnNode(context, getRepository(context.store, name).nodeId, "Repository");
}

/** Refuses where the branch is not at the commit that the caller expects: what people pushed since is not lost. */
function createCommitOnBranch(input: CommitOnBranch, context: GraphqlContext) {
  const { store } = context;
  const { repositoryNameWithOwner, branchName } = input.branch;
  const repository = ownRepository(context, repositoryNameWithOwner ?? "");
  demand(store, store.bot, repository, "write");
  const branch = branchName ?? "";
  const head = repository.branches.get(branch);
  if (head === undefined)
    throw new Refusal("NOT_FOUND", `The specified branch '${branch}' does not exist.`);
  if (head.oid !== input.expectedHeadOid) {
    const message = `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`;
    throw new Refusal("UNPROCESSABLE", message);
  }
  const { additions, deletions } = input.fileChanges ?? {};
  const texts = (additions ?? []).map(
    ({ path, contents }) => [path, Buffer.from(contents, "base64").toString()] as const,
  );
  const gone = (deletions ?? []).map(({ path }) => [path, null] as const);
  const changes: Readonly<Record<string, string | null>> = Object.fromEntries([...texts, ...gone]);
  const message = input.message.headline;
  const commit = push(store, repository, store.bot, { branch, message, changes });
  return { commit, ref: toRef(repository, branch) };
}

interface CreatePullRequest {
  readonly repositoryId: string;
  readonly headRefName: string;
  readonly title: string;
  readonly body?: string | null;
  readonly draft?: boolean | null;
}

function createPullRequest(input: CreatePullRequest, context: GraphqlContext) {
  const repository = getOwnNode(context, input.repositoryId, "Repository");
  const pullRequest = openPullRequest(context.store, context.store.bot, repository, {
    branch: input.headRefName,
    title: input.title,
    body: input.body ?? "",
    isDraft: input.draft ?? false,
  });
  return { pullRequest };
}

/** Branches, commits and pull requests as a document can make them. */
export const PULL_MUTATIONS: Readonly<Record<string, Mutation>> = {
  createRef,
  createCommitOnBranch,
  createPullRequest,
  requestReviews: (
    input: { readonly pullRequestId: string; readonly userIds?: readonly string[] | null },
    context,
  ) => {
    const { store } = context;
    const pullRequest = getOwnNode(context, input.pullRequestId, "PullRequest");
    const people = (input.userIds ?? []).map((id) => getOwnNode(context, id, "User"));
    requestReviews(store, store.bot, pullRequest, people);
    return { pullRequest, actor: store.bot };
  },
};
