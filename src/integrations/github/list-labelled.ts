import { z } from "zod";
import { parseAnswer, type Client } from "./client.ts";

/** How far back a sweep looks, all in ms. */
export interface SweepSpan {
  /** Closed and unlabelled issues that changed since then. */
  readonly since: number;
  /** Besides, incidents that were closed as completed since then, however quiet they are; null: none. */
  readonly closedSince: number | null;
}

/** An issue that was closed, with its labels. */
export interface ClosedIncident {
  readonly number: number;
  readonly labels: readonly string[];
}

const numbers = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).optional(),
  nodes: z.array(z.object({ number: z.number() })),
});
const closedIssues = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }).optional(),
  nodes: z.array(
    z.object({
      number: z.number(),
      updatedAt: z.string(),
      closedAt: z.string().nullish(),
      stateReason: z.string().nullish(),
      labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullish(),
    }),
  ),
});

/** Newest first. */
export const NEWEST = "orderBy: { field: UPDATED_AT, direction: DESC }";
const CLOSED_PAGE =
  "pageInfo { hasNextPage endCursor } nodes { number updatedAt closedAt stateReason labels(first: 10) { nodes { name } } }";

/** The fields that list a repository's issues with the label of this index, `open<index>` and `closed<index>`, of a sweep's document. */
export function labelledFields(index: number, isDeep: boolean): string {
  const closed = isDeep
    ? `first: 100, states: CLOSED, filterBy: { since: $closedSince }`
    : `first: 20, states: CLOSED, filterBy: { since: $since }`;
  return `open${index}: issues(first: 100, states: OPEN, labels: [$label${index}]) { pageInfo { hasNextPage endCursor } nodes { number } }
      closed${index}: issues(${closed}, labels: [$label${index}], ${NEWEST}) { ${isDeep ? CLOSED_PAGE : "nodes { number updatedAt }"} }`;
}

const MORE = `query More($owner: String!, $repo: String!, $label: String!, $after: String!) {
  repository(owner: $owner, name: $repo) {
    issues(first: 100, after: $after, states: OPEN, labels: [$label]) { pageInfo { hasNextPage endCursor } nodes { number } }
  }
}`;

const MORE_CLOSED = `query MoreClosed($owner: String!, $repo: String!, $label: String!, $after: String!, $since: DateTime!) {
  repository(owner: $owner, name: $repo) {
    issues(first: 100, after: $after, states: CLOSED, labels: [$label], filterBy: { since: $since }, ${NEWEST}) { ${CLOSED_PAGE} }
  }
}`;

const moreShape = z.object({ repository: z.object({ issues: z.unknown() }) });

type ClosedIssue = z.infer<typeof closedIssues>["nodes"][number];

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo?:
    | { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined }
    | undefined;
}

/** One label in one repository: where it is, and what the sweep's document answered for it. */
export interface LabelledRepository {
  readonly place: { readonly owner: string; readonly repo: string; readonly label: string };
  readonly fields: { readonly open: unknown; readonly closed: unknown };
}

/** Issues with one label. */
export interface LabelledIssues {
  /** Numbers of open ones, and of closed ones that changed lately. */
  readonly incidents: readonly number[];
  /** Those that were closed as completed longer ago. */
  readonly closed: readonly ClosedIncident[];
}

/** An instant (ms) as GraphQL wants it. */
export const toDateTime = (at: number): string => new Date(at).toISOString();

/** The issues of the first page, and of as many more as there are. */
async function readAll<Node>(
  first: Page<Node>,
  readMore: (after: string | null | undefined) => Promise<Page<Node>>,
): Promise<readonly Node[]> {
  const nodes = [...first.nodes];
  for (let page = first; page.pageInfo?.hasNextPage === true;) {
    page = await readMore(page.pageInfo.endCursor);
    nodes.push(...page.nodes);
  }
  return nodes;
}

/** Was it closed as completed since then? Where GitHub gives no reason, it was closed when there was only one. */
const wasCompletedSince = (since: number, { closedAt, stateReason }: ClosedIssue): boolean =>
  Date.parse(closedAt ?? "") >= since && (stateReason ?? "COMPLETED") === "COMPLETED";

/** The issues with one label: open ones, closed ones that changed lately, and those that were closed longer ago. */
export async function readLabelled(
  client: Client,
  { place, fields }: LabelledRepository,
  { since, closedSince }: SweepSpan,
): Promise<LabelledIssues> {
  const open = await readAll(numbers.parse(fields.open), async (after) => {
    const answer = await client.query(MORE, { ...place, after });
    return numbers.parse(parseAnswer(moreShape, answer).repository.issues);
  });
  const closed = await readAll(closedIssues.parse(fields.closed), async (after) => {
    const variables = { ...place, after, since: toDateTime(closedSince ?? since) };
    const answer = await client.query(MORE_CLOSED, variables);
    return closedIssues.parse(parseAnswer(moreShape, answer).repository.issues);
  });
  const isRecent = ({ updatedAt }: ClosedIssue): boolean => Date.parse(updatedAt) >= since;
  const before = closed.filter(
    (issue) => !isRecent(issue) && closedSince !== null && wasCompletedSince(closedSince, issue),
  );
  return {
    incidents: [...open, ...closed.filter(isRecent)].map(({ number }) => number),
    closed: before.map(({ number, labels }) => ({
      number,
      labels: (labels?.nodes ?? []).map(({ name }) => name),
    })),
  };
}
