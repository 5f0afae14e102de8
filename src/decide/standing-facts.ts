import type { Outcome } from "../effects/index.ts";
import { isSameLogin, type Actor } from "../incident/actor.ts";
import type { BodyFields, FieldName } from "../incident/fields/index.ts";
import { mayCommand, mayHoldRole, personOf, type Person } from "../incident/person.ts";
import { findPhase } from "../incident/phases.ts";
import { findSeverity } from "../incident/severity.ts";
import type { Given, Walk } from "./walk.ts";

/** May the author of this field be followed? A form may be filled in by anybody (docs/architecture.md, decision 6). */
export function authorOf(walk: Walk, field: FieldName, given: Given): Person | null {
  const author: Actor = walk.authors[field] ?? given.snapshot.opener;
  if (author.kind !== "person") return null;
  const person = personOf(given.people, author.login);
  return mayCommand(person, given.policy) ? person : null;
}

function standing(walk: Walk, given: Given): readonly Outcome[] {
  const { fields } = walk;
  const trusts = (field: FieldName): boolean => authorOf(walk, field, given) !== null;
  const severity = fields.severity === null ? null : findSeverity(fields.severity, given.policy);
  return [
    ...(severity !== null && trusts("severity")
      ? [{ kind: "set-severity", severity } as const]
      : []),
    ...(trusts("ticket") ? [{ kind: "set-tickets", tickets: fields.tickets } as const] : []),
    ...(trusts("representative")
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

// Facts that are people's own where Sitrep may not follow them: told, and left as they are.
const LEFT_ALONE = ["ticket", "representative", "impactStarted"] as const;

/** Facts by somebody who may not command: their words stay, and the status comment says how to take them. */
function unvouched(walk: Walk, given: Given): readonly Outcome[] {
  const { fields, authors } = walk;
  return LEFT_ALONE.flatMap((field): readonly Outcome[] => {
    const says = field === "ticket" ? fields.tickets.length > 0 : fields[field] !== null;
    if (!says || authorOf(walk, field, given) !== null) return [];
    const by = (authors[field] ?? given.snapshot.opener).login;
    const text = fields.raw[field] ?? "";
    return [{ kind: "claim", claim: { field, text, by, why: "editor-has-no-rights" } }];
  });
}

/** Experts named by somebody with rights who are no accounts, or may not hold a role: the words stay as they are. */
function unfollowedExperts(walk: Walk, given: Given): readonly Outcome[] {
  const { fields } = walk;
  const by = authorOf(walk, "experts", given);
  const refused = fields.experts.find(
    ({ login }) => !mayHoldRole(personOf(given.people, login), given.policy),
  );
  if (by === null || refused === undefined) return [];
  const why = personOf(given.people, refused.login) === null ? "no-such-account" : "no-rights";
  const text = fields.raw.experts ?? refused.login;
  return [{ kind: "claim", claim: { field: "experts", text, by: by.login, why } }];
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

/** What follows when the defaults took the place of what an outsider wrote. Sitrep's own fields that an outsider filled in: their words give way to the facts, and the timeline says so. */
export function putBack({ incident, fields, authors }: Walk, given: Given): readonly Outcome[] {
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
 * The facts that stood in the top comment before the declaration, as far as their author may be followed; the words that are
 * not followed stay, as claims. Roles are not among them: they have defaults (`declare.ts`).
 */
export const standingFacts = (walk: Walk, given: Given): readonly Outcome[] => [
  ...standing(walk, given),
  ...unreadable(walk, given),
  ...unvouched(walk, given),
  ...unfollowedExperts(walk, given),
];
