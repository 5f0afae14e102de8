import { toDesignation, toVacancy } from "../effects/designation.ts";
import type { Outcome } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import { assertNever } from "../incident/assert-never.ts";
import {
  skeletonOf,
  withoutSection,
  readFields,
  type BodyFields,
  type FieldName,
  type Vocabulary,
} from "../incident/fields/index.ts";
import type { Claim, Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayCommand, mayHoldRole, personOf, type Person } from "../incident/person.ts";
import { findPhase } from "../incident/phases.ts";
import { ROLE_NAMES, type RoleName } from "../incident/roles.ts";
import { findSeverity } from "../incident/severity.ts";
import type { BodyVersion } from "../incident/snapshot.ts";
import { asCommand, toPhase, type ByHand } from "./as-command.ts";
import { refusedField } from "./refused-field.ts";
import { withOutcomes, withText, type Given, type Walk } from "./walk.ts";

/** Fields of the top comment whose edits have the effect of a command. */
export const EDITABLE: readonly FieldName[] = [
  "commander",
  "liaison",
  "experts",
  "severity",
  "status",
  "ticket",
  "representative",
  "impactStarted",
];

/** What a field says, so that two versions can be compared: its value, or its words where they cannot be read. */
function sayingOf(field: FieldName, fields: BodyFields): string {
  if (fields.problems.some((problem) => problem.field === field))
    return `?${fields.raw[field] ?? ""}`;
  if (field === "experts") {
    return fields.experts.map(({ login, area }) => `${login.toLowerCase()} ${area ?? ""}`).join();
  }
  if (field === "ticket") return fields.tickets.join();
  const value = fields[field];
  return field === "severity" || value === null ? (value ?? "") : value.toLowerCase();
}

/** The fields that say something else in `after` than in `before`. */
export const changedFields = (before: BodyFields, after: BodyFields): readonly FieldName[] =>
  EDITABLE.filter((field) => sayingOf(field, before) !== sayingOf(field, after));

interface Edit {
  readonly incident: Incident;
  readonly before: BodyFields;
  readonly after: BodyFields;
  readonly by: string;
  readonly person: Person;
  readonly at: Instant;
  readonly given: Given;
}

const byHand = ({ incident, after, at, person }: Edit): ByHand => ({
  actor: person,
  at,
  incident,
  fields: after,
});

const claim = (field: FieldName, why: Claim["why"], { after, by }: Edit): Outcome => ({
  kind: "claim",
  claim: { field, text: after.raw[field] ?? "", by, why },
});

function followRole(role: RoleName, edit: Edit): readonly Outcome[] {
  const { incident, after, by, given } = edit;
  const refused = refusedField(role, after, given);
  if (refused !== null) {
    const reply = {
      name: "reply",
      data: { to: by, refused: [refused.line], nearMisses: [] },
    } as const;
    return [
      { kind: "claim", claim: { ...refused.claim, by } },
      { kind: "post", key: `${role}/hint`, message: reply },
    ];
  }
  const login = after[role];
  const who = login === null ? null : personOf(given.people, login);
  if (who === null) return toVacancy(incident, role, by);
  const designation = toDesignation(incident, { role, who: who.login, by, how: "edit" });
  // Back to whoever holds the role: nothing to tell, but what was said of the field is settled.
  return designation.length > 0 || !isSameLogin(incident[role], who.login)
    ? designation
    : incident.claims.some((one) => one.field === role)
      ? [{ kind: "designate", role, who: incident[role] }]
      : [];
}

const has = (fields: BodyFields, login: string): boolean =>
  fields.experts.some((expert) => isSameLogin(expert.login, login));

function followExperts(edit: Edit): readonly Outcome[] {
  const { incident, after, before, by, given } = edit;
  const released = incident.experts.filter(({ login }) => has(before, login) && !has(after, login));
  const called = after.experts.flatMap(({ login, area }): readonly Outcome[] => {
    const person = personOf(given.people, login);
    if (person === null) return [claim("experts", "no-such-account", edit)];
    if (!mayHoldRole(person, given.policy)) return [claim("experts", "no-rights", edit)];
    const present = incident.experts.find((expert) => isSameLogin(expert.login, login));
    if (present !== undefined && present.area === area) return [];
    const who = person.login;
    const add = { kind: "add-expert", login: who, area } as const;
    if (present !== undefined) return [add];
    return [
      add,
      { kind: "log", entry: { kind: "expert", by, who, ...(area === null ? {} : { what: area }) } },
      {
        kind: "post",
        key: `expert-${who.toLowerCase()}/announce`,
        message: { name: "expert-called", data: { who, area, by } },
      },
    ];
  });
  const gone = released.flatMap(({ login }): readonly Outcome[] => [
    { kind: "release-expert", login },
    { kind: "log", entry: { kind: "released", by, who: login } },
  ]);
  return [...gone, ...called];
}

