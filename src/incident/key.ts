/** Names one incident: one GitHub issue, and the installation through which it is reached. */
export interface IncidentKey {
  /** The App's installation id. How to reach the issue; no part of its identity. */
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  /** The issue's number in its repository. */
  readonly number: number;
}

/** The issue as people name it, such as `owner/repo#12`. */
export const issueName = ({ owner, repo, number }: IncidentKey): string =>
  `${owner}/${repo}#${number}`;

/**
 * The identity of an incident as text, `owner/repo#12`, in lower case since GitHub's names ignore case.
 * Two keys with the same text are the same incident, whatever their installation.
 */
export function keyText(key: IncidentKey): string {
  return issueName(key).toLowerCase();
}
