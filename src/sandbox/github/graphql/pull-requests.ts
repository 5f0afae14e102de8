import { DEFAULT_BRANCH } from "../acts/commits.ts";
import { changesOf } from "../acts/pull-requests.ts";
import { Refusal } from "../acts/refusal.ts";
import { may } from "../acts/rights.ts";
import { pullRequestPage } from "../render/pull-request.ts";
import type { Account, PullRequest, Repository, Review } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import { use } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import type { Resolver, Resolvers } from "./resolver.ts";
import { sorted } from "./sorted.ts";
import type { Order } from "./sorted.ts";

/** A branch as GraphQL shows it; it has no record of its own. */
interface RefRecord {
  readonly repository: Repository;
  readonly branch: string;
}

const HEADS = "refs/heads/";

/** The branch of this name; null: there is none. */
export function toRef(repository: Repository, branch: string): RefRecord | null {
  return repository.branches.has(branch) ? { repository, branch } : null;
}

/** Branches. */
export const REF: Resolvers<RefRecord> = {
  id: ({ repository, branch }) =>
    `REF_${Buffer.from(`${repository.id}:${HEADS}${branch}`).toString("base64url")}`,
  name: ({ branch }) => branch,
  prefix: () => HEADS,
  target: ({ repository, branch }) => repository.branches.get(branch),
};

/** The branch that `HEAD` is. */
export const defaultBranchRef: Resolver<Repository> = (repository, _args, context) => {
  use(context, "contents", "read");
  return toRef(repository, DEFAULT_BRANCH);
};

/** A branch by its name, with `refs/heads/` or without. */
export const ref: Resolver<Repository> = (
  repository,
  { qualifiedName }: { readonly qualifiedName: string },
  context,
) => {
  use(context, "contents", "read");
  return toRef(repository, qualifiedName.replace(HEADS, ""));
};

interface PullRequestArguments extends PageArguments {
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
  readonly states?: readonly string[] | null;
  readonly orderBy?: Order | null;
}

/** Pull requests; labels are no filter here, since they have none. */
export const pullRequests: Resolver<Repository> = (
  repository,
  args: PullRequestArguments,
  context,
  info,
) => {
  use(context, "pull_requests", "read");
  const { headRefName, states, orderBy } = args;
  const found = [...repository.pullRequests.values()].filter(
    ({ branch, state }) =>
      (headRefName == null || branch === headRefName) &&
      (states?.includes(state.toUpperCase()) ?? true),
  );
  const keys = {
    CREATED_AT: ({ createdAt }: PullRequest) => createdAt,
    UPDATED_AT: ({ updatedAt }: PullRequest) => updatedAt,
  };
  return toConnection(sorted(found, orderBy, keys), args, info);
};

/** A pull request by its number; an issue's is none. */
export const pullRequest: Resolver<Repository> = (
  repository,
  { number }: { readonly number: number },
  context,
) => {
  use(context, "pull_requests", "read");
  const found = repository.pullRequests.get(number);
  if (found !== undefined) return found;
  const what = `a PullRequest with the number of ${number}`;
  throw new Refusal("NOT_FOUND", `Could not resolve to ${what}.`);
};

/** The newest review of each person that approves or asks for changes, in the order in which they were given. */
function latestOpinionated({ reviews }: PullRequest): readonly Review[] {
  const opinions = reviews.filter(({ verdict }) => verdict !== "commented");
  return opinions.filter(
    ({ author }, index) => opinions.findLastIndex((one) => one.author === author) === index,
  );
}

/** Pull requests. */
export const PULL_REQUEST: Resolvers<PullRequest> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  url: (pull, _args, { store }: GraphqlContext) => pullRequestPage(store.origin, pull),
  state: ({ state }) => state.toUpperCase(),
  merged: ({ state }) => state === "merged",
  mergedAt: ({ merge }) => merge?.at ?? null,
  mergedBy: ({ merge }) => merge?.by ?? null,
  headRefName: ({ branch }) => branch,
  headRefOid: ({ head }) => head.oid,
  baseRefName: () => DEFAULT_BRANCH,
  isCrossRepository: ({ fork }) => fork !== null,
  files: (pull, args, _context, info) => {
    const files = [...changesOf(pull).keys()].map((path, id) => ({ id, path }));
    return toConnection(files, args, info);
  },
  reviews: ({ reviews }, args, _context, info) => toConnection(reviews, args, info),
  latestOpinionatedReviews: (
    pull,
    args: PageArguments & { readonly writersOnly?: boolean | null },
    { store },
    info,
  ) => {
    const counts = ({ author }: Review): boolean =>
      args.writersOnly !== true ||
      (author !== null && may(store, author, pull.repository, "write"));
    return toConnection(latestOpinionated(pull).filter(counts), args, info);
  },
  reviewRequests: ({ requested }, args, _context, info) => toConnection(requested, args, info),
};

/** Reviews. */
export const REVIEW: Resolvers<Review> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  state: ({ verdict }) => verdict.toUpperCase(),
  submittedAt: ({ createdAt }) => createdAt,
  url: (given, _args, { store }: GraphqlContext) =>
    `${pullRequestPage(store.origin, given.pullRequest)}#pullrequestreview-${given.id}`,
};

/** Somebody who is asked for a review: the account itself stands for the request. */
export const REVIEW_REQUEST: Resolvers<Account> = {
  id: ({ nodeId }) => `RR_${nodeId}`,
  requestedReviewer: (account) => account,
};
