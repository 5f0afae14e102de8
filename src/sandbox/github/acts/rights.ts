import type { Account, Issue, Repository, RepositoryRole } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { Refusal } from "./refusal.ts";

const ORDER: readonly RepositoryRole[] = ["none", "read", "triage", "write", "maintain", "admin"];

function installationRole(store: Store, repository: Repository): RepositoryRole {
  const covers = [...store.installations.values()].some((each) =>
    each.repositories.has(repository),
  );
  return covers ? "write" : "none";
}

/** What an account may do in a repository: what was set, the owner's own rights, or what everybody may. */
export function roleIn(store: Store, account: Account, repository: Repository): RepositoryRole {
  const everybody: RepositoryRole = repository.isPrivate ? "none" : "read";
  const given =
    account === store.bot
      ? installationRole(store, repository)
      : account === repository.owner
        ? "admin"
        : (repository.roles.get(account.login.toLowerCase()) ?? "none");
  return given === "none" ? everybody : given;
}

/** Whether the account's role in the repository is at least `role`. */
export function may(
  store: Store,
  account: Account,
  repository: Repository,
  role: RepositoryRole,
): boolean {
  return ORDER.indexOf(roleIn(store, account, repository)) >= ORDER.indexOf(role);
}

/** Refuses (as 'not found' where even reading is not allowed) unless the role is at least `role`. */
export function demand(
  store: Store,
  account: Account,
  repository: Repository,
  role: RepositoryRole,
): void {
  if (!may(store, account, repository, "read")) throw new Refusal("NOT_FOUND", "Not Found");
  if (repository.isArchived && role !== "read")
    throw new Refusal("FORBIDDEN", "Repository was archived so is read-only.");
  if (!may(store, account, repository, role))
    throw new Refusal("FORBIDDEN", `Must have ${role} rights to Repository.`);
}

/** The same, but the issue's author needs no rights for what concerns the own issue. */
export function demandOrAuthor(
  store: Store,
  account: Account,
  issue: Issue,
  role: RepositoryRole,
): void {
  demand(store, account, issue.repository, issue.author === account ? "read" : role);
  if (issue.repository.isArchived) demand(store, account, issue.repository, role);
}
