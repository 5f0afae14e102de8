import type { Account, PullRequest, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { addLooseCommit } from "./commits.ts";
import { addPullRequest } from "./pull-requests.ts";
import { Refusal } from "./refusal.ts";
import { demand } from "./rights.ts";

/** A pull request from its author's own copy of the repository, with one commit. */
export interface NewProposal {
  readonly branch: string;
  readonly title: string;
  readonly changes: Readonly<Record<string, string | null>>;
}

/** Opens a pull request from a copy of the repository, for everybody who can read it. No push tells of its commit here. */
export function proposeChanges(
  store: Store,
  author: Account,
  repository: Repository,
  { branch, title, changes }: NewProposal,
): PullRequest {
  demand(store, author, repository, "read");
  const head = addLooseCommit(store, repository, null, { branch, message: title, changes });
  const opened = { branch, title, body: "", head, fork: author, isDraft: false };
  return addPullRequest(store, author, repository, opened);
}

/** A further commit of a pull request from a copy. */
export function proposeMore(
  store: Store,
  pull: PullRequest,
  changes: Readonly<Record<string, string | null>>,
): void {
  const { repository, branch, fork } = pull;
  if (fork === null)
    throw new Refusal("UNPROCESSABLE", "The pull request is from the repository itself");
  const before = pull.head;
  const wanted = { branch, message: "Go on", changes };
  pull.head = addLooseCommit(store, repository, before, wanted);
  pull.updatedAt = store.timestamp();
  store.happened({ event: "pull_request", action: "synchronize", pull, before, sender: fork });
}
