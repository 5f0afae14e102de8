import { changedPaths, findCommit, historyOf } from "../acts/commits.ts";
import { Refusal } from "../acts/refusal.ts";
import { gitBlobId } from "../render/git-blob.ts";
import type { Commit, Issue, Label, Repository } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import { use } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import { sortedLabels } from "./issues.ts";
import { defaultBranchRef, pullRequest, pullRequests, ref } from "./pull-requests.ts";
import type { Resolver, Resolvers } from "./resolver.ts";
import { sorted } from "./sorted.ts";
import type { Order } from "./sorted.ts";

interface IssueFilters {
  readonly labels?: readonly string[] | null;
  readonly states?: readonly string[] | null;
  readonly since?: string | null;
  readonly assignee?: string | null;
  readonly createdBy?: string | null;
}

interface IssuesArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly filterBy?: IssueFilters | null;
  readonly orderBy?: Order | null;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const hasLabel = (issue: Issue, name: string): boolean =>
  issue.labels.some((label) => same(label.name, name));

function passes(issue: Issue, filter: IssueFilters): boolean {
  const { labels, states, since, assignee, createdBy } = filter;
  return (
    (labels ?? []).every((name) => hasLabel(issue, name)) &&
    (states?.includes(issue.state.toUpperCase()) ?? true) &&
    (since == null || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
    (assignee == null || issue.assignees.some(({ login }) => same(login, assignee))) &&
    (createdBy == null || same(issue.author?.login ?? "", createdBy))
  );
}

/** `labels` names alternatives, `filterBy.labels` all that must be there. */
const issues: Resolver<Repository> = (repository, args: IssuesArguments, context, info) => {
  use(context, "issues", "read");
  const { filterBy, labels, states, orderBy } = args;
  const found = [...repository.issues.values()]
    .filter((issue) => passes(issue, { states: states ?? null }))
    .filter((issue) => !labels?.length || labels.some((name) => hasLabel(issue, name)))
    .filter((issue) => passes(issue, filterBy ?? {}));
  const keys = {
    CREATED_AT: ({ createdAt }: Issue) => createdAt,
    UPDATED_AT: ({ updatedAt }: Issue) => updatedAt,
    COMMENTS: ({ comments }: Issue) => comments.length,
  };
  return toConnection(sorted(found, orderBy, keys), args, info);
};

function issueNumbered(
  repository: Repository,
  args: { readonly number: number },
  context: GraphqlContext,
) {
  use(context, "issues", "read");
  const found = repository.issues.get(args.number);
  if (found !== undefined) return found;
  const what = `an Issue with the number of ${args.number}`;
  throw new Refusal("NOT_FOUND", `Could not resolve to ${what}.`);
}

function object(
  repository: Repository,
  args: { readonly expression?: string | null; readonly oid?: string | null },
  context: GraphqlContext,
) {
  use(context, "contents", "read");
  const [, revision, path] = /^([^:]+)(?::(.+))?$/.exec(args.expression ?? "") ?? [];
  if (revision === undefined) {
    const text = [...repository.files.values()].find((each) => gitBlobId(each) === args.oid);
    return text === undefined ? null : toBlob(text);
  }
  const commit = findCommit(repository, revision);
  if (path === undefined) return commit ?? null;
  const text = commit?.files.get(path);
  return text === undefined ? null : toBlob(text);
}

function toBlob(text: string) {
  const oid = gitBlobId(text);
  const size = Buffer.byteLength(text);
  const flags = { isTruncated: false, isBinary: false };
  return { typename: "Blob", nodeId: `B_${oid}`, oid, text, byteSize: size, ...flags };
}

interface HistoryArguments extends PageArguments {
  readonly path?: string | null;
}

/** Commits; their files are asked for with their repository's permission. */
export const COMMIT: Resolvers<Commit> = {
  id: ({ nodeId }) => nodeId,
  committedDate: ({ createdAt }) => createdAt,
  abbreviatedOid: ({ oid }) => oid.slice(0, 7),
  messageHeadline: ({ message }) => message.split("\n")[0],
  // Whose hand it was is not kept: the event that tells of it has its actor.
  author: () => null,
  url: ({ repository: { owner, name }, oid }, _args, { store }) =>
    `${store.origin}/${owner.login}/${name}/commit/${oid}`,
  history: (commit, args: HistoryArguments, context, info) => {
    use(context, "contents", "read");
    const { path } = args;
    const changes = ({ parent, files }: Commit): boolean =>
      path == null || changedPaths(parent?.files ?? new Map(), files).includes(path);
    return toConnection(historyOf(commit).filter(changes), args, info);
  },
  file: ({ files }, { path }: { readonly path: string }) => {
    const text = files.get(path);
    if (text === undefined) return null;
    const name = path.split("/").at(-1) ?? path;
    return { name, path, oid: gitBlobId(text), object: toBlob(text) };
  },
};

/** Repositories. */
export const REPOSITORY: Resolvers<Repository> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  nameWithOwner: ({ owner, name }) => `${owner.login}/${name}`,
  url: ({ owner, name }, _args, { store }) => `${store.origin}/${owner.login}/${name}`,
  hasIssuesEnabled: ({ hasIssues }) => hasIssues,
  defaultBranchRef,
  ref,
  pullRequest,
  pullRequests,
  object,
  issue: issueNumbered,
  issues,
  label: ({ labels }, args: { readonly name: string }, context) => {
    use(context, "issues", "read");
    return labels.get(args.name.toLowerCase()) ?? null;
  },
  labels: (
    repository,
    args: PageArguments & { readonly query?: string | null; readonly orderBy?: Order | null },
    context,
    info,
  ) => {
    use(context, "issues", "read");
    const wanted = (args.query ?? "").toLowerCase();
    const found = [...repository.labels.values()].filter(
      ({ name, description }) =>
        name.toLowerCase().includes(wanted) || description?.toLowerCase().includes(wanted),
    );
    return toConnection(sortedLabels(found, args.orderBy), args, info);
  },
};

/** Labels. */
export const LABEL: Resolvers<Label> = {
  id: ({ nodeId }) => nodeId,
  isDefault: () => false,
  url: ({ repository, name }, _args, { store }) =>
    `${store.origin}/${repository.owner.login}/${repository.name}/labels/${encodeURIComponent(name)}`,
};
