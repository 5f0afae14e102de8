import type { Account, Comment, Issue, Repository, TimelineEvent } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline, EVENT_PREFIXES } from "./add-to-timeline.ts";
import { isAssignable } from "./assignees.ts";
import { Refusal } from "./refusal.ts";
import { dropIssueRecord } from "./remove-issue.ts";
import { demand } from "./rights.ts";

function checkTarget({ repository }: Issue, target: Repository): void {
  if (target === repository) throw new Refusal("UNPROCESSABLE", "The issue is there already");
  if (target.owner !== repository.owner)
    throw new Refusal("UNPROCESSABLE", "Issues can only move between repositories of one owner");
  if (repository.isPrivate && !target.isPrivate)
    throw new Refusal("UNPROCESSABLE", "Issues cannot move from a private repository to a public");
  if (!target.hasIssues) throw new Refusal("FORBIDDEN", "Issues are disabled for this repo");
}

/** The thread again, in the same order, each item with ids of its own. */
function copyThread(store: Store, from: Issue, to: Issue): void {
  for (const item of from.timeline) {
    if (item.typename === "IssueComment") {
      const own = { issue: to, edits: [...item.edits], reactions: [...item.reactions] };
      const comment = store.add<Comment>("IC", { ...item, ...own });
      to.comments.push(comment);
      to.timeline.push(comment);
    } else {
      const prefix = EVENT_PREFIXES[item.typename];
      const fields = { ...item, issue: to } as Omit<TimelineEvent, "id" | "nodeId">;
      to.timeline.push(store.add<TimelineEvent>(prefix, fields));
    }
  }
}

function moveFamily(from: Issue, to: Issue): void {
  const siblings = from.parent?.subIssues;
  siblings?.splice(siblings.indexOf(from), 1, to);
  for (const child of from.subIssues) child.parent = to;
}

/**
 * Moves an issue to another repository of the same owner, for people with write access to both. There it is a new issue, with a new
 * number and new ids for itself and its thread; labels of the same name and people who can be assigned there stay on it. The app is
 * told `transferred` from the old repository and `opened` from the new one. Returns the new issue.
 */
export function transferIssue(
  store: Store,
  actor: Account,
  issue: Issue,
  target: Repository,
): Issue {
  demand(store, actor, issue.repository, "write");
  demand(store, actor, target, "write");
  checkTarget(issue, target);
  const labels = issue.labels.flatMap(({ name }) => target.labels.get(name.toLowerCase()) ?? []);
  const moved = store.add<Issue>("I", {
    ...issue,
    repository: target,
    number: target.nextNumber,
    labels,
    assignees: [],
    subIssues: [...issue.subIssues],
    comments: [],
    timeline: [],
    edits: [...issue.edits],
    reactions: [...issue.reactions],
  });
  moved.assignees.push(...issue.assignees.filter((each) => isAssignable(store, each, moved)));
  copyThread(store, issue, moved);
  moveFamily(issue, moved);
  target.nextNumber += 1;
  target.issues.set(moved.number, moved);
  dropIssueRecord(store, issue);
  issue.repository.transferred.set(issue.number, moved);
  const fromRepository = issue.repository;
  addToTimeline(store, actor, moved, { typename: "TransferredEvent", fromRepository });
  const told = { event: "issues", sender: actor } as const;
  store.happened({ ...told, action: "transferred", issue, movedTo: moved });
  store.happened({ ...told, action: "opened", issue: moved, movedFrom: issue });
  return moved;
}
