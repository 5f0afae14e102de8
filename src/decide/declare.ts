import type { Outcome } from "../effects/index.ts";
import { isSameLogin, type Actor } from "../incident/actor.ts";
import type { BodyFields, FieldName } from "../incident/fields/index.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayCommand, mayHoldRole, personOf, type Person } from "../incident/person.ts";
import type { Policy } from "../incident/policy.ts";
import { findPhase } from "../incident/phases.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { findSeverity } from "../incident/severity.ts";
import { refusedField } from "./refused-field.ts";
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

/** May the author of this field be followed? A form may be filled in by anybody (DESIGN.md, decision 6). */
function authorOf(walk: Walk, field: FieldName, given: Given): Person | null {
  const author: Actor = walk.authors[field] ?? given.snapshot.opener;
  if (author.kind !== "person") return null;
  const person = personOf(given.people, author.login);
  return mayCommand(person, given.policy) ? person : null;
}

/** Facts that stood in the top comment before the declaration, as far as their author may be followed. */
function standing(walk: Walk, given: Given): readonly Outcome[] {
  const { fields } = walk;
  const trusts = (field: FieldName): boolean => authorOf(walk, field, given) !== null;
  const severity = fields.severity === null ? null : findSeverity(fields.severity, given.policy);
  return [
    ...(severity !== null && trusts("severity")
      ? [{ kind: "set-severity", severity } as const]
      : []),
    ...(fields.tickets.length > 0 && trusts("ticket")
      ? [{ kind: "set-tickets", tickets: fields.tickets } as const]
      : []),
    ...(fields.representative !== null && trusts("representative")
      ? [{ kind: "set-representative", login: fields.representative } as const]
      : []),
    ...(fields.impactStarted !== null && trusts("impactStarted")
      ? [{ kind: "set-impact-started", at: Date.parse(fields.impactStarted) } as const]
      : []),
    ...(trusts("experts") ? standingExperts(fields, given) : []),
  ];
}

const standingExperts = (fields: BodyFields, given: Given): readonly Outcome[] =>
  fields.experts.flatMap(({ login, area }) => {
    const person = personOf(given.people, login);
    if (person === null || !mayHoldRole(person, given.policy)) return [];
    return [{ kind: "add-expert", login: person.login, area } as const];
  });

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

/** Words under Severity or Status that are none that the policy knows: people's own, so they stay. */
function unreadable(walk: Walk, given: Given): readonly Outcome[] {
  const { fields } = walk;
  const severity = fields.severity !== null && findSeverity(fields.severity, given.policy) === null;
  const status = fields.status !== null && findPhase(fields.status) === null;
  const unread = [severity ? "severity" : null, status ? "status" : null] as const;
  return unread.flatMap((field): readonly Outcome[] => {
    const by = field === null ? null : authorOf(walk, field, given);
    if (field === null || by === null) return [];
    const text = fields.raw[field] ?? "";
    return [{ kind: "claim", claim: { field, text, by: by.login, why: "not-readable" } }];
  });
}

/** Sitrep's own fields that an outsider filled in: their words give way to the facts, and the timeline says so. */
function putBack({ incident, fields, authors }: Walk, given: Given): readonly Outcome[] {
  if (incident === null) return [];
  const differs: Partial<Readonly<Record<FieldName, boolean>>> = {
    commander: fields.commander !== null && !isSameLogin(fields.commander, incident.commander),
    liaison: fields.liaison !== null && !isSameLogin(fields.liaison, incident.liaison),
    severity:
      fields.severity !== null && findSeverity(fields.severity, given.policy) !== incident.severity,
    experts: fields.experts.some(
      ({ login }) => !incident.experts.some((expert) => isSameLogin(expert.login, login)),
    ),
  };
  return (Object.keys(differs) as FieldName[]).flatMap((what): readonly Outcome[] => {
    const { kind, login } = authors[what] ?? given.snapshot.opener;
    if (differs[what] !== true || kind !== "person") return [];
    if (mayCommand(personOf(given.people, login), given.policy)) return [];
    return [{ kind: "log", entry: { kind: "put-back", by: login, what } }];
  });
}

/**
 * The walk after a declaration: the incident with what stood in the top comment, roles by default where nobody is named
 * (PROCESS.md, steps 5 and 6). Where it was declared before, it goes on: an incident whose label was taken off is taken up again.
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
    ...standing(walk, given),
    ...roles(walk, declaration, given),
    ...unreadable(walk, given),
    ...hints(walk, given),
  ];
  const declared = withOutcomes({ ...walk, incident }, outcomes, cause);
  return withOutcomes(declared, putBack(declared, given), cause);
}

/** Does the person hold a role of this incident? */
export const holdsRole = (incident: Incident, login: string): boolean =>
  ROLE_NAMES.some((role) => isSameLogin(incident[role], login));
