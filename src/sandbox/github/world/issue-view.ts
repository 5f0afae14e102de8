import type { MinimizedReason, ReactionContent, StateReason, Timestamp } from "./records.ts";
import type { Account, Comment, Content, Issue, Repository, TimelineEvent } from "./records.ts";

/** One reaction: who gave it (login) and which. */
export interface ReactionView {
  readonly login: string;
  readonly content: ReactionContent;
}

/** One revision of an issue's body, oldest first: the whole text and who wrote it. */
export interface EditView {
  readonly editor: string | null;
  readonly editedAt: Timestamp;
  readonly body: string;
}

/** A comment as it is now. `author` is a login; null once the account is gone. */
export interface CommentView {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string | null;
  readonly body: string;
  readonly createdAt: Timestamp;
  readonly lastEditedAt: Timestamp | null;
  readonly minimized: MinimizedReason | null;
  readonly pinned: boolean;
  readonly reactions: readonly ReactionView[];
  readonly edits: readonly EditView[];
}

/** One event of an issue's timeline, comments left out. Its `id` and theirs grow together, so they give the thread's order. */
export interface TimelineView {
  readonly id: number;
  readonly type: string;
  readonly actor: string;
  readonly createdAt: Timestamp;
  /** The label, the assignee, the new title, why it was closed, the other issue as `#7`, or the repository that it came from. */
  readonly subject: string | null;
}

/** An issue as it is now, for tests and for the page. A copy: it does not follow later changes. */
export interface IssueView {
  readonly id: number;
  readonly nodeId: string;
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly author: string | null;
  readonly state: "open" | "closed";
  readonly stateReason: StateReason | null;
  readonly locked: boolean;
  readonly createdAt: Timestamp;
  readonly updatedAt: Timestamp;
  readonly lastEditedAt: Timestamp | null;
  readonly closedAt: Timestamp | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reactions: readonly ReactionView[];
  /** Their numbers, in the order in which they were added. */
  readonly subIssues: readonly number[];
  readonly comments: readonly CommentView[];
  readonly edits: readonly EditView[];
  readonly timeline: readonly TimelineView[];
}

const login = (account: Account | null): string | null => account?.login ?? null;

const nameOf = ({ owner, name }: Repository): string => `${owner.login}/${name}`;

const reactionsOf = (content: Content): readonly ReactionView[] =>
  content.reactions.map((each) => ({ login: each.account.login, content: each.content }));

const editsOf = (content: Content): readonly EditView[] =>
  content.edits.map(({ editor, editedAt, diff }) => ({
    editor: login(editor),
    editedAt,
    body: diff,
  }));

/** The comment as it is now. */
export function toCommentView(comment: Comment): CommentView {
  const { id, nodeId, body, createdAt, lastEditedAt } = comment;
  return {
    id,
    nodeId,
    author: login(comment.author),
    body,
    createdAt,
    lastEditedAt,
    minimized: comment.minimizedReason,
    pinned: comment.pinned !== null,
    reactions: reactionsOf(comment),
    edits: editsOf(comment),
  };
}

function subjectOf(item: TimelineEvent): string | null {
  if ("label" in item) return item.label.name;
  if ("assignee" in item) return item.assignee.login;
  if ("currentTitle" in item) return item.currentTitle;
  if ("subIssue" in item) return `#${item.subIssue.number}`;
  if ("parent" in item) return `#${item.parent.number}`;
  if ("fromRepository" in item) return nameOf(item.fromRepository);
  return "stateReason" in item ? item.stateReason : null;
}

function timelineOf(issue: Issue): readonly TimelineView[] {
  return issue.timeline.flatMap((item) => {
    if (item.typename === "IssueComment") return [];
    const subject = subjectOf(item);
    const { id, typename: type, createdAt } = item;
    return [{ id, type, actor: item.actor.login, createdAt, subject }];
  });
}

/** The issue as it is now; `origin` is where its page is. */
export function toIssueView(issue: Issue, origin: string): IssueView {
  const { id, nodeId, number, title, body, state, stateReason, locked } = issue;
  const { createdAt, updatedAt, lastEditedAt, closedAt } = issue;
  const repository = nameOf(issue.repository);
  return {
    id,
    nodeId,
    repository,
    number,
    url: `${origin}/${repository}/issues/${number}`,
    title,
    body,
    author: login(issue.author),
    state,
    stateReason,
    locked,
    createdAt,
    updatedAt,
    lastEditedAt,
    closedAt,
    labels: issue.labels.map((label) => label.name),
    assignees: issue.assignees.map((account) => account.login),
    reactions: reactionsOf(issue),
    subIssues: issue.subIssues.map((each) => each.number),
    comments: issue.comments.map(toCommentView),
    edits: editsOf(issue),
    timeline: timelineOf(issue),
  };
}
