import { isSameLogin } from "../incident/actor.ts";
import { holderOf, type Incident } from "../incident/incident.ts";
import type { RoleName } from "../incident/roles.ts";
import type { Outcome } from "./index.ts";
import type { DesignatedBy } from "./message.ts";

/** A role given to somebody: who, by whom, and in which way. Logins in the account's own spelling. */
export interface Designation {
  readonly role: RoleName;
  readonly who: string;
  readonly by: string;
  readonly how: Exclude<DesignatedBy, "handoff">;
}

/**
 * What follows from designating somebody, whether by command or by an edit of the top comment (docs/process.md, steps 5 and 6):
 * the role, the comment that notifies the team, and the question to somebody named by another. Nothing when it is so already,
 * but taking a role that one was asked to confirm confirms it.
 */
export function toDesignation(incident: Incident, designation: Designation): readonly Outcome[] {
  const { role, who, by, how } = designation;
  const previous = holderOf(incident, role);
  const themselves = isSameLogin(who, by);
  if (isSameLogin(previous, who)) {
    const asked = incident.asks.some((ask) => ask.role === role && isSameLogin(ask.who, who));
    return asked && themselves ? toAcceptance(role, who) : [];
  }
  const confirm: readonly Outcome[] = themselves
    ? []
    : [{ kind: "ask", ask: { kind: "confirm", role, who, by, from: previous } }];
  return [
    { kind: "designate", role, who },
    ...confirm,
    { kind: "log", entry: { kind: "role", by, who, what: role } },
    {
      kind: "post",
      key: `${role}/announce`,
      message: {
        name: "designated",
        data: {
          role,
          who,
          by,
          how: themselves ? "themselves" : how,
          previous,
          confirm: !themselves,
        },
      },
    },
  ];
}

/** What follows when a holder says that they can: the question is settled, the timeline says so; no comment is needed. */
export const toAcceptance = (role: RoleName, who: string): readonly Outcome[] => [
  { kind: "settle", role },
  { kind: "log", entry: { kind: "accepted", by: who, what: role } },
];

/** What follows when a role is emptied: the team is told that nobody holds it. Nothing when nobody held it. */
export function toVacancy(incident: Incident, role: RoleName, by: string): readonly Outcome[] {
  const previous = holderOf(incident, role);
  if (previous === null) return [];
  return [
    { kind: "designate", role, who: null },
    { kind: "log", entry: { kind: "role", by, what: role } },
    {
      kind: "post",
      key: `${role}/announce`,
      message: { name: "vacated", data: { role, previous, by } },
    },
  ];
}
