import { addLabelRecord } from "../acts/labels.ts";
import { Refusal } from "../acts/refusal.ts";
import type { Account, Repository, RepositoryRole } from "./records.ts";
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
    nextNumber: 1,
    roles: new Map(),
    labels: new Map(),
    issues: new Map(),
    files: new Map(Object.entries(wanted.files ?? {})),
  });
  store.repositories.set(key, repository);
  for (const label of wanted.labels ?? [])
    addLabelRecord(store, repository, typeof label === "string" ? { name: label } : label);
  store.changed();
  return repository;
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

/** Removes an account as GitHub does: what it wrote stays, with nobody as its author. */
export function removeAccount(store: Store, account: Account): void {
  const key = account.login.toLowerCase();
  store.accounts.delete(key);
  store.nodes.delete(account.nodeId);
  for (const repository of store.repositories.values()) {
    repository.roles.delete(key);
    for (const issue of repository.issues.values())
      for (const content of [issue, ...issue.comments]) {
        if (content.author === account) content.author = null;
        if (content.editor === account) content.editor = null;
      }
  }
  store.changed();
}