function followSeverity(edit: Edit): readonly Outcome[] {
  const { after, given } = edit;
  const severity = after.severity === null ? null : findSeverity(after.severity, given.policy);
  if (severity === null) {
    return after.severity === null ? [] : [claim("severity", "not-readable", edit)];
  }
  // Said again in other words, it still settles what was not readable.
  return [
    { kind: "set-severity", severity },
    ...asCommand("severity", severity, byHand(edit), given),
  ];
}

function followStatus(edit: Edit): readonly Outcome[] {
  const { after, incident, given } = edit;
  const { status } = after;
  const phase = status === null ? null : findPhase(status);
  if (phase === null) return status === null ? [] : [claim("status", "not-readable", edit)];
  if (phase === incident.phase) return [{ kind: "set-phase", phase }];
  return toPhase(phase, byHand(edit), given);
}

function followTickets({ after, incident, by }: Edit): readonly Outcome[] {
  const fresh = after.tickets.filter((ticket) => !incident.tickets.includes(ticket));
  const logs = fresh.map((url): Outcome => ({
    kind: "log",
    entry: { kind: "ticket", by, what: url },
  }));
  return [{ kind: "set-tickets", tickets: after.tickets }, ...logs];
}

function follow(field: FieldName, edit: Edit): readonly Outcome[] {
  switch (field) {
    case "commander":
    case "liaison":
      return followRole(field, edit);
    case "experts":
      return followExperts(edit);
    case "severity":
      return followSeverity(edit);
    case "status":
      return followStatus(edit);
    case "ticket":
      return followTickets(edit);
    case "representative":
      return [{ kind: "set-representative", login: edit.after.representative }];
    case "impactStarted": {
      const { impactStarted } = edit.after;
      const at = impactStarted === null ? null : Date.parse(impactStarted);
      return [{ kind: "set-impact-started", at }];
    }
    default:
      return assertNever(field);
  }
}

/** What follows for somebody without rights: Sitrep's own fields are put back, and the status comment says so. */
function putBack(fields: readonly FieldName[], edit: Edit): readonly Outcome[] {
  return fields.map((field): Outcome => {
    const role = ROLE_NAMES.find((name) => name === field);
    const kept =
      role ?? (field === "severity" || field === "status" || field === "experts" ? field : null);
    if (kept === null) return claim(field, "editor-has-no-rights", edit);
    return { kind: "log", entry: { kind: "put-back", by: edit.by, what: kept } };
  });
}

function withPersonsEdit(walk: Walk, version: BodyVersion, text: string, given: Given): Walk {
  const before = walk.fields;
  const next = withText(walk, text, given);
  const changed = changedFields(before, next.fields);
  if (walk.incident === null) {
    const authors = Object.fromEntries(changed.map((field) => [field, version.editor]));
    return { ...next, authors: { ...walk.authors, ...authors } };
  }
  if (!walk.incident.active || changed.length === 0) return next;
  const by = version.editor.login;
  const account = version.editor.kind === "person" ? personOf(given.people, by) : null;
  const person: Person = account ?? { login: by, nodeId: null, role: "none" };
  const edit: Edit = {
    incident: walk.incident,
    before,
    after: next.fields,
    by: person.login,
    person,
    at: version.at,
    given,
  };
  const cause = { key: version.id, at: version.at, done: false };
  if (!mayCommand(person, given.policy)) return withOutcomes(next, putBack(changed, edit), cause);
  return changed.reduce<Walk>((now, field) => {
    const incident = now.incident ?? edit.incident;
    return withOutcomes(now, follow(field, { ...edit, incident }), cause);
  }, next);
}

// The history may keep line ends and the end of a text otherwise than the body does.
const toOutline = (text: string, words: Vocabulary): string =>
  skeletonOf(text, words).replaceAll(/\r\n?/g, "\n").trimEnd();

/** Does this text by Sitrep hold everything that people had written, so that only managed places differ? */
function keepsAll(before: string, own: string, given: Given): boolean {
  const words = given.vocabulary;
  const outline = toOutline(before, words);
  if (outline === toOutline(own, words)) return true;
  const had = readFields(before, words).hasSection;
  return !had && toOutline(withoutSection(own), words) === outline;
}

/**
 * The walk after one more version of the top comment. A person's edit of a field has the effect of the command. A version by
 * Sitrep is believed only as far as it changed nothing but managed places: one that was made from a stale read
 * is passed over, and what people wrote before it is written again (DESIGN.md, decision 5).
 */
export function readVersion(walk: Walk, version: BodyVersion, given: Given): Walk {
  if (version.text === null) return walk;
  if (version.editor.kind !== "self") return withPersonsEdit(walk, version, version.text, given);
  return keepsAll(walk.text, version.text, given) ? withText(walk, version.text, given) : walk;
}
