import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { Policy, PolicyRole } from "../incident/policy.ts";
import type { TimelineEntry } from "../incident/timeline.ts";

/** Who holds what at some point of a timeline. */
export interface Holders {
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly experts: readonly string[];
}

/** Nobody holds anything yet. */
export const NOBODY: Holders = { commander: null, liaison: null, experts: [] };

/** The holders after an entry. */
export function withEntry(holders: Holders, { kind, who, what }: TimelineEntry): Holders {
  if (kind === "role" && (what === "commander" || what === "liaison")) {
    return { ...holders, [what]: who ?? null };
  }
  if (kind === "expert" && who !== undefined) {
    return { ...holders, experts: [...holders.experts, who] };
  }
  if (kind === "released" && who !== undefined) {
    const experts = holders.experts.filter((login) => !isSameLogin(login, who));
    return { ...holders, experts };
  }
  return holders;
}

/** How people are called on the site. */
export interface Naming {
  readonly names: boolean;
  readonly roles: Policy["roles"];
  readonly representative: string | null;
}

/** How the people of an incident are called. */
export const toNaming = (
  { representative }: Pick<Incident, "representative">,
  { roles }: Policy,
  names: boolean,
): Naming => ({ names, roles, representative });

function roleOf(login: string, holders: Holders, naming: Naming): PolicyRole | null {
  if (isSameLogin(login, holders.commander)) return "commander";
  if (isSameLogin(login, holders.liaison)) return "liaison";
  if (holders.experts.some((expert) => isSameLogin(expert, login))) return "expert";
  return isSameLogin(login, naming.representative) ? "representative" : null;
}

/** A person as the site calls them: by login, or by the role that they hold then. */
export function toName(login: string, holders: Holders, naming: Naming): string {
  if (naming.names) return login;
  const role = roleOf(login, holders, naming);
  return role === null ? "a responder" : `the ${naming.roles[role].title}`;
}

const MENTION = /(?<![\w/@])@([a-z\d](?:[a-z\d-]{0,38}))(\/[\w.-]+)?/gi;

/** People's words without logins in them, where people appear by role. */
export function withoutNames(text: string, holders: Holders, naming: Naming): string {
  if (naming.names) return text;
  return text.replace(MENTION, (_whole, login: string, team?: string) =>
    team === undefined ? toName(login, holders, naming) : "a team",
  );
}
