import { createHash } from "node:crypto";
import type { Account, Commit, Repository } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import { noteCommit } from "./references.ts";
import { Refusal } from "./refusal.ts";
import { demand } from "./rights.ts";

/** The branch that `HEAD` is. */
export const DEFAULT_BRANCH = "main";

/** A commit to be made: on which branch, and what the files are then; null removes one. */
export interface NewCommit {
  readonly branch: string;
  readonly message: string;
  readonly changes: Readonly<Record<string, string | null>>;
}

/** Makes a commit that is on no branch: after `parent`, else after the default branch's newest. */
export function addLooseCommit(
  store: Store,
  repository: Repository,
  parent: Commit | null,
  { message, changes }: NewCommit,
): Commit {
  const { branches, commits } = repository;
  const before = parent ?? branches.get(DEFAULT_BRANCH) ?? null;
  const files = new Map(before?.files ?? repository.files);
  for (const [path, text] of Object.entries(changes)) {
    if (text === null) files.delete(path);
    else files.set(path, text);
  }
  const told = [repository.nodeId, before?.oid, message, store.timestamp(), ...files];
  const commit = store.add<Commit>("C", {
    typename: "Commit",
    repository,
    oid: createHash("sha1").update(JSON.stringify(told)).digest("hex"),
    message,
    createdAt: store.timestamp(),
    files,
    parent: before,
    checkRuns: [],
  });
  commits.set(commit.oid, commit);
  return commit;
}

/** Makes a commit on a branch, which begins at the default branch where it is new. */
export function addCommit(store: Store, repository: Repository, wanted: NewCommit): Commit {
  const { branch } = wanted;
  const parent = repository.branches.get(branch) ?? null;
  const commit = addLooseCommit(store, repository, parent, wanted);
  repository.branches.set(branch, commit);
  if (branch === DEFAULT_BRANCH) {
    repository.files.clear();
    for (const [path, text] of commit.files) repository.files.set(path, text);
  }
  return commit;
}

/** Makes a commit and tells of the push. */
export function push(
  store: Store,
  repository: Repository,
  sender: Account,
  wanted: NewCommit,
): Commit {
  const before = repository.branches.get(wanted.branch) ?? null;
  const commit = addCommit(store, repository, wanted);
  const { branch } = wanted;
  const commits = [commit];
  store.happened({ event: "push", repository, branch, before, commit, commits, sender });
  noteCommit(store, sender, commit);
  synchronize(store, repository, sender, branch);
  return commit;
}

/** The open pull requests of a branch follow it. */
function synchronize(store: Store, repository: Repository, sender: Account, branch: string): void {
  const commit = repository.branches.get(branch);
  for (const pull of repository.pullRequests.values()) {
    if (
      pull.branch !== branch ||
      pull.fork !== null ||
      pull.state !== "open" ||
      commit === undefined
    )
      continue;
    const before = pull.head;
    pull.head = commit;
    pull.updatedAt = store.timestamp();
    store.happened({ event: "pull_request", action: "synchronize", pull, before, sender });
  }
}

/** Makes a branch that begins at a commit. Refuses a name that is taken, or that git does not allow. */
export function createBranch(
  store: Store,
  repository: Repository,
  sender: Account,
  branch: string,
  commit: Commit,
): void {
  demand(store, sender, repository, "write");
  const isName = /^(?!.*(?:\.\.|\/\/|@\{|\.lock$|\/\.))[^\s~^:?*[\\.][^\s~^:?*[\\]*$/.test(branch);
  if (!isName) throw new Refusal("UNPROCESSABLE", `${branch} is not a valid ref name.`);
  if (repository.branches.has(branch))
    throw new Refusal("UNPROCESSABLE", `A ref named "refs/heads/${branch}" already exists.`);
  repository.branches.set(branch, commit);
  store.happened({
    event: "push",
    repository,
    branch,
    before: null,
    commit,
    commits: [],
    sender,
  });
}

/** Removes a branch; GitHub's `delete` event is none of those that are told here. */
export function deleteBranch(
  store: Store,
  repository: Repository,
  sender: Account,
  branch: string,
): void {
  demand(store, sender, repository, "write");
  repository.branches.delete(branch);
  store.changed();
}

/** The only commit whose id begins so. */
function findByPrefix({ commits }: Repository, prefix: string): Commit | undefined {
  if (!/^[\da-f]{4,40}$/.test(prefix)) return undefined;
  const found = [...commits.values()].filter(({ oid }) => oid.startsWith(prefix));
  return found.length === 1 ? found[0] : undefined;
}

/** The commit that a revision names: `HEAD`, a branch, a commit's id, or the beginning of one. */
export const findCommit = (repository: Repository, revision: string): Commit | undefined =>
  repository.branches.get(revision === "HEAD" ? DEFAULT_BRANCH : revision) ??
  repository.commits.get(revision) ??
  findByPrefix(repository, revision);

/** A commit and those before it, newest first. */
export function historyOf(commit: Commit): readonly Commit[] {
  const all: Commit[] = [];
  for (let one: Commit | null = commit; one !== null; one = one.parent) all.push(one);
  return all;
}

/** The paths at which two states of the files differ. */
export function changedPaths(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}
