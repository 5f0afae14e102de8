import type {
  Account,
  Commit,
  PullRequest,
  Repository,
  Review,
  Verdict,
} from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { checkBody } from "./check-body.ts";
import { changedPaths, DEFAULT_BRANCH, historyOf, push } from "./commits.ts";
import { noteReferences } from "./references.ts";
import { recordEdit } from "./record-edit.ts";
import { Refusal } from "./refusal.ts";
import { demand, may } from "./rights.ts";

/** A pull request to be opened, from a branch of the same repository into the default one. */
export interface NewPullRequest {
  readonly branch: string;
  readonly title: string;
  readonly body: string;
  readonly isDraft: boolean;
}

const refuse = (message: string): Refusal => new Refusal("UNPROCESSABLE", message);

/** The newest commit that the branch and the default one have in common. */
function mergeBase({ branches }: Repository, head: Commit): Commit | null {
  const base = branches.get(DEFAULT_BRANCH);
  const there = new Set(base === undefined ? [] : historyOf(base));
  return historyOf(head).find((commit) => there.has(commit)) ?? null;
}

/** The files that a pull request changes, by path; null: it removes one. */
export function changesOf({ repository, head }: PullRequest): ReadonlyMap<string, string | null> {
  const before = mergeBase(repository, head)?.files ?? new Map<string, string>();
  const paths = changedPaths(before, head.files);
  return new Map(paths.map((path) => [path, head.files.get(path) ?? null]));
}

/** The newest commit of the branch that is to be merged. Refuses a branch that is not there or brings nothing, and a second pull request for it. */
function demandBranch(repository: Repository, branch: string): Commit {
  const head = repository.branches.get(branch);
  if (head === undefined) throw refuse("Head sha can't be blank");
  if (mergeBase(repository, head) === head)
    throw refuse(`No commits between ${DEFAULT_BRANCH} and ${branch}`);
  const isTaken = [...repository.pullRequests.values()].some(
    (each) => each.branch === branch && each.fork === null && each.state === "open",
  );
  if (isTaken)
    throw refuse(`A pull request already exists for ${repository.owner.login}:${branch}.`);
  return head;
}

type Opened = Pick<PullRequest, "title" | "body" | "branch" | "head" | "fork" | "isDraft">;

/** Adds a pull request as it is, and tells of it. */
export function addPullRequest(
  store: Store,
  author: Account,
  repository: Repository,
  opened: Opened,
): PullRequest {
  const at = store.timestamp();
  const pull = store.add<PullRequest>("PR", {
    typename: "PullRequest",
    repository,
    number: repository.nextNumber,
    ...opened,
    author,
    state: "open",
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    merge: null,
    lastEditedAt: null,
    editor: null,
    edits: [],
    reactions: [],
    requested: [],
    reviews: [],
  });
  repository.nextNumber += 1;
  repository.pullRequests.set(pull.number, pull);
  store.happened({ event: "pull_request", action: "opened", pull, sender: author });
  noteReferences(store, author, pull);
  return pull;
}

/** Opens a pull request. Refuses a second one for the branch while one is open, and a branch that brings no commit. */
export function openPullRequest(
  store: Store,
  author: Account,
  repository: Repository,
  { branch, title, body, isDraft }: NewPullRequest,
): PullRequest {
  demand(store, author, repository, "write");
  checkBody("PullRequest", body);
  const head = demandBranch(repository, branch);
  if (isDraft && !repository.hasDrafts)
    throw refuse("Draft pull requests are not supported in this repository.");
  const opened = { branch, title, body, head, fork: null, isDraft };
  return addPullRequest(store, author, repository, opened);
}

/** Edits title or body, for the author and people with write access. */
export function editPullRequest(
  store: Store,
  actor: Account,
  pull: PullRequest,
  edit: { readonly title?: string | undefined; readonly body?: string | undefined },
): void {
  if (pull.author !== actor) demand(store, actor, pull.repository, "write");
  const changes: Record<string, { from: string }> = {};
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes["title"] = { from: pull.title };
    pull.title = edit.title;
  }
  const before = pull.body;
  if (edit.body !== undefined && recordEdit(store, actor, pull, edit.body))
    changes["body"] = { from: before };
  if (Object.keys(changes).length === 0) return;
  store.happened({ event: "pull_request", action: "edited", pull, changes, sender: actor });
  noteReferences(store, actor, pull);
}

