import type { Account, Installation, Permissions, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/** Installs the app on an account for these repositories and tells the app. */
export function install(
  store: Store,
  account: Account,
  repositories: readonly Repository[],
  permissions: Permissions = store.app.permissions,
): Installation {
  const installation: Installation = {
    typename: "Installation",
    id: store.nextId(),
    account,
    createdAt: store.timestamp(),
    permissions,
    events: store.app.events,
    suspendedAt: null,
    repositories: new Set(repositories),
  };
  store.installations.set(installation.id, installation);
  store.happened({ event: "installation", action: "created", installation, sender: account });
  return installation;
}

/** Removes the app from an account; its tokens stop working. */
export function uninstall(store: Store, installation: Installation): void {
  store.installations.delete(installation.id);
  const sender = installation.account;
  store.happened({ event: "installation", action: "deleted", installation, sender });
}

/** Suspends an installation (no access, no deliveries), or ends that. */
export function setSuspended(store: Store, installation: Installation, suspended: boolean): void {
  installation.suspendedAt = suspended ? store.timestamp() : null;
  const action = suspended ? "suspend" : "unsuspend";
  const sender = installation.account;
  store.happened({ event: "installation", action, installation, sender });
}

/** Gives an installation a further repository, or takes one from it, and tells the app. */
export function setCovered(
  store: Store,
  installation: Installation,
  repository: Repository,
  covered: boolean,
): void {
  if (installation.repositories.has(repository) === covered) return;
  if (covered) installation.repositories.add(repository);
  else installation.repositories.delete(repository);
  store.happened({
    event: "installation_repositories",
    action: covered ? "added" : "removed",
    installation,
    repositories: [repository],
    sender: installation.account,
  });
}
