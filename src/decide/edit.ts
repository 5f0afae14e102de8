import type { Outcome } from "../effects/index.ts";
import {
  readFields,
  skeletonOf,
  withoutSection,
  type FieldName,
  type Vocabulary,
} from "../incident/fields/index.ts";
import { mergeLines } from "../incident/merge-lines.ts";
import { mayCommand, personOf, type Person } from "../incident/person.ts";
import { ROLE_NAMES } from "../incident/roles.ts";
import type { BodyVersion } from "../incident/snapshot.ts";
import { adopt } from "./adopt.ts";
import { changedBoxes, followBoxes } from "./boxes.ts";
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

/** The text as it would be had the screen's section been put into it; a section that a person took out stays out. */
function withSectionOf(screen: string, walk: Walk): string {
  const bare = withoutSection(screen);
  if (walk.stood.section || bare === screen) return walk.text;
  if (screen.startsWith(bare)) return walk.text + screen.slice(bare.length);
  return screen.endsWith(bare) ? screen.slice(0, -bare.length) + walk.text : walk.text;
}

/**
 * The walk with the words of a person's version. Where a stale write by Sitrep stood on the screen that they edited, what it had
 * passed over is put back beside their own words.
 */
function withWords(walk: Walk, { id }: BodyVersion, text: string, given: Given): Walk {
  if (walk.screen === walk.text) return withText(walk, { id, text }, given);
  const merged = mergeLines(walk.screen, withSectionOf(walk.screen, walk), text);
  if (merged === text) return withText(walk, { id, text }, given);
  const next = withText(walk, { id: walk.version, text: merged }, given);
  return { ...next, screen: text, followed: id };
}

/** Were the fields of this version followed by an earlier look, though its words are still to be written? */
function wasFollowed({ id }: BodyVersion, { snapshot }: Given): boolean {
  const followed = snapshot.record?.digest.followed ?? null;
  const ids = snapshot.versions.map((version) => version.id);
  return followed !== null && ids.indexOf(id) <= ids.indexOf(followed);
}

function withPersonsEdit(walk: Walk, version: BodyVersion, text: string, given: Given): Walk {
  const next = withWords(walk, version, text, given);
  if (wasFollowed(version, given)) return next;
  const isShown = walk.screen === walk.text;
  const before = isShown ? walk.fields : readFields(walk.screen, given.vocabulary);
  const after = next.followed === null ? next.fields : readFields(text, given.vocabulary);
  const changed = changedFields(before, after);
  if (walk.incident === null) {
    const authors = Object.fromEntries(changed.map((field) => [field, version.editor]));
    return { ...next, authors: { ...walk.authors, ...authors } };
  }
  const boxes = changedBoxes(before, after);
  if (!walk.incident.active || changed.length + boxes.length === 0) return next;
  const cause = { key: version.id, at: version.at, done: false };
  // Whatever could not be followed of these fields before stands there no more.
  const settled = changed.map((field): Outcome => ({ kind: "unclaim", field }));
  const start = withOutcomes(next, settled, cause);
  const by = version.editor.login;
  const account = version.editor.kind === "person" ? personOf(given.people, by) : null;
  const person: Person = account ?? { login: by, nodeId: null, role: "none" };
  const edit: Edit = {
    incident: walk.incident,
    before,
    after,
    by: person.login,
    person,
    at: version.at,
    given,
  };
  if (!mayCommand(person, given.policy)) return withOutcomes(start, putBack(changed, edit), cause);
  const followed = changed.reduce<Walk>((now, field) => {
    const incident = now.incident ?? edit.incident;
    return withOutcomes(now, followField(field, { ...edit, incident }), cause);
  }, start);
  const incident = followed.incident ?? edit.incident;
  return withOutcomes(followed, followBoxes(boxes, after, incident, edit.by), cause);
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
 * The walk after one more version of the top comment. A person's edit of a field has the effect of the command, and so has a box that they tick. A version by
 * Sitrep is believed only as far as it changed nothing but managed places: one that was made from a stale read
 * is passed over, and what people wrote before it is written again (docs/architecture.md, decision 5).
 */
export function readVersion(walk: Walk, version: BodyVersion, given: Given): Walk {
  if (version.text === null) return walk;
  if (version.editor.kind !== "self") return withPersonsEdit(walk, version, version.text, given);
  return keepsAll(walk.text, version.text, given)
    ? adopt(walk, withText(walk, { id: version.id, text: version.text }, given), version, given)
    : { ...walk, screen: version.text };
}
