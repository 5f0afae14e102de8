import { z } from "zod";
import { time } from "../answer-parts.ts";
import type { Named, NamedThings } from "./named-in.ts";

const PULL_REQUEST = `number title url mergedAt mergedBy { login } headRefName repository { nameWithOwner isPrivate }`;
const COMMIT = `oid abbreviatedOid messageHeadline url committedDate author { user { login } } repository { nameWithOwner isPrivate }`;

/** Who reacted to the comments of an issue, and which pull requests and commits mention it; newest page first. */
export const SOURCES = `query ReportSources($id: ID!, $before: String) {
  node(id: $id) { ... on Issue {
    timelineItems(last: 50, before: $before, itemTypes: [ISSUE_COMMENT, CROSS_REFERENCED_EVENT, REFERENCED_EVENT]) {
      pageInfo { hasPreviousPage startCursor }
      nodes {
        __typename
        ... on IssueComment { id reactionGroups { content reactors(first: 20) { nodes { ... on User { login } } } } }
        ... on CrossReferencedEvent { source { __typename ... on PullRequest { ${PULL_REQUEST} } } }
        ... on ReferencedEvent { actor { login } commit { ${COMMIT} } }
      }
    }
  } }
}`;

const login = z.object({ login: z.string() });

const repository = z.object({ nameWithOwner: z.string(), isPrivate: z.boolean() });

/** A pull request as these documents bring it. */
export const pullRequestShape = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  mergedAt: time.nullish(),
  mergedBy: login.nullish(),
  headRefName: z.string(),
  repository,
});

/** A commit as these documents bring it. */
export const commitShape = z.object({
  oid: z.string(),
  abbreviatedOid: z.string(),
  messageHeadline: z.string(),
  url: z.string(),
  committedDate: time,
  author: z.object({ user: login.nullish() }).nullish(),
  repository,
});

const other = z.object({ __typename: z.string() });

/** The answer to {@link SOURCES}. Null: a pull request or a commit that the App may not see. */
export const sourcesShape = z.object({
  node: z.object({
    timelineItems: z.object({
      pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullish() }),
      nodes: z.array(
        z
          .discriminatedUnion("__typename", [
            z.object({
              __typename: z.literal("IssueComment"),
              id: z.string(),
              reactionGroups: z
                .array(
                  z.object({
                    content: z.string(),
                    reactors: z.object({ nodes: z.array(login.partial().nullable()).nullish() }),
                  }),
                )
                .nullish(),
            }),
            z.object({
              __typename: z.literal("CrossReferencedEvent"),
              source: pullRequestShape
                .extend({ __typename: z.literal("PullRequest") })
                .or(other)
                .nullish(),
            }),
            z.object({
              __typename: z.literal("ReferencedEvent"),
              actor: login.nullish(),
              commit: commitShape.nullish(),
            }),
          ])
          .nullable(),
      ),
    }),
  }),
});

/** One item of {@link SOURCES}. */
export type SourceNode = NonNullable<
  z.infer<typeof sourcesShape>["node"]["timelineItems"]["nodes"][number]
>;

/** A pull request as these documents bring it. */
export type MentionedPullRequest = z.infer<typeof pullRequestShape>;

/** A commit as these documents bring it. */
export type MentionedCommit = z.infer<typeof commitShape>;

function toSelection({ numbers, commits }: Named): string {
  const pulls = numbers.map(
    (number) => `p${number}: pullRequest(number: ${number}) { ${PULL_REQUEST} }`,
  );
  const objects = commits.map(
    (oid) => `c${oid}: object(expression: "${oid}") { ... on Commit { ${COMMIT} } }`,
  );
  return [...pulls, ...objects].join("\n      ");
}

/** The document that reads pull requests by number, commits by the beginnings of their ids, and a file; each by a name of its own. */
export function toNamedDocument({ elsewhere, ...own }: NamedThings): string {
  const others = elsewhere.map(
    ({ owner, repo, ...named }, index) =>
      `o${index}: repository(owner: ${JSON.stringify(owner)}, name: ${JSON.stringify(repo)}) {
      id
      ${toSelection(named)}
    }`,
  );
  return `query NamedSources($owner: String!, $repo: String!, $file: String!, $hasFile: Boolean!) {
    repository(owner: $owner, name: $repo) {
      id
      file: object(expression: $file) @include(if: $hasFile) { ... on Blob { text isTruncated } }
      ${toSelection(own)}
    }
    ${others.join("\n    ")}
  }`;
}

const file = z
  .object({ text: z.string().nullish(), isTruncated: z.boolean().optional() })
  .nullish();

/** The answer to {@link toNamedDocument}: besides the file, each is a pull request, a commit, or null; so is another repository's. */
export const namedShape = z
  .object({ repository: z.object({ id: z.string(), file }).catchall(z.unknown()) })
  .catchall(z.looseObject({}).nullish());
