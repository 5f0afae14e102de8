import { Refusal } from "../acts/refusal.ts";
import type { Account, Comment, Issue, Label, PullRequest, Repository } from "./records.ts";
import type { Store } from "./store.ts";

/** The account with this login (in any case), or undefined. */
export function findAccount(store: Store, login: string): Account | undefined {
  return store.accounts.get(login.toLowerCase());
}

/** The account with this login. Refuses when nobody has it. */
export function getAccount(store: Store, login: string): Account {
  const account = findAccount(store, login);
  if (account === undefined) throw new Refusal("NOT_FOUND", `There is no account ${login}`);
  return account;
}

/** The repository `owner/name` (in any case). Refuses when there is none. */
export function getRepository(store: Store, nameWithOwner: string): Repository {
  const repository = store.repositories.get(nameWithOwner.toLowerCase());
  if (repository === undefined)
    throw new Refusal("NOT_FOUND", `There is no repository ${nameWithOwner}`);
  return repository;
}

/** The issue with this number. Refuses when there is none or when it was deleted. */
export function getIssue(repository: Repository, number: number): Issue {
  const issue = repository.issues.get(number);
  if (issue === undefined) throw new Refusal("NOT_FOUND", "Not Found");
  return issue;
}

/** The pull request with this number. Refuses when there is none. */
export function getPullRequest(repository: Repository, number: number): PullRequest {
  const pull = repository.pullRequests.get(number);
  if (pull === undefined) throw new Refusal("NOT_FOUND", "Not Found");
  return pull;
}

/** The comment of an issue by its database id. Refuses when there is none. */
export function getComment(issue: Issue, id: number): Comment {
  const comment = issue.comments.find((each) => each.id === id);
  if (comment === undefined) throw new Refusal("NOT_FOUND", "Not Found");
  return comment;
}

/** The repository's label with this name (in any case). Refuses when there is none. */
export function getLabel(repository: Repository, name: string): Label {
  const label = repository.labels.get(name.toLowerCase());
  if (label === undefined) throw new Refusal("NOT_FOUND", `There is no label ${name}`);
  return label;
}
