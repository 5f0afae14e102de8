import { Refusal } from "../acts/refusal.ts";
import { gitBlobId } from "../render/git-blob.ts";
import type { Issue, Label, Repository } from "../world/records.ts";
import { toConnection } from "./connection.ts";
import type { PageArguments } from "./connection.ts";
import { use } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import { sortedLabels } from "./issues.ts";
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
  const [, path] = /^(?:HEAD|main):(.+)$/.exec(args.expression ?? "") ?? [];
  const text =
    path === undefined
      ? [...repository.files.values()].find((each) => gitBlobId(each) === args.oid)
      : repository.files.get(path);
  if (text === undefined) return null;
  const oid = gitBlobId(text);
  const size = Buffer.byteLength(text);
  const flags = { isTruncated: false, isBinary: false };
  return { typename: "Blob", nodeId: `B_${oid}`, oid, text, byteSize: size, ...flags };
}

/** Repositories. */
export const REPOSITORY: Resolvers<Repository> = {
  id: ({ nodeId }) => nodeId,
  databaseId: ({ id }) => id,
  nameWithOwner: ({ owner, name }) => `${owner.login}/${name}`,
  url: ({ owner, name }, _args, { store }) => `${store.origin}/${owner.login}/${name}`,
  hasIssuesEnabled: ({ hasIssues }) => hasIssues,
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
