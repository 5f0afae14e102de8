import { z } from "zod";
import { orNone, time } from "./answer-parts.ts";
import { policyBlob } from "./policy-files.ts";

/** The answers of GitHub's GraphQL API, as far as they are used: parsed at the edge, so that nothing further in meets a surprise. */
const actor = z.object({ __typename: z.string(), login: z.string() }).nullish();

const reactionGroups = z
  .array(z.object({ content: z.string(), viewerHasReacted: z.boolean() }))
  .nullish();

const comment = z.object({
  id: z.string(),
  fullDatabaseId: z.union([z.string(), z.number()]).transform(Number),
  url: z.string(),
  body: z.string(),
  createdAt: time,
  isMinimized: z.boolean(),
  viewerDidAuthor: z.boolean(),
  author: actor,
  editor: actor,
  reactionGroups,
});

const event = { id: z.string(), createdAt: time, actor };

const timelineNode = z.discriminatedUnion("__typename", [
  comment.extend({ __typename: z.literal("IssueComment") }),
  z.object({
    ...event,
    __typename: z.literal("LabeledEvent"),
    label: z.object({ name: z.string() }),
  }),
  z.object({
    ...event,
    __typename: z.literal("UnlabeledEvent"),
    label: z.object({ name: z.string() }),
  }),
  z.object({ ...event, __typename: z.literal("ClosedEvent"), stateReason: z.string().nullish() }),
  z.object({ ...event, __typename: z.literal("ReopenedEvent") }),
  z.object({
    ...event,
    __typename: z.literal("UnassignedEvent"),
    assignee: z.object({ login: z.string().optional() }).nullish(),
  }),
]);

const timeline = z.object({
  pageInfo: z.object({ hasPreviousPage: z.boolean(), startCursor: z.string().nullish() }),
  nodes: z.array(timelineNode),
});

const edits = z
  .object({
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(
      z.object({ id: z.string(), editedAt: time, editor: actor, diff: z.string().nullish() }),
    ),
  })
  .nullish();

const label = z.object({ id: z.string(), name: z.string() });
const labels = z.object({ nodes: z.array(label) }).nullish();

const subIssue = z.object({
  number: z.number(),
  title: z.string(),
  url: z.string(),
  state: z.enum(["OPEN", "CLOSED"]),
  assignees: z.object({ nodes: z.array(z.object({ login: z.string() })) }),
});

/** The answer to `LOOK`. */
export const lookShape = z.object({
  viewer: z.object({ login: z.string() }),
  repository: z.object({
    id: z.string(),
    isArchived: z.boolean(),
    isPrivate: z.boolean(),
    labels,
    policy: policyBlob,
    issue: z.object({
      id: z.string(),
      number: z.number(),
      title: z.string(),
      body: z.string(),
      url: z.string(),
      repository: z.object({ id: z.string() }),
      state: z.enum(["OPEN", "CLOSED"]),
      stateReason: z.string().nullish(),
      locked: z.boolean(),
      createdAt: time,
      lastEditedAt: time.nullish(),
      author: actor,
      labels,
      assignees: z.object({ nodes: z.array(z.object({ id: z.string(), login: z.string() })) }),
      // Null: in a repository that the App may not read.
      subIssues: z.object({ nodes: z.array(subIssue.nullable()) }),
      reactionGroups,
      userContentEdits: edits,
      timelineItems: timeline,
    }),
  }),
  owners: z.object({ policy: policyBlob }).nullish(),
  status: orNone(comment),
});

/** The answer to `EARLIER`. */
export const earlierShape = z.object({ node: z.object({ timelineItems: timeline }) });

/** The answer to `EARLIER_EDITS`. */
export const earlierEditsShape = z.object({ node: z.object({ userContentEdits: edits }) });

/** The answer to `STATUS`. */
export const statusShape = z.object({
  node: orNone(comment.extend({ issue: z.object({ id: z.string() }) })),
});

/** The answer to `LABEL`. */
export const labelShape = z.object({ repository: z.object({ label: label.nullish() }) });

export type LookAnswer = z.infer<typeof lookShape>;
export type IssueNode = LookAnswer["repository"]["issue"];
export type CommentNode = z.infer<typeof comment>;
export type TimelineNode = z.infer<typeof timelineNode>;
export type EditNode = NonNullable<z.infer<typeof edits>>["nodes"][number];
export type ActorNode = z.infer<typeof actor>;
export type LabelNode = z.infer<typeof label>;

/** What `createLabel` answers. */
export const createdLabelShape = z.object({ label });

/** What `addComment` answers. */
export const createdCommentShape = z.object({
  commentEdge: z.object({
    node: z.object({
      id: z.string(),
      fullDatabaseId: z.union([z.string(), z.number()]).transform(Number),
      url: z.string(),
      body: z.string(),
      createdAt: time,
    }),
  }),
});

/** What `updateIssue` answers: the newest versions of the body. */
export const appliedShape = z.object({
  issue: z.object({
    userContentEdits: z.object({
      nodes: z.array(z.object({ id: z.string(), editedAt: time, editor: actor })),
    }),
  }),
});
