import { isSameLogin } from "../../incident/actor.ts";
import { holdersOf } from "../../incident/incident.ts";
import type { IssueEffect } from "../../effects/index.ts";
import type { Rule, Standing } from "./rule.ts";

const has = (logins: readonly string[], login: string): boolean =>
  logins.some((one) => isSameLogin(one, login));

/** Holders of single roles who are to be assigned: all but those whom a person took off. */
export function missingAssignees({ incident, given }: Standing): readonly string[] {
  const holders = holdersOf(incident);
  const wanted = holders.filter(
    (login, index) => !has(holders.slice(0, index), login) && !has(incident.unassigned, login),
  );
  return wanted.filter((login) => !has(given.snapshot.assignees, login));
}

/** Assigned people who held a role and hold none now: whoever made them holders assigned them. */
export function formerHolders({ incident, walk, given }: Standing): readonly string[] {
  const holds = holdersOf(incident);
  return walk.held.filter(
    (login, index) =>
      !has(holds, login) &&
      !has(walk.held.slice(0, index), login) &&
      has(given.snapshot.assignees, login),
  );
}

/**
 * The holders of the roles are assigned to the issue; assignees whom people chose are left alone. One effect for each
 * person: GitHub refuses all of them for one who cannot be assigned.
 */
export const assignees: Rule = {
  name: "assignees",
  holdsStandingBy: false,
  effects: (standing): readonly IssueEffect[] => {
    const missing = missingAssignees(standing);
    const former = formerHolders(standing);
    return [
      ...former.map((login) => ({ kind: "unassign", logins: [login] }) as const),
      ...missing.map((login) => ({ kind: "assign", logins: [login] }) as const),
    ];
  },
};
