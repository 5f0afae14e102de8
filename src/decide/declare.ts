import type { Outcome } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayHoldRole, personOf, type Person } from "../incident/person.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { refusedField } from "./refused-field.ts";
import { authorOf, putBack, standingFacts } from "./standing-facts.ts";
import { withOutcomes, type Given, type Walk } from "./walk.ts";

/** The commands that declare an incident on any issue. */
export const DECLARING: readonly string[] = ["incident"];

/** When, and by whom if by a person: a label may come from a template, a form or an automation. */
export interface Declaration {
  readonly at: Instant;
  readonly by: Person | null;
}

const lowest = (policy: Policy): string => policy.severities.at(-1) ?? "";

function blank(at: Instant, by: string | null, policy: Policy): Incident {
  return {
    active: true,
    declaredAt: at,
    declaredBy: by,
    phase: "investigating",
    phaseSince: at,
    severity: lowest(policy),
    commander: null,
    liaison: null,
    representative: null,
    experts: [],
    tickets: [],
    impactStarted: null,
    asks: [],
    claims: [],
    update: null,
    confirmedAt: null,
    closed: null,
    wanted: null,
    ticked: [],
    unassigned: [],
    sectionInserted: false,
    archived: 0,
    timeline: [],
  };
}

/** The holder named in the top comment before the declaration, and who named them; null where nobody valid is named. */
function named(walk: Walk, role: RoleName, given: Given): { who: Person; by: Person } | null {
  const login = walk.fields[role];
  const by = authorOf(walk, role, given);
  if (login === null || by === null) return null;
  const who = personOf(given.people, login);
  return who !== null && mayHoldRole(who, given.policy) ? { who, by } : null;
}

function filled(role: RoleName, who: Person, by: Person | null): readonly Outcome[] {
  const login = who.login;
  return [
    { kind: "designate", role, who: login },
    { kind: "ask", ask: { kind: "confirm", role, who: login, by: by?.login ?? null, from: null } },
    { kind: "log", entry: { kind: "role", by: by?.login ?? null, who: login, what: role } },
  ];
}

/** The commander by default: the opener where they have rights, else whoever declared (they are here, and are asked). */
function defaultCommander(declaration: Declaration, given: Given): Person | null {
  const { opener } = given.snapshot;
  const person = opener.kind === "person" ? personOf(given.people, opener.login) : null;
  if (mayHoldRole(person, given.policy)) return person;
  return mayHoldRole(declaration.by, given.policy) ? declaration.by : null;
}

function roles(walk: Walk, declaration: Declaration, given: Given): readonly Outcome[] {
  const commander = named(walk, "commander", given);
  const holder = commander?.who ?? defaultCommander(declaration, given);
  const liaison = named(walk, "liaison", given);
  const speaker = liaison?.who ?? holder;
  return [
    ...(holder === null ? [] : filled("commander", holder, commander?.by ?? null)),
    ...(speaker === null ? [] : filled("liaison", speaker, liaison?.by ?? null)),
  ];
}

/** Names in the top comment that could not be followed though their author may name people: answered with a hint. */
function hints(walk: Walk, given: Given): readonly Outcome[] {
  const unfollowed = ROLE_NAMES.flatMap((role) => {
    const by = authorOf(walk, role, given);
    const refused = by === null ? null : refusedField(role, walk.fields, given);
    return by === null || refused === null ? [] : [{ ...refused, by: by.login }];
  });
  const claims = unfollowed.map(({ claim, by }): Outcome => ({
    kind: "claim",
    claim: { ...claim, by },
  }));
  if (unfollowed.length === 0) return [];
  const refused = unfollowed.map(({ line }) => line);
  const to = unfollowed[0]?.by ?? given.snapshot.opener.login;
  const message = { name: "reply", data: { to, refused, nearMisses: [] } } as const;
  return [...claims, { kind: "post", key: "fields", message }];
}

/**
 * The walk after a declaration: the incident with what stood in the top comment, roles by default where nobody is named
 * (docs/process.md, steps 5 and 6). Where it was declared before, it goes on: an incident whose label was taken off is taken up again.
 */
export function declare(walk: Walk, declaration: Declaration, given: Given): Walk {
  const by = declaration.by?.login ?? null;
  const cause = { key: "declared", at: declaration.at, done: false };
  if (walk.incident !== null) {
    if (walk.incident.active) return walk;
    const active = { ...walk, incident: { ...walk.incident, active: true } };
    return withOutcomes(active, [{ kind: "log", entry: { kind: "label-restored", by } }], cause);
  }
  const incident = blank(declaration.at, by, given.policy);
  const outcomes: readonly Outcome[] = [
    { kind: "log", entry: { kind: "declared", by } },
    ...standingFacts(walk, given),
    ...roles(walk, declaration, given),
    ...hints(walk, given),
  ];
  const declared = withOutcomes({ ...walk, incident }, outcomes, cause);
  return withOutcomes(declared, putBack(declared, given), cause);
}

/** Does the person hold a role of this incident? */
export const holdsRole = (incident: Incident, login: string): boolean =>
  ROLE_NAMES.some((role) => isSameLogin(incident[role], login));
