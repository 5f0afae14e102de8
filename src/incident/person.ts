import type { Policy } from "./policy.ts";

/** What an account may do in a repository, weakest first: GitHub's role names for a repository. */
export const REPOSITORY_ROLES = ["none", "read", "triage", "write", "maintain", "admin"] as const;

/** One of {@link REPOSITORY_ROLES}; access through a team or a private membership included. */
export type RepositoryRole = (typeof REPOSITORY_ROLES)[number];

/** An account as the permission API tells it; `login` in the account's own spelling. */
export interface Person {
  readonly login: string;
  readonly nodeId: string | null;
  readonly role: RepositoryRole;
}

/** What is known of accounts, by login in lower case; `null`: there is no such account. A login that is missing was not asked. */
export type People = ReadonlyMap<string, Person | null>;

const reaches = (role: RepositoryRole, least: RepositoryRole): boolean =>
  REPOSITORY_ROLES.indexOf(role) >= REPOSITORY_ROLES.indexOf(least);

/** May this account give commands? The policy's `rights` says from which role on (default: write). */
export const mayCommand = (person: Person | null | undefined, policy: Policy): boolean =>
  person !== null && person !== undefined && reaches(person.role, policy.rights);

/** May this account hold a role? The same rights as for commanding: who answers for an incident must be able to act in it. */
export const mayHoldRole = mayCommand;

/** Reads one account from the answers; throws when it was not asked, since a decision on a missing read is a guess. */
export function personOf(people: People, login: string): Person | null {
  const person = people.get(login.toLowerCase());
  if (person === undefined) throw new Error(`the rights of ${login} were not read`);
  return person;
}
