import { assign, unassign } from "../acts/assignees.ts";
import * as comments from "../acts/comments.ts";
import * as issues from "../acts/issues.ts";
import { addLabels, createLabel, removeLabels } from "../acts/labels.ts";
import { addReaction, removeReaction } from "../acts/reactions.ts";
import { addSubIssue } from "../acts/sub-issues.ts";
import type { Account, Comment, Issue, MinimizedReason, Reaction } from "../world/records.ts";
import { toCursor } from "./connection.ts";
import { REACTION_NAMES, reactionGroups } from "./content.ts";
import { getOwnNode } from "./context.ts";
import type { GraphqlContext } from "./context.ts";
import { PULL_MUTATION_PERMISSIONS, PULL_MUTATIONS } from "./pull-request-mutations.ts";

type Ids = readonly string[];
/** A root field of a mutation. */
export type Mutation = (input: never, context: GraphqlContext) => Readonly<Record<string, unknown>>;

const issueOf = (context: GraphqlContext, id: string): Issue => getOwnNode(context, id, "Issue");
const commentOf = (context: GraphqlContext, id: string): Comment =>
  getOwnNode(context, id, "IssueComment");
const labelsOf = (context: GraphqlContext, ids: Ids) =>
  ids.map((id) => getOwnNode(context, id, "Label"));
const accountsOf = (context: GraphqlContext, ids: Ids): readonly Account[] =>
  ids.map((id) => getOwnNode(context, id, "User", "Bot"));

interface UpdateIssue {
  readonly id: string;
  readonly title?: string | null;
  readonly body?: string | null;
  readonly state?: "OPEN" | "CLOSED" | null;
  readonly labelIds?: Ids | null;
  readonly assigneeIds?: Ids | null;
}

function updateIssue(input: UpdateIssue, context: GraphqlContext) {
  const { store } = context;
  const actor = store.bot;
  const issue = issueOf(context, input.id);
  const { title, body } = input;
  issues.editIssue(store, actor, issue, { title: title ?? undefined, body: body ?? undefined });
  if (input.labelIds) {
    const wanted = labelsOf(context, input.labelIds);
    const gone = issue.labels.filter((label) => !wanted.includes(label));
    removeLabels(store, actor, issue, gone);
    addLabels(store, actor, issue, wanted);
  }
  if (input.assigneeIds) {
    const wanted = accountsOf(context, input.assigneeIds);
    const gone = issue.assignees.filter((account) => !wanted.includes(account));
    unassign(store, actor, issue, gone);
    assign(store, actor, issue, wanted, true);
  }
  if (input.state === "CLOSED") issues.closeIssue(store, actor, issue);
  if (input.state === "OPEN") issues.reopenIssue(store, actor, issue);
  return { issue, actor };
}

interface React {
  readonly subjectId: string;
  readonly content: keyof typeof REACTION_NAMES;
}

function react(
  { subjectId, content }: React,
  context: GraphqlContext,
  act: (subject: Issue | Comment, name: Reaction["content"]) => Reaction | null,
) {
  const subject = getOwnNode(context, subjectId, "Issue", "IssueComment");
  const reaction = act(subject, REACTION_NAMES[content]);
  return { reaction, subject, reactionGroups: reactionGroups(subject, context) };
}

function addComment(
  { subjectId, body }: { readonly subjectId: string; readonly body: string },
  context: GraphqlContext,
) {
  const issue = issueOf(context, subjectId);
  const node = comments.addComment(context.store, context.store.bot, issue, body);
  const edge = { cursor: toCursor(node), node };
  return { commentEdge: edge, timelineEdge: edge, subject: issue };
}

interface CreateIssue {
  readonly repositoryId: string;
  readonly title: string;
  readonly body?: string | null;
  readonly labelIds?: Ids | null;
  readonly assigneeIds?: Ids | null;
  readonly parentIssueId?: string | null;
}

