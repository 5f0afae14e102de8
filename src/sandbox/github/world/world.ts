import { DEFAULT_BRANCH, push } from "../acts/commits.ts";
import * as installations from "../acts/installations.ts";
import { Refusal } from "../acts/refusal.ts";
import { roleIn } from "../acts/rights.ts";
import { getAccount, getIssue, getRepository } from "./find.ts";
import { toIssueView } from "./issue-view.ts";
import type { IssueView } from "./issue-view.ts";
import { toPullRequestView, type PullRequestView } from "./pull-request-view.ts";
import { createPerson } from "./person.ts";
import type { Person } from "./person.ts";
import { createProjects, type Projects } from "./projects.ts";
import type { CheckRun, Installation, Permissions, RepositoryRole } from "./records.ts";
import {
  addAccount,
  addRepositoryRecord,
  removeAccount,
  setPrivate,
  setRole,
  setTeam,
} from "./setting.ts";
import type { NewRepository, NewUser } from "./setting.ts";
import type { Store } from "./store.ts";

/** What people, and whoever sets the scene, can do to the embedded GitHub. Repositories are named `owner/name`. */
export interface World {
  /** Adds an account unless there is one with the login. */
  addUser(user: NewUser): void;
  /** Removes an account: what it wrote stays, its author becomes null. */
  removeUser(login: string): void;
  addRepository(repository: NewRepository): void;
  /** Sets what somebody may do, all teams taken together; `none` leaves what everybody may. */
  setPermission(repository: string, login: string, role: RepositoryRole): void;
  /** Makes a team `organisation/slug`, or gives it other members; null: it is gone. It gives no access by itself. */
  setTeam(name: string, members: readonly string[] | null): void;
  /** What somebody may do now. */
  permission(repository: string, login: string): RepositoryRole;
  /** Makes a repository read-only, or ends that. */
  setArchived(repository: string, archived: boolean): void;
  /** Whether pull requests of a repository can be drafts. */
  setDrafts(repository: string, hasDrafts: boolean): void;
  /** Hides a repository from everybody without a role in it, or shows it again. */
  setPrivate(repository: string, isPrivate: boolean): void;
  /** Writes a file at HEAD as its owner and sends the push; null removes it. */
  setFile(repository: string, path: string, text: string | null): void;
  file(repository: string, path: string): string | null;
  /** Changes files on a branch, which begins at the default one where it is new, and sends the push. */
  push(repository: string, branch: string, changes: Readonly<Record<string, string | null>>): void;
  /** What apps say of the newest commit of a branch, oldest first. */
  checkRuns(repository: string, branch: string): readonly CheckRun[];
  /** Installs the app on an owner for repositories named without the owner; returns the installation's id. */
  installApp(
    owner: string,
    repositories: readonly string[],
    options?: { readonly permissions?: Permissions },
  ): number;
  readonly projects: Projects;
  uninstall(installationId: number): void;
  suspend(installationId: number): void;
  unsuspend(installationId: number): void;
  /** Gives an installation a further repository, or takes one from it. */
  setCovered(installationId: number, repository: string, covered: boolean): void;
  /** Sends the app the `ping` that GitHub sends when a webhook is set up. */
  ping(): void;
  /** The acts of the account with this login. */
  as(login: string): Person;
  /** The issue as it is now. Throws when there is none. */
  issue(repository: string, number: number): IssueView;
  /** All issues of a repository, in the order of their numbers. */
  issues(repository: string): readonly IssueView[];
  /** All pull requests of a repository, in the order of their numbers. */
  pullRequests(repository: string): readonly PullRequestView[];
  repositories(): readonly string[];
  labels(repository: string): readonly { readonly name: string; readonly color: string }[];
  users(): readonly {
    readonly login: string;
    readonly type: string;
    readonly name: string | null;
  }[];
}

/** The acts upon a store. */
export function createWorld(store: Store): World {
  const repository = (name: string) => getRepository(store, name);
  const installation = (id: number): Installation => {
    const found = store.installations.get(id);
    if (found === undefined) throw new Refusal("NOT_FOUND", `There is no installation ${id}`);
    return found;
  };
  return {
    addUser: (user) => void addAccount(store, user),
    removeUser: (login) => removeAccount(store, getAccount(store, login)),
    addRepository: (wanted) => void addRepositoryRecord(store, wanted),
    setPermission: (name, login, role) =>
      setRole(store, repository(name), getAccount(store, login), role),
    setTeam: (name, members) => setTeam(store, name, members),
    permission: (name, login) => roleIn(store, getAccount(store, login), repository(name)),
    setArchived: (name, archived) => {
      repository(name).isArchived = archived;
      store.changed();
    },
    setDrafts: (name, hasDrafts) => {
      repository(name).hasDrafts = hasDrafts;
      store.changed();
    },
    setPrivate: (name, isPrivate) => setPrivate(store, repository(name), isPrivate),
    setFile: (name, path, text) => {
      const home = repository(name);
      push(store, home, home.owner, {
        branch: DEFAULT_BRANCH,
        message: `Change ${path}`,
        changes: { [path]: text },
      });
    },
    push: (name, branch, changes) => {
      const home = repository(name);
      const message = `Change ${Object.keys(changes).join(", ")}`;
      push(store, home, home.owner, { branch, message, changes });
    },
    checkRuns: (name, branch) => repository(name).branches.get(branch)?.checkRuns ?? [],
    file: (name, path) => repository(name).files.get(path) ?? null,
    installApp: (owner, names, options) => {
      const covered = names.map((name) => repository(`${owner}/${name}`));
      return installations.install(store, getAccount(store, owner), covered, options?.permissions)
        .id;
    },
    projects: createProjects(store),
    uninstall: (id) => installations.uninstall(store, installation(id)),
    suspend: (id) => installations.setSuspended(store, installation(id), true),
    unsuspend: (id) => installations.setSuspended(store, installation(id), false),
    setCovered: (id, name, covered) =>
      installations.setCovered(store, installation(id), repository(name), covered),
    ping: () => store.happened({ event: "ping" }),
    as: (login) => createPerson(store, login),
    issue: (name, number) => toIssueView(getIssue(repository(name), number), store.origin),
    issues: (name) =>
      [...repository(name).issues.values()].map((issue) => toIssueView(issue, store.origin)),
    pullRequests: (name) =>
      [...repository(name).pullRequests.values()].map((pull) =>
        toPullRequestView(pull, store.origin),
      ),
    repositories: () =>
      [...store.repositories.values()].map((each) => `${each.owner.login}/${each.name}`),
    labels: (name) =>
      [...repository(name).labels.values()].map((label) => ({
        name: label.name,
        color: label.color,
      })),
    users: () =>
      [...store.accounts.values()].map(({ login, typename: type, name }) => ({
        login,
        type,
        name,
      })),
  };
}
