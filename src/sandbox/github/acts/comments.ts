import type { Account, Comment, Issue, MinimizedReason } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";
import { checkBody } from "./check-body.ts";
import { recordEdit } from "./record-edit.ts";
import { Refusal } from "./refusal.ts";
import { demand, may } from "./rights.ts";

/** Comments on an issue. A locked one takes comments only from people with write access, and none from apps. */
export function addComment(store: Store, author: Account, issue: Issue, body: string): Comment {
  const { repository } = issue;
  demand(store, author, repository, "read");
  if (repository.isArchived) demand(store, author, repository, "write");
  if (issue.locked && (author.typename === "Bot" || !may(store, author, repository, "write")))
    throw new Refusal("FORBIDDEN", "Unable to create comment because issue is locked.");
  checkBody("IssueComment", body);
  const at = store.timestamp();
  const comment = store.add<Comment>("IC", {
    typename: "IssueComment",
    issue,
    author,
    body,
    createdAt: at,
    updatedAt: at,
    lastEditedAt: null,
    editor: null,
    edits: [],
    reactions: [],
    minimizedReason: null,
    pinned: null,
  });
  issue.comments.push(comment);
  issue.timeline.push(comment);
  issue.updatedAt = at;
  store.happened({ event: "issue_comment", action: "created", comment, sender: author });
  return comment;
}

function demandOwnOrWrite(store: Store, actor: Account, comment: Comment): void {
  const { repository } = comment.issue;
  const own = comment.author === actor && !repository.isArchived;
  demand(store, actor, repository, own ? "read" : "write");
}

/** Edits a comment, for its author and people with write access. The same text again changes nothing and sends nothing. */
export function editComment(store: Store, actor: Account, comment: Comment, body: string): void {
  demandOwnOrWrite(store, actor, comment);
  checkBody("IssueComment", body);
  const changes = { body: { from: comment.body } };
  if (!recordEdit(store, actor, comment, body)) return;
  comment.issue.updatedAt = comment.updatedAt;
  store.happened({ event: "issue_comment", action: "edited", comment, changes, sender: actor });
}

/** Deletes a comment, for its author and people with write access; the timeline says that there was one. */
export function deleteComment(store: Store, actor: Account, comment: Comment): void {
  demandOwnOrWrite(store, actor, comment);
  const { issue } = comment;
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.timeline.splice(issue.timeline.indexOf(comment), 1);
  store.nodes.delete(comment.nodeId);
  const deletedCommentAuthor = comment.author;
  addToTimeline(store, actor, issue, { typename: "CommentDeletedEvent", deletedCommentAuthor });
  store.happened({ event: "issue_comment", action: "deleted", comment, sender: actor });
}

/** Hides a comment behind a reason, or shows it again (null), for people with triage access. GitHub sends no delivery. */
export function minimizeComment(
  store: Store,
  actor: Account,
  comment: Comment,
  reason: MinimizedReason | null,
): void {
  demand(store, actor, comment.issue.repository, "triage");
  comment.minimizedReason = reason;
  store.changed();
}

/** Pins a comment to the top of its issue, or unpins it, for people with triage access. An issue has one pinned comment. */
export function pinComment(store: Store, actor: Account, comment: Comment, pin: boolean): void {
  demand(store, actor, comment.issue.repository, "triage");
  if ((comment.pinned !== null) === pin) return;
  for (const other of comment.issue.comments) other.pinned = null;
  comment.pinned = pin ? { at: store.timestamp(), by: actor } : null;
  const action = pin ? "pinned" : "unpinned";
  store.happened({ event: "issue_comment", action, comment, sender: actor });
}