function createIssue(input: CreateIssue, context: GraphqlContext) {
  const { store } = context;
  const repository = getOwnNode(context, input.repositoryId, "Repository");
  const labels = labelsOf(context, input.labelIds ?? []);
  const assignees = accountsOf(context, input.assigneeIds ?? []);
  const parent = input.parentIssueId == null ? null : issueOf(context, input.parentIssueId);
  const words = { title: input.title, body: input.body ?? "", labels };
  const issue = issues.openIssue(store, store.bot, repository, words);
  assign(store, store.bot, issue, assignees, true);
  if (parent !== null) addSubIssue(store, store.bot, parent, issue);
  return { issue };
}

/** The permission that a mutation needs to write: issues, but for those of branches and pull requests. */
export const permissionFor = (name: string): string => PULL_MUTATION_PERMISSIONS[name] ?? "issues";

/** What a document can change. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  ...PULL_MUTATIONS,
  createIssue,
  addComment,
  updateIssueComment: ({ id, body }: { id: string; body: string }, context) => {
    const issueComment = commentOf(context, id);
    comments.editComment(context.store, context.store.bot, issueComment, body);
    return { issueComment };
  },
  deleteIssueComment: ({ id }: { id: string }, context) => {
    comments.deleteComment(context.store, context.store.bot, commentOf(context, id));
    return {};
  },
  minimizeComment: (input: { subjectId: string; classifier: string }, context) => {
    const minimizedComment = commentOf(context, input.subjectId);
    const reason = input.classifier.toLowerCase().replace("_", "-") as MinimizedReason;
    comments.minimizeComment(context.store, context.store.bot, minimizedComment, reason);
    return { minimizedComment };
  },
  unminimizeComment: ({ subjectId }: { subjectId: string }, context) => {
    const unminimizedComment = commentOf(context, subjectId);
    comments.minimizeComment(context.store, context.store.bot, unminimizedComment, null);
    return { unminimizedComment };
  },
  updateIssue,
  closeIssue: (input: { issueId: string; stateReason?: string | null }, context) => {
    const issue = issueOf(context, input.issueId);
    const reason = (input.stateReason ?? "COMPLETED").toLowerCase() as "completed";
    issues.closeIssue(context.store, context.store.bot, issue, reason);
    return { issue };
  },
  reopenIssue: ({ issueId }: { issueId: string }, context) => {
    const issue = issueOf(context, issueId);
    issues.reopenIssue(context.store, context.store.bot, issue);
    return { issue };
  },
  addLabelsToLabelable: (input: { labelableId: string; labelIds: Ids }, context) => {
    const labelable = issueOf(context, input.labelableId);
    addLabels(context.store, context.store.bot, labelable, labelsOf(context, input.labelIds));
    return { labelable };
  },
  removeLabelsFromLabelable: (input: { labelableId: string; labelIds: Ids }, context) => {
    const labelable = issueOf(context, input.labelableId);
    removeLabels(context.store, context.store.bot, labelable, labelsOf(context, input.labelIds));
    return { labelable };
  },
  createLabel: (
    input: { repositoryId: string; name: string; color: string; description?: string | null },
    context,
  ) => {
    const repository = getOwnNode(context, input.repositoryId, "Repository");
    return { label: createLabel(context.store, context.store.bot, repository, input) };
  },
  addAssigneesToAssignable: (input: { assignableId: string; assigneeIds: Ids }, context) => {
    const assignable = issueOf(context, input.assignableId);
    const accounts = accountsOf(context, input.assigneeIds);
    assign(context.store, context.store.bot, assignable, accounts, true);
    return { assignable };
  },
  removeAssigneesFromAssignable: (input: { assignableId: string; assigneeIds: Ids }, context) => {
    const assignable = issueOf(context, input.assignableId);
    unassign(context.store, context.store.bot, assignable, accountsOf(context, input.assigneeIds));
    return { assignable };
  },
  addReaction: (input: React, context) =>
    react(
      input,
      context,
      (subject, name) => addReaction(context.store, context.store.bot, subject, name).reaction,
    ),
  removeReaction: (input: React, context) =>
    react(input, context, (subject, name) =>
      removeReaction(context.store, context.store.bot, subject, name),
    ),
};
