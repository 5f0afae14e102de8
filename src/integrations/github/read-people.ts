import { LRUCache } from "lru-cache";
import type { IncidentKey } from "../../incident/key.ts";
import {
  REPOSITORY_ROLES,
  type People,
  type Person,
  type RepositoryRole,
} from "../../incident/person.ts";
import { TerminalError } from "../../incident/errors.ts";
import type { Client } from "./client.ts";

/** Reads what accounts may do in a repository, and remembers it for a few minutes. */
export interface Rights {
  /** Every login, in one round trip where none is remembered. Rejects when one of them could not be read. */
  read(client: Client, key: IncidentKey, logins: readonly string[]): Promise<People>;
}

// Rights that were taken away are noticed after this time at the latest; rights that were given are looked up anew at once.
const REMEMBER_MS = 5 * 60_000;
const REMEMBER_ACCOUNTS = 5000;

const known = (text: string | undefined): RepositoryRole | undefined =>
  REPOSITORY_ROLES.find((role) => role === text);

function toRole(permission: string, name: string | undefined): RepositoryRole {
  // A role that an organisation made itself has a name of its own; `permission` says what it amounts to.
  return known(name) ?? known(permission) ?? "none";
}

async function readPerson(client: Client, key: IncidentKey, login: string): Promise<Person | null> {
  const { owner, repo } = key;
  try {
    const { data } = await client.rest("read", (octokit) =>
      octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }),
    );
    return {
      login: data.user?.login ?? login,
      nodeId: data.user?.node_id ?? null,
      role: toRole(data.permission, data.role_name),
    };
  } catch (error) {
    const status = (error as { cause?: { status?: number } }).cause?.status;
    if (error instanceof TerminalError && status === 404) return null;
    throw error;
  }
}

// Only rights are remembered: whoever is refused may be given access the next moment.
const isWorthRemembering = (person: Person | null): boolean =>
  person !== null && person.role !== "none" && person.role !== "read";

/** `now` in ms; what is remembered grows old by it. */
export function createRights(now: () => number): Rights {
  const people = new LRUCache<string, { person: Person | null }>({
    max: REMEMBER_ACCOUNTS,
    ttl: REMEMBER_MS,
    perf: { now },
    ttlResolution: 0,
  });
  return {
    read: async (client, key, logins) => {
      const entries = logins.map(async (login): Promise<[string, Person | null]> => {
        const place = `${key.owner}/${key.repo}/${login}`.toLowerCase();
        const entry = people.get(place) ?? { person: await readPerson(client, key, login) };
        if (isWorthRemembering(entry.person)) people.set(place, entry, { noUpdateTTL: true });
        return [login.toLowerCase(), entry.person];
      });
      return new Map(await Promise.all(entries));
    },
  };
}
