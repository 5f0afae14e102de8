import { addCommit, DEFAULT_BRANCH } from "../acts/commits.ts";
import { addLabelRecord } from "../acts/labels.ts";
import { Refusal } from "../acts/refusal.ts";
import { getAccount } from "./find.ts";
import type { Account, Repository, RepositoryRole, Team } from "./records.ts";
import type { Store } from "./store.ts";

/** A new account. People are `User`s; a `Bot`'s login is given with its ending `[bot]`. */
export interface NewUser {
  readonly login: string;
  readonly type?: "User" | "Bot" | "Organization";
  readonly name?: string;
}

/** A new repository. Its owner becomes an organisation unless there is an account of that login. */
export interface NewRepository {
  readonly owner: string;
  readonly name: string;
  readonly private?: boolean;
  readonly files?: Readonly<Record<string, string>>;
  /** Names, or names with colours. */
  readonly labels?: readonly (string | { readonly name: string; readonly color?: string })[];
}

const PREFIX = { User: "U", Bot: "BOT", Organization: "O" } as const;

/** Adds an account, or returns the one that has the login already. */
export function addAccount(store: Store, { login, type = "User", name }: NewUser): Account {
  const before = store.accounts.get(login.toLowerCase());
  if (before !== undefined) return before;
  const fields = { typename: type, login, name: name ?? null, createdAt: store.timestamp() };
  const account = store.add<Account>(PREFIX[type], fields);
  store.accounts.set(login.toLowerCase(), account);
  store.changed();
  return account;
}

/** Adds a repository. Refuses a name that is taken. */
export function addRepositoryRecord(store: Store, wanted: NewRepository): Repository {
  const key = `${wanted.owner}/${wanted.name}`.toLowerCase();
  if (store.repositories.has(key)) throw new Refusal("UNPROCESSABLE", `${key} exists already`);
  const owner = addAccount(store, { login: wanted.owner, type: "Organization" });
  const repository = store.add<Repository>("R", {
    typename: "Repository",
    owner,
    name: wanted.name,
    isPrivate: wanted.private ?? false,
    createdAt: store.timestamp(),
    isArchived: false,
    hasIssues: true,
    hasDrafts: true,
    nextNumber: 1,
    roles: new Map(),
    labels: new Map(),
    issues: new Map(),
    transferred: new Map(),
    pullRequests: new Map(),
    files: new Map(Object.entries(wanted.files ?? {})),
    branches: new Map(),
    commits: new Map(),
  });
  addCommit(store, repository, { branch: DEFAULT_BRANCH, message: "Begin", changes: {} });
  store.repositories.set(key, repository);
  for (const label of wanted.labels ?? [])
    addLabelRecord(store, repository, typeof label === "string" ? { name: label } : label);
  store.changed();
  return repository;
}

/** Makes a team, or gives it other members; null: there is none of that name any more. `name` as `organisation/slug`. */
export function setTeam(store: Store, name: string, members: readonly string[] | null): void {
  const key = name.toLowerCase();
  const [organization = "", slug = ""] = key.split("/");
  store.teams.delete(key);
  if (members !== null) {
    const fields = {
      typename: "Team",
      organization: getAccount(store, organization),
      slug,
      name: slug,
      createdAt: store.timestamp(),
      members: members.map((login) => getAccount(store, login)),
    } as const;
    store.teams.set(key, store.add<Team>("T", fields));
  }
  store.changed();
}

/** Sets what an account may do in a repository; `none` leaves it what everybody may. */
export function setRole(
  store: Store,
  repository: Repository,
  account: Account,
  role: RepositoryRole,
): void {
  if (role === "none") repository.roles.delete(account.login.toLowerCase());
  else repository.roles.set(account.login.toLowerCase(), role);
  store.changed();
}

/** Makes a repository private or public and tells an app that asks for `repository`. */
export function setPrivate(store: Store, repository: Repository, isPrivate: boolean): void {
  if (repository.isPrivate === isPrivate) return;
  repository.isPrivate = isPrivate;
  const action = isPrivate ? "privatized" : "publicized";
  store.happened({ event: "repository", action, repository, sender: repository.owner });
}

/** Removes an account as GitHub does: what it wrote stays, with nobody as its author. */
export function removeAccount(store: Store, account: Account): void {
  const key = account.login.toLowerCase();
  store.accounts.delete(key);
  store.nodes.delete(account.nodeId);
  for (const repository of store.repositories.values()) {
    repository.roles.delete(key);
    for (const pull of repository.pullRequests.values())
      if (pull.author === account) pull.author = null;
    for (const issue of repository.issues.values())
      for (const content of [issue, ...issue.comments]) {
        if (content.author === account) content.author = null;
        if (content.editor === account) content.editor = null;
      }
  }
  store.changed();
}
