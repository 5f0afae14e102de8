import { z } from "zod";
import { parseAnswer, type Client } from "./client.ts";

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
  readonly policyText: string | null;
  /** Numbers of issues that carry one of the labels asked for. */
  readonly incidents: readonly number[];
  /** Issues that changed lately, with what people wrote last: a command that nobody heard may stand there. */
  readonly recent: readonly RecentIssue[];
}

const REPOSITORIES_A_REQUEST = 25;
const RECENT_ISSUES = 30;
const RECENT_COMMENTS = 5;

const numbers = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).optional(),
  nodes: z.array(z.object({ number: z.number() })),
});
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
    policy: z.object({ text: z.string().nullish() }).nullish(),
    recent: recentIssues,
  })
  .catchall(z.unknown());
const sweepShape = z.object({ nodes: z.array(repositoryShape.nullable()) });

/**
 * The document for repositories by node id. Each label has fields of its own, since the filter's meaning for several
 * labels is not documented; closed incidents count while they were touched lately.
 */
function toDocument(labels: number): string {
  const perLabel = Array.from({ length: labels }, (_, index) => [
    `open${index}: issues(first: 100, states: OPEN, labels: [$label${index}]) { pageInfo { hasNextPage endCursor } nodes { number } }`,
    `closed${index}: issues(first: 20, states: CLOSED, labels: [$label${index}], filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { number } }`,
  ]).flat();
  const variables = Array.from({ length: labels }, (_, index) => `, $label${index}: String!`);
  return `query Sweep($ids: [ID!]!, $since: DateTime!${variables.join("")}) {
  nodes(ids: $ids) {
    ... on Repository {
      name owner { login }
      policy: object(expression: "HEAD:.github/sitrep.yml") { ... on Blob { text } }
      recent: issues(first: ${RECENT_ISSUES}, states: OPEN, filterBy: { since: $since }, orderBy: { field: UPDATED_AT, direction: DESC }) {
        nodes { number body labels(first: 20) { nodes { name } } comments(last: ${RECENT_COMMENTS}) { nodes { body } } }
      }
      ${perLabel.join("\n      ")}
    }
  }
}`;
}

const MORE = `query More($owner: String!, $repo: String!, $label: String!, $after: String!) {
  repository(owner: $owner, name: $repo) {
    issues(first: 100, after: $after, states: OPEN, labels: [$label]) { pageInfo { hasNextPage endCursor } nodes { number } }
  }
}`;

const moreShape = z.object({ repository: z.object({ issues: numbers }) });

type FoundRepository = z.infer<typeof repositoryShape>;

/** The open issues with one label: those of the first page, and of as many more as there are. */
async function readOpen(
  client: Client,
  repository: FoundRepository,
  label: string,
  first: z.infer<typeof numbers>,
): Promise<readonly number[]> {
  const pages = [first];
  for (
    let { pageInfo } = first;
    pageInfo?.hasNextPage === true;
    pageInfo = pages.at(-1)?.pageInfo
  ) {
    const variables = {
      owner: repository.owner.login,
      repo: repository.name,
      label,
      after: pageInfo.endCursor,
    };
    pages.push(parseAnswer(moreShape, await client.query(MORE, variables)).repository.issues);
  }
  return pages.flatMap((page) => page.nodes.map((issue) => issue.number));
}

async function toSwept(
  client: Client,
  repository: FoundRepository,
  labels: readonly string[],
): Promise<SweptRepository> {
  const found = await Promise.all(
    labels.map(async (label, index) => {
      const open = numbers.parse(repository[`open${index}`]);
      const closed = numbers.parse(repository[`closed${index}`]);
      return [
        ...(await readOpen(client, repository, label, open)),
        ...closed.nodes.map((issue) => issue.number),
      ];
    }),
  );
  return {
    owner: repository.owner.login,
    repo: repository.name,
    policyText: repository.policy?.text ?? null,
    incidents: [...new Set(found.flat())],
    recent: repository.recent.nodes.map(({ number, body, comments, labels: own }) => ({
      number,
      labels: (own?.nodes ?? []).map((label) => label.name),
      texts: [body, ...comments.nodes.map((comment) => comment.body)],
    })),
  };
}

/** Node ids of the repositories that an installation covers. */
export async function listRepositories(client: Client): Promise<readonly string[]> {
  return client.rest("read", async (octokit) => {
    const found = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, {
      per_page: 100,
    });
    return found.map((repository) => repository.node_id);
  });
}

/**
 * What the repositories hold that may need a look: many repositories in one request. `since` in ms: how far back closed
 * and unlabelled issues are looked through.
 */
export async function sweepRepositories(
  client: Client,
  ids: readonly string[],
  labels: readonly string[],
  since: number,
): Promise<readonly SweptRepository[]> {
  const document = toDocument(labels.length);
  const named = Object.fromEntries(labels.map((label, index) => [`label${index}`, label]));
  const chunks = Array.from(
    { length: Math.ceil(ids.length / REPOSITORIES_A_REQUEST) },
    (_, index) => ids.slice(index * REPOSITORIES_A_REQUEST, (index + 1) * REPOSITORIES_A_REQUEST),
  );
  const pages = await Promise.all(
    chunks.map(async (chunk) => {
      const variables = { ids: chunk, since: new Date(since).toISOString(), ...named };
      const answer = parseAnswer(sweepShape, await client.query(document, variables));
      const found = answer.nodes.filter((node) => node !== null);
      return Promise.all(found.map((repository) => toSwept(client, repository, labels)));
    }),
  );
  return pages.flat();
}
