import { z } from "zod";
import type { SourceTold } from "../../incident/duty.ts";
import { parseAnswer, type Answer, type Client } from "./client.ts";

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

const NOT_THERE = "GitHub knows no such team, or does not show it to the App.";
const NOT_ALLOWED =
  "The App may not read who is in a team: it needs the permission “Members: read” of the organization, which an owner can grant.";

function toTold(answer: Answer): SourceTold {
  const [failure] = answer.failures;
  if (failure?.type === "FORBIDDEN") return { kind: "failed", why: NOT_ALLOWED };
  if (failure?.type === "NOT_FOUND") return { kind: "gone", why: NOT_THERE };
  if (failure !== undefined) return { kind: "failed", why: `GitHub says: ${failure.message}` };
  const team = parseAnswer(teamShape, answer).organization?.team ?? null;
  if (team === null) return { kind: "gone", why: NOT_THERE };
  return { kind: "members", members: team.members.nodes.flatMap((node) => node?.login ?? []) };
}

/**
 * Reads who is in a team (`org/team`): logins in their alphabetical order, the first twenty. Never rejects: who is in a team is not
 * worth stopping an incident for.
 */
export async function readTeam(client: Client, team: string): Promise<SourceTold> {
  const [organization = "", slug = ""] = team.split("/");
  try {
    return toTold(await client.query(TEAM, { organization, slug }));
  } catch {
    // What went wrong is said where people see it, and asked again a minute later.
    return { kind: "failed", why: "GitHub does not answer for it now." };
  }
}
