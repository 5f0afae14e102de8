import type { Outcome } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import type { DutyName } from "../incident/duty.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { findOnDuty } from "../incident/on-duty.ts";
import { mayHoldRole, personOf, type Person } from "../incident/person.ts";
import type { Policy } from "../incident/policy.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { respondAgain } from "./apply-fact.ts";
import { refusedField } from "./refused-field.ts";
import { authorOf, putBack, standingFacts } from "./standing-facts.ts";
import { withOutcomes, type Given, type Walk } from "./walk.ts";
import { writtenThen } from "./written-then.ts";

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
    followedSince: at,
    respondingSince: at,
    phase: "investigating",
    phaseSince: at,
    acknowledgedAt: null,
    mitigatedAt: null,
    severity: lowest(policy),
    commander: null,
    liaison: null,
    representative: null,
    experts: [],
    tickets: [],
    impactStarted: null,
    dutySince: { commander: at, liaison: at },
    asks: [],
    claims: [],
    update: null,
    escalation: null,
    backlogSince: null,
    confirmedAt: null,
    vouched: {},
    report: null,
    heardAt: at,
    representativeHeardAt: null,
    closeRefusedAt: null,
    reminded: [],
    snoozes: [],
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

/** Whom Sitrep gave the role then, where that stands nowhere but in the top comment; the same rights as ever. */
function writtenHolder(role: RoleName, at: Instant, given: Given): Person | null {
  const login = writtenThen(at, given)?.[role] ?? null;
  const person = login === null ? null : personOf(given.people, login);
  return mayHoldRole(person, given.policy) ? person : null;
}

function roles(walk: Walk, declaration: Declaration, given: Given): readonly Outcome[] {
  const { at } = declaration;
  const { policy, people } = given;
  const commander = named(walk, "commander", given);
  const liaison = named(walk, "liaison", given);
  const { stewardRole } = policy;
  const isOpen = (stewardRole === "commander" ? commander : liaison) === null;
  const steward = isOpen ? findOnDuty(policy.duties.steward, at, people, policy) : null;
  const byDuty = (role: RoleName): Person | null =>
    writtenHolder(role, at, given) ?? (role === stewardRole ? (steward?.who ?? null) : null);
  const holder = commander?.who ?? byDuty("commander") ?? defaultCommander(declaration, given);
  const isNeeded = policy.requiredRoles.includes("liaison");
  const speaker = liaison?.who ?? byDuty("liaison") ?? (isNeeded ? holder : null);
  return [
    ...passedOver("steward", steward?.passedOver ?? []),
    ...(holder === null ? [] : filled("commander", holder, commander?.by ?? null)),
    ...(speaker === null ? [] : filled("liaison", speaker, liaison?.by ?? null)),
  ];
}

const passedOver = (duty: DutyName, logins: readonly string[]): readonly Outcome[] =>
  logins.map((who) => ({
    kind: "log",
    entry: { kind: "passed-over", by: null, who, what: duty },
  }));

/** The manager is called in where the process wants them in every incident; whoever stands there already is not called. */
function managerJoins(walk: Walk, { at, by }: Declaration, given: Given): readonly Outcome[] {
  const { policy, people } = given;
  const { incident } = walk;
  if (!policy.managerJoins || incident === null) return [];
  const manager = findOnDuty(policy.duties.manager, at, people, policy);
  const before = passedOver("manager", manager.passedOver);
  const who = toManager(walk, at, manager.who, given);
  if (who === null || incident.experts.some(({ login }) => isSameLogin(login, who))) return before;
  const post = {
    kind: "post",
    key: `expert-${who.toLowerCase()}/announce`,
    message: { name: "expert-called", data: { who, area: null, by: null } },
  } as const;
  const isThere = holdsRole(incident, who) || isSameLogin(by?.login ?? null, who);
  return [
    ...before,
    { kind: "add-expert", login: who, area: null },
    { kind: "log", entry: { kind: "expert", by: null, who } },
    ...(isThere ? [] : [post]),
  ];
}

/** Where the record is lost, whom Sitrep wrote down as expert then, beside those whom people had named. */
function toManager(walk: Walk, at: Instant, now: Person | null, given: Given): string | null {
  const then = writtenThen(at, given);
  if (then === null) return now?.login ?? null;
  const added = then.experts.find(
    ({ login }) => !walk.fields.experts.some((before) => isSameLogin(before.login, login)),
  );
  const person = added === undefined ? null : personOf(given.people, added.login);
  return mayHoldRole(person, given.policy) ? (person?.login ?? null) : null;
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
 * The walk after a declaration: the incident with what stood in the top comment, roles by default where nobody is named, and
 * whoever the process wants in it (docs/process.md, steps 5, 6 and 8). Where it was declared before, it goes on: an incident whose label was taken off is taken up again.
 */
export function declare(walk: Walk, declaration: Declaration, given: Given): Walk {
  const by = declaration.by?.login ?? null;
  const cause = { key: "declared", at: declaration.at, done: false };
  if (walk.incident !== null) {
    if (walk.incident.active) return walk;
    const { incident } = walk;
    // What was waited for before counts anew: its reminders were hidden, and nobody was waited for meanwhile.
    const again = incident.phase === "resolved" ? {} : respondAgain(incident, declaration.at);
    const active = { ...walk, incident: { ...incident, active: true, ...again } };
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
  const joined = withOutcomes(declared, managerJoins(declared, declaration, given), cause);
  return withOutcomes(joined, putBack(joined, given), cause);
}

/** Does the person hold a role of this incident? */
export const holdsRole = (incident: Incident, login: string): boolean =>
  ROLE_NAMES.some((role) => isSameLogin(incident[role], login));
