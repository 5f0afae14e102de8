import { severityCommand } from "../commands/index.ts";
import { toDesignation, toVacancy } from "../effects/designation.ts";
import type { Outcome } from "../effects/index.ts";
import { isSameLogin } from "../incident/actor.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { BodyFields, FieldName } from "../incident/fields/index.ts";
import type { Claim, Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { mayHoldRole, personOf, type Person } from "../incident/person.ts";
import { findPhase } from "../incident/phases.ts";
import type { RoleName } from "../incident/roles.ts";
import { findSeverity } from "../incident/severity.ts";
import { CLAIM_TEXT_LIMIT, toEntryText } from "../incident/timeline.ts";
import { asCommand, toPhase, type ByHand } from "./as-command.ts";
import { refusedField } from "./refused-field.ts";
import type { Given } from "./walk.ts";

/** An edit of the top comment by somebody: what its fields said before and after, and the incident so far. */
export interface Edit {
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

/** The words of the field as a claim that was not followed. */
export const claim = (field: FieldName, why: Claim["why"], { after, by }: Edit): Outcome => ({
  kind: "claim",
  claim: { field, text: toEntryText(after.raw[field] ?? "", CLAIM_TEXT_LIMIT), by, why },
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
  return toDesignation(incident, { role, who: who.login, by, how: "edit" });
}

const has = (fields: BodyFields, login: string): boolean =>
  fields.experts.some((expert) => isSameLogin(expert.login, login));

function followExperts(edit: Edit): readonly Outcome[] {
  const { incident, after, before, by, given } = edit;
  const named = after.experts.map(({ login, area }) => ({
    area,
    person: personOf(given.people, login),
  }));
  const called = named.flatMap(({ person, area }): readonly Outcome[] => {
    if (person === null || !mayHoldRole(person, given.policy)) return [];
    const { login: who } = person;
    const present = incident.experts.find((expert) => isSameLogin(expert.login, who));
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
  const released = incident.experts.filter(({ login }) => has(before, login) && !has(after, login));
  const gone = released.flatMap(({ login }): readonly Outcome[] => [
    { kind: "release-expert", login },
    { kind: "log", entry: { kind: "released", by, who: login } },
  ]);
  // Last: whoever else was called does not settle what could not be followed.
  const refused = named.find(({ person }) => !mayHoldRole(person, given.policy));
  const why = refused?.person === null ? "no-such-account" : "no-rights";
  return [...gone, ...called, ...(refused === undefined ? [] : [claim("experts", why, edit)])];
}

function followSeverity(edit: Edit): readonly Outcome[] {
  const { after, given } = edit;
  if (after.severity === null) return [];
  const severity = findSeverity(after.severity, given.policy);
  return severity === null
    ? [claim("severity", "not-readable", edit)]
    : asCommand(severityCommand, severity, byHand(edit), given);
}

function followStatus(edit: Edit): readonly Outcome[] {
  const { after, given } = edit;
  const { status } = after;
  if (status === null) return [];
  const phase = findPhase(status);
  return phase === null
    ? [claim("status", "not-readable", edit)]
    : toPhase(phase, byHand(edit), given);
}

function followTickets({ after, incident, by }: Edit): readonly Outcome[] {
  const fresh = after.tickets.filter((ticket) => !incident.tickets.includes(ticket));
  const logs = fresh.map((url): Outcome => ({
    kind: "log",
    entry: { kind: "ticket", by, what: url },
  }));
  return [{ kind: "set-tickets", tickets: after.tickets }, ...logs];
}

/** What an edit of this field by somebody with rights brings about: the effect of the command. What was said of the field before is settled. */
export function followField(field: FieldName, edit: Edit): readonly Outcome[] {
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
