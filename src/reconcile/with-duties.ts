import type { StatusNotice } from "../effects/index.ts";
import { DUTY_NAMES, onDuty, type Duty, type DutyName } from "../incident/duty.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { TeamAnswer } from "../integrations/github/index.ts";

/** Reads who is in a team (`org/team`). */
export type ReadTeam = (team: string) => Promise<TeamAnswer>;

/** A policy that knows who is in the teams that it names, and what the status comment has to say of that. */
export interface PolicyWithDuties {
  readonly policy: Policy;
  readonly notices: readonly StatusNotice[];
}

/** Why a team that was read does not tell who has the duty; null: it does. */
function problemOf(members: readonly string[], pick: "only" | "first"): string | null {
  if (members.length === 0) return "Nobody is in it.";
  if (pick === "first" || members.length === 1) return null;
  return "More than one person is in it, and the policy means its only one; `pick: first` means the first by login.";
}

async function resolve(
  name: DutyName,
  duty: Duty,
  readTeam: ReadTeam,
): Promise<{ readonly duty: Duty; readonly notices: readonly StatusNotice[] }> {
  if (duty.kind !== "team") return { duty, notices: [] };
  const { team, pick, fallback } = duty;
  const { members, why, asOf } = await readTeam(team);
  const problem = why ?? problemOf(members ?? [], pick);
  const notice = { kind: "duty", duty: name, team, why: problem ?? "", asOf, fallback } as const;
  return { duty: { ...duty, members }, notices: problem === null ? [] : [notice] };
}

/**
 * Puts into the policy who is in the teams that have a duty, and who the manager is at `now`: for reminders, which name whoever
 * can help at the time that they come. Where a team cannot be read, its last answer serves, else the fallback.
 */
export async function withDuties(
  policy: Policy,
  now: Instant,
  readTeam: ReadTeam,
): Promise<PolicyWithDuties> {
  const found = await Promise.all(
    DUTY_NAMES.map(
      async (name) => [name, await resolve(name, policy.duties[name], readTeam)] as const,
    ),
  );
  const duties = { ...policy.duties };
  for (const [name, { duty }] of found) duties[name] = duty;
  const [manager = null] = onDuty(duties.manager, now);
  return {
    policy: { ...policy, duties, manager },
    notices: found.flatMap(([, { notices }]) => notices),
  };
}