function demandOpen({ state }: PullRequest): void {
  if (state !== "open") throw refuse("The pull request is not open");
}

/** Makes a draft ready for review, or a draft again; for the author and people with write access. */
export function setDraft(store: Store, actor: Account, pull: PullRequest, isDraft: boolean): void {
  if (pull.author !== actor) demand(store, actor, pull.repository, "write");
  demandOpen(pull);
  if (pull.isDraft === isDraft) return;
  pull.isDraft = isDraft;
  pull.updatedAt = store.timestamp();
  const action = isDraft ? "converted_to_draft" : "ready_for_review";
  store.happened({ event: "pull_request", action, pull, sender: actor });
}

/** Asks people for a review, each once. Refuses the author, and whoever has no access. */
export function requestReviews(
  store: Store,
  actor: Account,
  pull: PullRequest,
  reviewers: readonly Account[],
): void {
  demand(store, actor, pull.repository, "triage");
  for (const reviewer of reviewers) {
    if (reviewer === pull.author)
      throw refuse("Review cannot be requested from pull request author.");
    const isStranger = pull.repository.isPrivate && !may(store, reviewer, pull.repository, "read");
    if (isStranger || !pull.repository.roles.has(reviewer.login.toLowerCase()))
      throw refuse("Reviews may only be requested from collaborators.");
  }
  for (const reviewer of reviewers) {
    if (pull.requested.includes(reviewer)) continue;
    pull.requested.push(reviewer);
    pull.updatedAt = store.timestamp();
    const action = "review_requested";
    store.happened({ event: "pull_request", action, pull, reviewer, sender: actor });
  }
}

/** Submits a review. Refuses an approval of one's own pull request, and one that says nothing. */
export function review(
  store: Store,
  author: Account,
  pull: PullRequest,
  { verdict, body }: { readonly verdict: Verdict; readonly body: string },
): Review {
  demand(store, author, pull.repository, "read");
  demandOpen(pull);
  if (pull.author === author && verdict === "approved")
    throw refuse("Can not approve your own pull request");
  if (body.trim() === "" && verdict !== "approved") throw refuse("Body can't be blank");
  const given = store.add<Review>("PRR", {
    typename: "PullRequestReview",
    repository: pull.repository,
    pullRequest: pull,
    author,
    verdict,
    body,
    commit: pull.head,
    createdAt: store.timestamp(),
  });
  pull.reviews.push(given);
  const asked = pull.requested.indexOf(author);
  if (asked !== -1) pull.requested.splice(asked, 1);
  pull.updatedAt = given.createdAt;
  store.happened({
    event: "pull_request_review",
    action: "submitted",
    review: given,
    sender: author,
  });
  return given;
}

/** Merges a pull request, for people with write access: its changes come upon the default branch as it is now. Refuses a draft. */
export function merge(store: Store, actor: Account, pull: PullRequest): void {
  demand(store, actor, pull.repository, "write");
  demandOpen(pull);
  if (pull.isDraft) throw refuse("Pull Request is still a draft");
  const commit = push(store, pull.repository, actor, {
    branch: DEFAULT_BRANCH,
    message: `Merge pull request #${pull.number}`,
    changes: Object.fromEntries(changesOf(pull)),
  });
  const at = store.timestamp();
  pull.merge = { at, by: actor, commit };
  Object.assign(pull, { state: "merged", closedAt: at, updatedAt: at });
  store.happened({ event: "pull_request", action: "closed", pull, sender: actor });
}

/** Closes a pull request without merging it, or opens it again; for the author and people with triage access. */
export function setPullRequestOpen(
  store: Store,
  actor: Account,
  pull: PullRequest,
  isOpen: boolean,
): void {
  if (pull.author !== actor) demand(store, actor, pull.repository, "triage");
  if (pull.state === "merged") throw refuse("The pull request is merged");
  if ((pull.state === "open") === isOpen) return;
  pull.state = isOpen ? "open" : "closed";
  pull.updatedAt = store.timestamp();
  pull.closedAt = isOpen ? null : pull.updatedAt;
  const action = isOpen ? "reopened" : "closed";
  store.happened({ event: "pull_request", action, pull, sender: actor });
}
