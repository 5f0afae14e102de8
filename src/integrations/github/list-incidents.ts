import { z } from "zod";
import type { PhaseLabels } from "../../incident/phases.ts";
import type { Policy } from "../../incident/policy.ts";
import { parseAnswer, type Client } from "./client.ts";
import {
  type ClosedIncident,
  labelledFields,
  NEWEST,
  readLabelled,
  type SweepSpan,
  toDateTime,
} from "./list-labelled.ts";

import {
  choosePolicyFile,
  OWNERS_REPOSITORY,
  POLICY_FIELD,
  policyBlob,
  type PolicyFiles,
} from "./policy-files.ts";

export type { ClosedIncident, SweepSpan } from "./list-labelled.ts";

/** An open issue that changed lately: its body and its last comments, and its labels. */
export interface RecentIssue {
  readonly number: number;
  readonly texts: readonly string[];
  readonly labels: readonly string[];
}

/** A repository of an installation, as the sweep finds it. */
export interface SweptRepository {
  readonly owner: string;
  readonly repo: string;
  /** That declare an incident, by the policy that holds there. */
  readonly labels: readonly string[];
  /** The labels of the phases, by that policy. */
  readonly phases: PhaseLabels;
  /** Numbers of issues that carry one of the labels asked for: open ones, and closed ones that changed lately. */
  readonly incidents: readonly number[];
  /** Further ones that were closed longer ago, where that was asked for. */
  readonly closed: readonly ClosedIncident[];
  /** Issues that changed lately, with what people wrote last: a command that nobody heard may stand there. */
  readonly recent: readonly RecentIssue[];
}

const REPOSITORIES_A_REQUEST = 25;
const RECENT_ISSUES = 30;
const RECENT_COMMENTS = 5;

const recentIssues = z.object({
  nodes: z.array(
    z.object({
      number: z.number(),
      body: z.string(),
      labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish(),
      comments: z.object({ nodes: z.array(z.object({ body: z.string() })) }),
    }),
  ),
});
const repositoryShape = z
  .object({
    name: z.string(),
    owner: z.object({ login: z.string() }),
    policy: policyBlob,
    recent: recentIssues,
  })
  .catchall(z.unknown());
const sweepShape = z.object({
  owners: z.object({ policy: policyBlob }).nullish(),
  nodes: z.array(repositoryShape.nullable()),
});

/**
 * The document for repositories by node id. Each label has fields of its own, since the filter's meaning for several
 * labels is not documented; closed incidents count while they were touched lately.
 */
function toDocument(labels: number, isDeep: boolean): string {
  const perLabel = Array.from({ length: labels }, (_, index) => labelledFields(index, isDeep));
  const named = Array.from({ length: labels }, (_, index) => `, $label${index}: String!`).join("");
  const variables = isDeep ? `${named}, $closedSince: DateTime!` : named;
  return `query Sweep($owner: String!, $ids: [ID!]!, $since: DateTime!${variables}) {
  owners: repository(owner: $owner, name: "${OWNERS_REPOSITORY}") { ${POLICY_FIELD} }
  nodes(ids: $ids) {
    ... on Repository {
      name owner { login }
      ${POLICY_FIELD}
      recent: issues(first: ${RECENT_ISSUES}, states: OPEN, filterBy: { since: $since }, ${NEWEST}) {
        nodes { number body labels(first: 20) { nodes { name } } comments(last: ${RECENT_COMMENTS}) { nodes { body } } }
      }
      ${perLabel.join("\n      ")}
    }
  }
}`;
}

type FoundRepository = z.infer<typeof repositoryShape>;

/** What a sweep asks for. */
export interface SweepScope {
  /** An installation's repositories. */
  readonly repositories: InstalledRepositories;
  readonly labels: readonly string[];
  readonly span: SweepSpan;
}

async function toSwept(
  client: Client,
  repository: FoundRepository,
  { labels, span }: SweepScope,
  served: Pick<Policy, "labels" | "phases">,
): Promise<SweptRepository> {
  const found = await Promise.all(
    labels.map((label, index) => {
      const place = { owner: repository.owner.login, repo: repository.name, label };
      const fields = { open: repository[`open${index}`], closed: repository[`closed${index}`] };
      return readLabelled(client, { place, fields }, span);
    }),
  );
  const incidents = new Set(found.flatMap((one) => one.incidents));
  const closed = new Map(found.flatMap((one) => one.closed.map((issue) => [issue.number, issue])));
  return {
    owner: repository.owner.login,
    repo: repository.name,
    labels: served.labels,
    phases: served.phases,
    incidents: [...incidents],
    closed: [...closed.values()].filter(({ number }) => !incidents.has(number)),
    recent: repository.recent.nodes.map(({ number, body, comments, labels: own }) => ({
      number,
      labels: (own?.nodes ?? []).map((label) => label.name),
      texts: [body, ...comments.nodes.map((comment) => comment.body)],
    })),
  };
}

/** The repositories that an installation covers: whose they are (all have one owner), and their node ids. */
export interface InstalledRepositories {
  readonly owner: string;
  readonly ids: readonly string[];
}

/** Lists the repositories that an installation covers. */
export async function listRepositories(client: Client): Promise<InstalledRepositories> {
  return client.rest("read", async (octokit) => {
    const found = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, {
      per_page: 100,
    });
    return {
      owner: found[0]?.owner.login ?? "",
      ids: found.map((repository) => repository.node_id),
    };
  });
}

/** What the repositories hold that may need a look, as far back as the span says: many repositories in one request. */
export async function sweepRepositories(
  client: Client,
  scope: SweepScope,
  policyFiles: PolicyFiles,
): Promise<readonly SweptRepository[]> {
  const { labels, span } = scope;
  const { owner, ids } = scope.repositories;
  const { since, closedSince } = span;
  const document = toDocument(labels.length, closedSince !== null);
  const deep = closedSince === null ? {} : { closedSince: toDateTime(closedSince) };
  const named = Object.fromEntries(labels.map((label, index) => [`label${index}`, label]));
  const chunks = Array.from(
    { length: Math.ceil(ids.length / REPOSITORIES_A_REQUEST) },
    (_, index) => ids.slice(index * REPOSITORIES_A_REQUEST, (index + 1) * REPOSITORIES_A_REQUEST),
  );
  const pages = await Promise.all(
    chunks.map(async (chunk) => {
      const variables = { owner, ids: chunk, since: toDateTime(since), ...deep, ...named };
      const answer = parseAnswer(sweepShape, await client.query(document, variables));
      const owners = answer.owners?.policy ?? null;
      return Promise.all(
        answer.nodes
          .filter((node) => node !== null)
          .map(async (repository) => {
            const own = { owner: repository.owner.login, repo: repository.name };
            const file = choosePolicyFile(own, repository.policy, owners);
            const { policy } = await policyFiles.serve(client, file);
            return toSwept(client, repository, scope, policy);
          }),
      );
    }),
  );
  return pages.flat();
}
