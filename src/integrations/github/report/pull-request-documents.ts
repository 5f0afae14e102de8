import { z } from "zod";
import { time } from "../answer-parts.ts";

const login = z.object({ login: z.string() });

/** The newest pull request of the branch, what people said of it, and where its branch and the default one are. */
export const REPORT = `query Report($owner: String!, $repo: String!, $branch: String!, $ref: String!, $file: String!, $hasFile: Boolean!) {
  repository(owner: $owner, name: $repo) {
    id
    nameWithOwner
    isPrivate
    defaultBranchRef { name target { oid } }
    ref(qualifiedName: $ref) { target { oid } }
    file: object(expression: $file) @include(if: $hasFile) { ... on Blob { oid text } }
    pullRequests(headRefName: $branch, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes {
        id number url state isDraft isCrossRepository createdAt mergedAt mergedBy { login } headRefOid
        files(first: 20) { nodes { path } }
        latestOpinionatedReviews(first: 20, writersOnly: true) { nodes { state submittedAt author { login } } }
        reviewRequests(first: 20) { nodes { requestedReviewer { ... on User { login } } } }
      }
    }
  }
}`;

const blob = z.object({ oid: z.string().optional(), text: z.string().nullish() }).nullish();
const target = z.object({ target: z.object({ oid: z.string() }) }).nullish();

const pullRequest = z.object({
  id: z.string(),
  number: z.number(),
  url: z.string(),
  state: z.enum(["OPEN", "CLOSED", "MERGED"]),
  isDraft: z.boolean(),
  isCrossRepository: z.boolean(),
  createdAt: time,
  mergedAt: time.nullish(),
  mergedBy: login.nullish(),
  headRefOid: z.string(),
  files: z.object({ nodes: z.array(z.object({ path: z.string() })) }).nullish(),
  latestOpinionatedReviews: z
    .object({
      nodes: z.array(
        z.object({ state: z.string(), submittedAt: time.nullish(), author: login.nullish() }),
      ),
    })
    .nullish(),
  reviewRequests: z
    .object({
      nodes: z.array(z.object({ requestedReviewer: login.partial().nullish() })),
    })
    .nullish(),
});

/** A pull request as {@link REPORT} brings it. */
export type PullRequestNode = z.infer<typeof pullRequest>;

/** The answer to {@link REPORT}. */
export const reportShape = z.object({
  repository: z.object({
    id: z.string(),
    nameWithOwner: z.string(),
    isPrivate: z.boolean(),
    defaultBranchRef: z
      .object({ name: z.string(), target: z.object({ oid: z.string() }) })
      .nullish(),
    ref: target,
    file: blob,
    pullRequests: z.object({ nodes: z.array(pullRequest) }),
  }),
});

/** What is known of a report's repository. */
export type ReportRepository = z.infer<typeof reportShape>["repository"];

/** A file at a commit or on a branch, and on the default branch. */
export const FILES = `query ReportFiles($owner: String!, $repo: String!, $here: String!, $there: String!) {
  repository(owner: $owner, name: $repo) {
    here: object(expression: $here) { ... on Blob { oid text } }
    there: object(expression: $there) { ... on Blob { oid } }
  }
}`;

/** The answer to {@link FILES}. */
export const filesShape = z.object({ repository: z.object({ here: blob, there: blob }) });
