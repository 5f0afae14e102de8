import type { Account, Issue, Label, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";
import { checkBody, countCharacters } from "./check-body.ts";
import { recordEdit } from "./record-edit.ts";
import { Refusal } from "./refusal.ts";
import { demand, demandOrAuthor } from "./rights.ts";

/** What a new issue is made from. `labels` are put on by the form or by whoever may. */
export interface NewIssue {
  readonly title: string;
  readonly body: string;
  readonly labels?: readonly Label[];
}

function checkTitle(title: string): void {
  if (title.trim() !== "" && countCharacters(title) <= 256) return;
  const code = title.trim() === "" ? "missing_field" : "custom";
  throw new Refusal("UNPROCESSABLE", "Validation Failed", [
    { resource: "Issue", field: "title", code },
  ]);
}

/** Opens an issue. Its labels are there from the start; `labeled` deliveries follow the `opened` one, as GitHub sends them. */
export function openIssue(
  store: Store,
  author: Account,
  repository: Repository,
  issue: NewIssue,
): Issue {
  demand(store, author, repository, "read");
  if (!repository.hasIssues) throw new Refusal("FORBIDDEN", "Issues are disabled for this repo");
  if (repository.isArchived) demand(store, author, repository, "write");
  checkTitle(issue.title);
  checkBody("Issue", issue.body);
  const at = store.timestamp();
  const record = store.add<Issue>("I", {
    typename: "Issue",
    repository,
    number: repository.nextNumber,
    title: issue.title.trim(),
    body: issue.body,
    author,
    createdAt: at,
    updatedAt: at,
    state: "open",
    stateReason: null,
    closedAt: null,
    closedBy: null,
    lastEditedAt: null,
    editor: null,
    locked: false,
    parent: null,
    subIssues: [],
    labels: [...(issue.labels ?? [])],
    assignees: [],
    comments: [],
    timeline: [],
    edits: [],
    reactions: [],
  });
  repository.nextNumber += 1;
  repository.issues.set(record.number, record);
  store.happened({ event: "issues", action: "opened", issue: record, sender: author });
  for (const label of record.labels) {
    addToTimeline(store, author, record, { typename: "LabeledEvent", label });
    store.happened({ event: "issues", action: "labeled", issue: record, label, sender: author });
  }
  return record;
}

/** Edits title or body, for the author and people with write access. The same text again changes nothing and sends nothing. */
export function editIssue(
  store: Store,
  actor: Account,
  issue: Issue,
  edit: { readonly title?: string | undefined; readonly body?: string | undefined },
): void {
  demandOrAuthor(store, actor, issue, "write");
  if (edit.title !== undefined) checkTitle(edit.title);
  if (edit.body !== undefined) checkBody("Issue", edit.body);
  const changes: Record<string, { from: string }> = {};
  const title = edit.title?.trim() ?? issue.title;
  if (title !== issue.title) {
    changes["title"] = { from: issue.title };
    const names = { previousTitle: issue.title, currentTitle: title };
    issue.title = title;
    addToTimeline(store, actor, issue, { typename: "RenamedTitleEvent", ...names });
  }
  const before = issue.body;
  if (edit.body !== undefined && recordEdit(store, actor, issue, edit.body))
    changes["body"] = { from: before };
  if (Object.keys(changes).length === 0) return;
  store.happened({ event: "issues", action: "edited", issue, changes, sender: actor });
}

/** Closes an issue, for the author and people with triage access. A closed one keeps its state; a new reason is taken. */
export function closeIssue(
  store: Store,
  actor: Account,
  issue: Issue,
  reason: "completed" | "not_planned" | "duplicate" = "completed",
): void {
  demandOrAuthor(store, actor, issue, "triage");
  if (issue.state === "closed") {
    issue.stateReason = reason;
    store.changed();
    return;
  }
  Object.assign(issue, { state: "closed", stateReason: reason, closedBy: actor });
  issue.closedAt = store.timestamp();
  addToTimeline(store, actor, issue, { typename: "ClosedEvent", stateReason: reason });
  store.happened({ event: "issues", action: "closed", issue, sender: actor });
}

/** Opens a closed issue again, for the author and people with triage access. */
export function reopenIssue(store: Store, actor: Account, issue: Issue): void {
  demandOrAuthor(store, actor, issue, "triage");
  if (issue.state === "open") return;
  Object.assign(issue, { state: "open", stateReason: "reopened", closedAt: null, closedBy: null });
  addToTimeline(store, actor, issue, { typename: "ReopenedEvent", stateReason: "reopened" });
  store.happened({ event: "issues", action: "reopened", issue, sender: actor });
}

/** Locks or unlocks the conversation, for people with write access. */
export function setLocked(store: Store, actor: Account, issue: Issue, locked: boolean): void {
  demand(store, actor, issue.repository, "write");
  if (issue.locked === locked) return;
  issue.locked = locked;
  addToTimeline(store, actor, issue, { typename: locked ? "LockedEvent" : "UnlockedEvent" });
  const action = locked ? "locked" : "unlocked";
  store.happened({ event: "issues", action, issue, sender: actor });
}
