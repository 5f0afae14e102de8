import { z } from "zod";
import { TerminalError } from "../../incident/errors.ts";
import type { IncidentIssue } from "../../incident/incident-issue.ts";
import { statusPointer } from "../../incident/fields/index.ts";
import { phaseOfLabel } from "../../incident/phases.ts";
import type { Policy } from "../../incident/policy.ts";
import { parseAnswer, type Answer, type Client } from "./client.ts";
import { foundIssue, ISSUE_FIELDS, toIncidentIssue, type FoundIssue } from "./found-issue.ts";
import { withArchives } from "./read-archives.ts";
import { readPublished } from "./read-published.ts";
import {
  choosePolicyFile,
  createPolicyFiles,
  OWNERS_REPOSITORY,
  POLICY_FIELD,
  policyBlob,
} from "./policy-files.ts";
import {
  believe,
  COMMENT_FIELDS,
  heldComment,
  type HeldRecord,
  toHeld,
} from "./unsigned-record.ts";

/** A repository, its rules, and all its incidents, by number. */
export interface RepositoryIncidents {
  readonly owner: string;
  readonly repo: string;
  readonly url: string;
  readonly isPrivate: boolean;
  readonly policy: Policy;
  readonly issues: readonly IncidentIssue[];
  /** The bot whose records were taken for Sitrep's; null: none holds any. */
  readonly app: string | null;
  /** Bots that hold records too, and whose were not taken. */
  readonly others: readonly string[];
}

/** A repository as it was found, before its incidents are read. */
export interface FoundRepository {
  readonly owner: string;
  readonly repo: string;
  readonly url: string;
  readonly isPrivate: boolean;
  readonly policy: Policy;
}

const REPOSITORY = `query SiteRepository($owner: String!, $repo: String!, $hasOwners: Boolean!) {
  repository(owner: $owner, name: $repo) { name owner { login } url isPrivate ${POLICY_FIELD} }
  owners: repository(owner: $owner, name: "${OWNERS_REPOSITORY}") @include(if: $hasOwners) { ${POLICY_FIELD} }
}`;

const repositoryShape = z.object({
  repository: z.object({
    name: z.string(),
    owner: z.object({ login: z.string() }),
    url: z.string(),
    isPrivate: z.boolean(),
    policy: policyBlob,
  }),
  owners: z.object({ policy: policyBlob }).nullish(),
});

const ISSUES = `query SiteIncidents($owner: String!, $repo: String!, $label: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    issues(first: 50, after: $after, labels: [$label], orderBy: { field: CREATED_AT, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { ${ISSUE_FIELDS} }
    }
  }
}`;

const issuesShape = z.object({
  repository: z.object({
    issues: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
      nodes: z.array(foundIssue),
    }),
  }),
});

const POINTED = `query SiteStatus($ids: [ID!]!) { nodes(ids: $ids) { ... on IssueComment { ${COMMENT_FIELDS} } } }`;
const pointedShape = z.object({ nodes: z.array(heldComment) });

const THREADS = `query SiteComments($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Issue { comments(first: 100) { nodes { ${COMMENT_FIELDS} } } } }
}`;
const threadsShape = z.object({
  nodes: z.array(z.object({ comments: z.object({ nodes: z.array(heldComment) }) }).nullable()),
});

const POINTED_AT_ONCE = 50;
const THREADS_AT_ONCE = 10;

/**
 * What a document answered. The repository must be there; a comment, an issue or a sub-issue that is gone or out of the token's reach does
 * no harm.
 */
async function ask(client: Client, document: string, variables: object): Promise<Answer> {
  const answer = await client.query(document, variables);
  const isBarred = answer.failures.some(({ path }) => path[0] === "repository" && path.length <= 2);
  if (isBarred) throw new TerminalError("The repository is not there for this token.");
  return answer;
}

/** Finds a repository and the policy that holds there. Throws `TerminalError` where the token does not reach it. */
export async function findRepository(
  client: Client,
  place: { readonly owner: string; readonly repo: string },
): Promise<FoundRepository> {
  const hasOwners = place.repo.toLowerCase() !== OWNERS_REPOSITORY;
  const answer = await ask(client, REPOSITORY, { ...place, hasOwners });
  const { repository, owners } = parseAnswer(repositoryShape, answer);
  const own = { owner: repository.owner.login, repo: repository.name };
  const file = choosePolicyFile(own, repository.policy, owners?.policy ?? null);
  const { policy } = await createPolicyFiles().serve(client, file);
  return { ...own, url: repository.url, isPrivate: repository.isPrivate, policy };
}

async function listLabelled(
  client: Client,
  { owner, repo }: FoundRepository,
  label: string,
): Promise<readonly FoundIssue[]> {
  const found: FoundIssue[] = [];
  for (let after: string | null = null; ;) {
    const answer = await ask(client, ISSUES, { owner, repo, label, after });
    const { nodes, pageInfo } = parseAnswer(issuesShape, answer).repository.issues;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor ?? null;
  }
}

const inChunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** The records of these issues: where the top comment points to, else anywhere in the thread of an issue that has a phase. */
async function readRecords(
  client: Client,
  issues: readonly FoundIssue[],
  { phases }: Policy,
): Promise<readonly HeldRecord[]> {
  const pointers = issues.flatMap(({ body }) => statusPointer(body) ?? []);
  const pointed = await Promise.all(
    inChunks(pointers, POINTED_AT_ONCE).map(async (ids) => {
      const answer = await ask(client, POINTED, { ids });
      return parseAnswer(pointedShape, answer).nodes.flatMap((node) => toHeld(node) ?? []);
    }),
  );
  const held = pointed.flat();
  const having = new Set(held.map(({ issueId }) => issueId));
  const lacking = issues.filter(
    ({ id, labels }) =>
      !having.has(id) && labels.nodes.some(({ name }) => phaseOfLabel(name, phases) !== null),
  );
  const threads = await Promise.all(
    inChunks(lacking, THREADS_AT_ONCE).map(async (chunk) => {
      const answer = await ask(client, THREADS, { ids: chunk.map(({ id }) => id) });
      return parseAnswer(threadsShape, answer).nodes.flatMap((node) =>
        (node?.comments.nodes ?? []).flatMap((comment) => toHeld(comment) ?? []),
      );
    }),
  );
  return [...held, ...threads.flat()];
}

/**
 * Reads all incidents of a repository, open and closed: fifty in a request, and their records fifty in another. `app` is Sitrep's
 * login without `[bot]`; null: the bot that holds most records. `showsPrivate`: whether action items that stand in private
 * repositories may be shown.
 */
export async function readAllIncidents(
  client: Client,
  repository: FoundRepository,
  { app, showsPrivate }: { readonly app: string | null; readonly showsPrivate: boolean },
): Promise<RepositoryIncidents> {
  const lists = await Promise.all(
    repository.policy.labels.map((label) => listLabelled(client, repository, label)),
  );
  const issues = [...new Map(lists.flat().map((issue) => [issue.id, issue])).values()];
  const held = await readRecords(client, issues, repository.policy);
  const believed = believe(held, app);
  const records = await withArchives(client, believed.records, believed.app);
  const reports = await readPublished(client, repository, records, showsPrivate);
  return {
    ...repository,
    app: believed.app,
    others: believed.others,
    issues: issues
      .map((issue) =>
        toIncidentIssue(
          issue,
          {
            incident: records.get(issue.id) ?? null,
            reportText: reports.get(issue.id) ?? null,
          },
          showsPrivate,
        ),
      )
      .toSorted((one, other) => one.number - other.number),
  };
}
