import { isSameLogin } from "../../incident/actor.ts";
import { ROLE_NAMES } from "../../incident/roles.ts";
import type { IssueEffect } from "../../effects/index.ts";
import type { Rule, Standing } from "./rule.ts";

const has = (logins: readonly string[], login: string): boolean =>
  logins.some((one) => isSameLogin(one, login));

/** Holders of single roles who are to be assigned: all but those whom a person took off. */
export function missingAssignees({ incident, given }: Standing): readonly string[] {
  const holders = ROLE_NAMES.flatMap((role) => incident[role] ?? []);
  const wanted = holders.filter(
    (login, index) => !has(holders.slice(0, index), login) && !has(incident.unassigned, login),
  );
  return wanted.filter((login) => !has(given.snapshot.assignees, login));
}

/** Assigned people who held a role until this look, or whom GitHub did not take off before, and who hold none now. */
export function formerHolders({ incident, given }: Standing): readonly string[] {
  const { record, assignees: assigned, events } = given.snapshot;
  const before = record?.incident;
  const held = before === undefined ? [] : ROLE_NAMES.flatMap((role) => before[role] ?? []);
  const holds = ROLE_NAMES.flatMap((role) => incident[role] ?? []);
  // Taken off since: whoever is assigned now was assigned anew, by a person.
  const taken = events.flatMap((event) =>
    event.kind === "unassigned" && event.actor.kind === "self" ? [event.login] : [],
  );
  const leaving = (record?.leaving ?? []).filter((login) => !has(taken, login));
  const all = [...held, ...leaving];
  return all.filter(
    (login, index) =>
      !has(holds, login) && !has(all.slice(0, index), login) && has(assigned, login),
  );
}

/**
 * The holders of the roles are assigned to the issue; assignees whom people chose are left alone. One effect for each
 * person: GitHub refuses all of them for one who cannot be assigned.
 */
export const assignees: Rule = {
  name: "assignees",
  effects: (standing): readonly IssueEffect[] => {
    const missing = missingAssignees(standing);
    const former = formerHolders(standing);
    return [
      ...former.map((login) => ({ kind: "unassign", logins: [login] }) as const),
      ...missing.map((login) => ({ kind: "assign", logins: [login] }) as const),
    ];
  },
};
