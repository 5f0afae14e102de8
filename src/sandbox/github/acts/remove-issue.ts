import type { Account, Issue } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { demand } from "./rights.ts";

/** Takes an issue with its thread out of the store, without a delivery. Its number is not used again. */
export function dropIssueRecord(store: Store, issue: Issue): void {
  issue.repository.issues.delete(issue.number);
  for (const { nodeId } of [issue, ...issue.timeline]) store.nodes.delete(nodeId);
}

function remove(store: Store, actor: Account, issue: Issue): void {
  store.happened({ event: "issues", action: "deleted", issue, sender: actor });
  const { parent } = issue;
  parent?.subIssues.splice(parent.subIssues.indexOf(issue), 1);
  for (const child of issue.subIssues) child.parent = null;
  dropIssueRecord(store, issue);
  store.changed();
}

/** Deletes an issue for good, for people with admin access. */
export function deleteIssue(store: Store, actor: Account, issue: Issue): void {
  demand(store, actor, issue.repository, "admin");
  remove(store, actor, issue);
}

/** Makes a discussion of an issue, for people with triage access. The embedded GitHub has no discussions: the issue is gone. */
export function convertToDiscussion(store: Store, actor: Account, issue: Issue): void {
  demand(store, actor, issue.repository, "triage");
  remove(store, actor, issue);
}
