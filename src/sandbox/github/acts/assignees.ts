import type { Account, Issue } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addToTimeline } from "./add-to-timeline.ts";
import { Refusal } from "./refusal.ts";
import { demand, may } from "./rights.ts";

const MOST = 10;

/** Whether an issue of the repository can be assigned to the account: people with push access. */
export function isAssignable(store: Store, account: Account, issue: Issue): boolean {
  return account.typename === "User" && may(store, account, issue.repository, "write");
}

/**
 * Assigns an issue. Whoever cannot be assigned is passed over silently, as in GitHub's REST API; pass `strict` for GraphQL,
 * which refuses. More than ten are refused.
 */
export function assign(
  store: Store,
  actor: Account,
  issue: Issue,
  accounts: readonly Account[],
  strict = false,
): void {
  demand(store, actor, issue.repository, "triage");
  const wrong = accounts.find((account) => !isAssignable(store, account, issue));
  if (strict && wrong !== undefined)
    throw new Refusal("UNPROCESSABLE", `${wrong.login} cannot be assigned to this issue`);
  const fresh = accounts.filter(
    (account) => isAssignable(store, account, issue) && !issue.assignees.includes(account),
  );
  if (issue.assignees.length + fresh.length > MOST)
    throw new Refusal("UNPROCESSABLE", `Only ${MOST} assignees are allowed`, [
      { resource: "Issue", field: "assignees", code: "invalid" },
    ]);
  for (const assignee of fresh) {
    issue.assignees.push(assignee);
    addToTimeline(store, actor, issue, { typename: "AssignedEvent", assignee });
    store.happened({ event: "issues", action: "assigned", issue, assignee, sender: actor });
  }
}

/** Takes an issue off people; those who did not have it are passed over. */
export function unassign(
  store: Store,
  actor: Account,
  issue: Issue,
  accounts: readonly Account[],
): void {
  demand(store, actor, issue.repository, "triage");
  for (const assignee of accounts) {
    const index = issue.assignees.indexOf(assignee);
    if (index === -1) continue;
    issue.assignees.splice(index, 1);
    addToTimeline(store, actor, issue, { typename: "UnassignedEvent", assignee });
    store.happened({ event: "issues", action: "unassigned", issue, assignee, sender: actor });
  }
}
