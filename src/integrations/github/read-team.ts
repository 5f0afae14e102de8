import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Instant } from "../../incident/instant.ts";
import { parseAnswer, type Answer, type Client } from "./client.ts";

/** Who is in a team, as far as it can be told. */
export interface TeamAnswer {
  /** Logins in their alphabetical order, the first twenty; null: not known. */
  readonly members: readonly string[] | null;
  /** Why it could not be read, a sentence; null: it was. */
  readonly why: string | null;
  /** When that was so, where it could not be read since; else null. */
  readonly asOf: Instant | null;
}

/** Reads who is in a team, and remembers it for a few minutes. */
export interface Teams {
  /** `team` as `org/team`. Never rejects: who is in a team is not worth stopping an incident for. */
  read(client: Client, team: string): Promise<TeamAnswer>;
}

/** The first members of a team by login: `first` in the policy means the same one each time. */
const TEAM = `query Team($organization: String!, $slug: String!) {
  organization(login: $organization) {
    team(slug: $slug) {
      members(first: 20, orderBy: { field: LOGIN, direction: ASC }) { nodes { login } }
    }
  }
}`;

const teamShape = z.object({
  organization: z
    .object({
      team: z
        .object({
          members: z.object({ nodes: z.array(z.object({ login: z.string() }).nullable()) }),
        })
        .nullable(),
    })
    .nullable(),
});

/** What one request tells; `gone`: there is no such team, so whoever was in it is not any more. */
type Told =
  | { readonly kind: "members"; readonly members: readonly string[] }
  | { readonly kind: "gone" | "failed"; readonly why: string };

const REMEMBER_MS = 5 * 60_000;
const RETRY_MS = 60_000;
const REMEMBER_TEAMS = 1000;

const NOT_THERE = "GitHub knows no such team, or does not show it to the App.";
const NOT_ALLOWED =
  "The App may not read who is in a team: it needs the permission “Members: read” of the organization, which an owner can grant.";

function toTold(answer: Answer): Told {
  const [failure] = answer.failures;
  if (failure?.type === "FORBIDDEN") return { kind: "failed", why: NOT_ALLOWED };
  if (failure?.type === "NOT_FOUND") return { kind: "gone", why: NOT_THERE };
  if (failure !== undefined) return { kind: "failed", why: `GitHub says: ${failure.message}` };
  const team = parseAnswer(teamShape, answer).organization?.team ?? null;
  if (team === null) return { kind: "gone", why: NOT_THERE };
  return { kind: "members", members: team.members.nodes.flatMap((node) => node?.login ?? []) };
}

async function ask(client: Client, team: string): Promise<Told> {
  const [organization = "", slug = ""] = team.split("/");
  try {
    return toTold(await client.query(TEAM, { organization, slug }));
  } catch {
    // What went wrong is said where people see it, and asked again a minute later.
    return { kind: "failed", why: "GitHub does not answer for it now." };
  }
}

/** `now` in ms; what is remembered grows old by it. */
export function createTeams(now: () => number): Teams {
  const settings = { max: REMEMBER_TEAMS, perf: { now }, ttlResolution: 0 };
  const recent = new LRUCache<string, TeamAnswer>({ ...settings, ttl: REMEMBER_MS });
  const last = new LRUCache<string, { readonly members: readonly string[]; readonly at: Instant }>({
    max: REMEMBER_TEAMS,
  });
  return {
    read: async (client, team) => {
      const place = `${client.installation} ${team}`.toLowerCase();
      const known = recent.get(place);
      if (known !== undefined) return known;
      const told = await ask(client, team);
      if (told.kind === "members") {
        last.set(place, { members: told.members, at: now() });
        const answer = { members: told.members, why: null, asOf: null };
        recent.set(place, answer);
        return answer;
      }
      if (told.kind === "gone") last.delete(place);
      const before = last.get(place);
      const old = { members: before?.members ?? null, asOf: before?.at ?? null };
      const answer = { ...old, why: told.why };
      recent.set(place, answer, { ttl: RETRY_MS });
      return answer;
    },
  };
}
