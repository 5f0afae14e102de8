/** Names one incident: one GitHub issue, and the installation through which it is reached. */
export interface IncidentKey {
  /** The App's installation id. How to reach the issue; no part of its identity. */
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  /** The issue's number in its repository. */
  readonly number: number;
}

/** Names a repository, in which Sitrep keeps something for all of its incidents. */
export interface RepositoryKey extends Omit<IncidentKey, "number"> {
  readonly number: null;
}

/** What is looked at: an incident, or what is kept for all of a repository's. */
export type LookKey = IncidentKey | RepositoryKey;

/** The repository of an incident. */
export const repositoryOf = ({ installation, owner, repo }: IncidentKey): RepositoryKey => ({
  installation,
  owner,
  repo,
  number: null,
});

/** The issue as people name it, such as `owner/repo#12`. */
export const issueName = ({ owner, repo, number }: IncidentKey): string =>
  `${owner}/${repo}#${number}`;

/**
 * The identity of what is looked at as text, `owner/repo#12` or `owner/repo`, in lower case since GitHub's names ignore case.
 * Two keys with the same text are the same, whatever their installation.
 */
export function keyText(key: LookKey): string {
  const name = key.number === null ? `${key.owner}/${key.repo}` : issueName(key);
  return name.toLowerCase();
}
