import { z } from "zod";
import { orNone, time } from "./answer-parts.ts";

/** The documents of a look back at a declaration, and the parts of their answers that are used. */

// GitHub's price of a document is that of every list that it could open: fifty action items for each incident would double it.
const FIELDS = `id number title body url state stateReason createdAt
          labels(first: 50) { nodes { name } }
          subIssues(first: 25) { nodes { title url state createdAt assignees(first: 3) { nodes { login } } repository { id isPrivate } } }`;

/**
 * The document that lists a repository's newest issues with each of so many labels. Each label has a field of its own, since the
 * filter's meaning for several is not documented.
 */
export function toLookBackDocument(labels: number, each: number): string {
  const indices = Array.from({ length: labels }, (_, index) => index);
  const variables = indices.map((index) => `, $label${index}: String!`).join("");
  const lists = indices.map(
    (
      index,
    ) => `labelled${index}: issues(first: ${each}, labels: [$label${index}], orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes { ${FIELDS} }
      }`,
  );
  return `query LookBack($owner: String!, $repo: String!${variables}) {
    repository(owner: $owner, name: $repo) {
      id
      ${lists.join("\n      ")}
    }
  }`;
}

const STATUS = "body viewerDidAuthor editor { __typename login } issue { id }";

/** Comments by node id. */
export const POINTED = `query LookBackRecords($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { ${STATUS} } }
}`;

/** The beginnings of threads: a status comment is among Sitrep's first. */
export const THREADS = `query LookBackThreads($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Issue { comments(first: 50) { nodes { ${STATUS} } } } }
}`;

const state = z.enum(["OPEN", "CLOSED"]);
const names = z
  .object({ nodes: z.array(z.object({ name: z.string() })) })
  .transform(({ nodes }) => nodes.map(({ name }) => name));
const logins = z
  .object({ nodes: z.array(z.object({ login: z.string() })) })
  .transform(({ nodes }) => nodes.map(({ login }) => login));

const subIssue = z.object({
  title: z.string(),
  url: z.string(),
  state,
  createdAt: time,
  assignees: logins,
  repository: z.object({ id: z.string(), isPrivate: z.boolean() }),
});

const issue = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  body: z.string(),
  url: z.string(),
  state,
  stateReason: z.string().nullish(),
  createdAt: time,
  labels: names,
  // Null: in a repository that the App may not read.
  subIssues: z.object({ nodes: z.array(subIssue.nullable()) }).transform(({ nodes }) => nodes),
});

/** An issue in the answer to {@link toLookBackDocument}. */
export type EarlierNode = z.infer<typeof issue>;

const list = z.object({ nodes: z.array(issue) });

/** The answer to {@link toLookBackDocument} for so many labels: the repository's node id, and a list for each label. */
export const labelledIssues = (labels: number) =>
  z.object({
    repository: z
      .object({ id: z.string() })
      .catchall(z.unknown())
      .transform(({ id, ...rest }, context) => {
        const lists = Array.from({ length: labels }, (_, index) =>
          list.safeParse(rest[`labelled${index}`]),
        );
        const bad = lists.find(({ success }) => !success);
        if (bad !== undefined) context.addIssue("not a list of issues");
        return { id, lists: lists.flatMap(({ data }) => data ?? []) };
      }),
  });

const comment = z.object({
  body: z.string(),
  viewerDidAuthor: z.boolean(),
  editor: z.object({ __typename: z.string(), login: z.string() }).nullish(),
  issue: z.object({ id: z.string() }),
});

const statusNode = orNone(comment);

/** A comment in the answers; null: it is gone, or no comment. */
export type StatusNode = z.infer<typeof statusNode>;

/** The answer to {@link POINTED}. */
export const commentNodes = z.object({ nodes: z.array(statusNode) });

/** The answer to {@link THREADS}. */
export const threadNodes = z.object({
  nodes: z.array(orNone(z.object({ comments: z.object({ nodes: z.array(comment) }) }))),
});
