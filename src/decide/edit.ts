import type { Outcome } from "../effects/index.ts";
import {
  readFields,
  skeletonOf,
  withoutSection,
  type FieldName,
  type Vocabulary,
} from "../incident/fields/index.ts";
import { mayCommand, personOf, type Person } from "../incident/person.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import type { BodyVersion } from "../incident/snapshot.ts";
import { changedFields } from "./changed-fields.ts";
import { claim, followField, type Edit } from "./follow-field.ts";
import { withOutcomes, withText, type Given, type Walk } from "./walk.ts";

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
  const next = withText(walk, { id: version.id, text }, given);
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
    return withOutcomes(now, followField(field, { ...edit, incident }), cause);
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
 * is passed over, and what people wrote before it is written again (docs/architecture.md, decision 5).
 */
export function readVersion(walk: Walk, version: BodyVersion, given: Given): Walk {
  if (version.text === null) return walk;
  if (version.editor.kind !== "self") return withPersonsEdit(walk, version, version.text, given);
  return keepsAll(walk.text, version.text, given)
    ? withText(walk, { id: version.id, text: version.text }, given)
    : walk;
}
