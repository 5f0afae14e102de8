import type { Account, Issue } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";
import { Refusal } from "./refusal.ts";
import { demand } from "./rights.ts";

/** How many sub-issues an issue can have, and how many levels of them, as GitHub publishes it. */
const MOST = 100;
const DEEPEST = 8;

const refuse = (message: string): Refusal => new Refusal("UNPROCESSABLE", message);

/** The issue, its parent, its parent's parent and so on. */
function lineOf(issue: Issue | null): readonly Issue[] {
  return issue === null ? [] : [issue, ...lineOf(issue.parent)];
}

const depthBelow = (issue: Issue): number =>
  issue.subIssues.length === 0 ? 0 : 1 + Math.max(...issue.subIssues.map(depthBelow));

function checkPlace(parent: Issue, child: Issue): void {
  if (child.parent !== null) throw refuse("Sub issue may only have one parent");
  if (lineOf(parent).includes(child)) throw refuse("An issue cannot be below itself");
  if (parent.subIssues.length >= MOST) throw refuse(`Parent cannot have more than ${MOST} issues`);
  if (lineOf(parent).length + depthBelow(child) > DEEPEST)
    throw refuse(`Sub-issues cannot be nested more than ${DEEPEST} levels deep`);
}

/** Tells both sides; an app that asks for `sub_issues` gets a delivery of each. */
function tell(
  store: Store,
  actor: Account,
  { parent, child }: { readonly parent: Issue; readonly child: Issue },
  verb: "added" | "removed",
): void {
  const ending = verb === "added" ? "AddedEvent" : "RemovedEvent";
  addToTimeline(store, actor, parent, { typename: `SubIssue${ending}`, subIssue: child });
  addToTimeline(store, actor, child, { typename: `ParentIssue${ending}`, parent });
  const pair = { event: "sub_issues", parent, child, sender: actor } as const;
  store.happened({ ...pair, action: `sub_issue_${verb}` as const });
  store.happened({ ...pair, action: `parent_issue_${verb}` as const });
}

/**
 * Makes an issue a sub-issue of another, for people with triage access to both. Refuses a second parent, a circle, more than a
 * hundred in one issue and more than eight levels.
 */
export function addSubIssue(store: Store, actor: Account, parent: Issue, child: Issue): void {
  demand(store, actor, parent.repository, "triage");
  demand(store, actor, child.repository, "triage");
  checkPlace(parent, child);
  child.parent = parent;
  parent.subIssues.push(child);
  tell(store, actor, { parent, child }, "added");
}

/** Takes a sub-issue off its parent, for people with triage access. Refuses one that is not the parent's. */
export function removeSubIssue(store: Store, actor: Account, parent: Issue, child: Issue): void {
  demand(store, actor, parent.repository, "triage");
  if (child.parent !== parent) throw new Refusal("NOT_FOUND", "Not Found");
  child.parent = null;
  parent.subIssues.splice(parent.subIssues.indexOf(child), 1);
  tell(store, actor, { parent, child }, "removed");
}
