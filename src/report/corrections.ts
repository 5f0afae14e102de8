import type { Actor } from "../incident/actor.ts";
import { CORRECTED_NAMES, type CorrectedName, type Corrections } from "../incident/corrections.ts";
import {
  defaultVocabulary,
  type FieldName,
  readFields,
  type Vocabulary,
} from "../incident/fields/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { readMoment } from "./moments.ts";

/**
 * What such a time is called in a top comment. They are no fields of Sitrep's, which would stand empty in every issue: for reading them, each
 * borrows the place of one, whose shapes are then theirs too.
 */
const WORDS: Readonly<
  Record<CorrectedName, { readonly place: FieldName; readonly words: readonly string[] }>
> = {
  ended: {
    place: "impactStarted",
    words: [
      "Impact ended",
      "Impact end",
      "Impact over",
      "Impact ended at",
      "End of impact",
      "Incident end",
      "Incident ended",
      "Ended at",
    ],
  },
  detected: { place: "severity", words: ["Detected", "Detected at", "Noticed", "Noticed at"] },
  declared: { place: "status", words: ["Declared", "Declared at"] },
  acknowledged: { place: "commander", words: ["Acknowledged", "Acknowledged at"] },
  mitigated: { place: "liaison", words: ["Mitigated", "Mitigated at"] },
  resolved: { place: "representative", words: ["Resolved", "Resolved at"] },
};

// A title that nobody can write.
const NOBODY_WRITES = { title: "\u0000", aliases: [] };
const VOCABULARY = Object.fromEntries(
  (Object.keys(defaultVocabulary) as readonly FieldName[]).map((place) => {
    const name = CORRECTED_NAMES.find((one) => WORDS[one].place === place);
    const [title, ...aliases] = name === undefined ? [] : WORDS[name].words;
    return [place, title === undefined ? NOBODY_WRITES : { title, aliases }];
  }),
) as unknown as Vocabulary;

const ANY = new RegExp(CORRECTED_NAMES.flatMap((name) => WORDS[name].words).join("|"), "i");

type Words = Partial<Readonly<Record<CorrectedName, string>>>;

/** The words behind each of these names in a text. */
function wordsIn(text: string): Words {
  if (!ANY.test(text)) return {};
  const { raw } = readFields(text, VOCABULARY);
  return Object.fromEntries(
    CORRECTED_NAMES.flatMap((name) => {
      const words = raw[WORDS[name].place];
      return words === undefined || words === "" ? [] : [[name, words]];
    }),
  );
}

type Told = Pick<Snapshot, "before" | "versions" | "body" | "opener" | "createdAt" | "record">;

/** A version of the top comment that says something else of when something was than the one before. */
interface Change {
  readonly at: Instant;
  readonly by: Actor;
  readonly names: readonly CorrectedName[];
  readonly words: Words;
}

/** The changes that the record has not digested; without a record all of them, the opening first. */
function toChanges({ before, versions, body, opener, createdAt, record }: Told): readonly Change[] {
  const first = before?.text ?? (versions.length === 0 ? body : "");
  const opening = { at: createdAt, editor: before?.editor ?? opener, text: first };
  let last: Words = record === null ? {} : wordsIn(first);
  const all = record === null ? [opening, ...versions] : versions;
  return all.flatMap(({ at, editor, text }) => {
    if (text === null) return [];
    const words = wordsIn(text);
    const names = CORRECTED_NAMES.filter((name) => words[name] !== last[name]);
    last = words;
    // What Sitrep writes is what people wrote before it, put back where its own write came in between: nobody says it anew.
    return names.length === 0 || editor.kind === "self" ? [] : [{ at, by: editor, names, words }];
  });
}

/** Whoever changed such a time in the top comment: their rights tell whether it counts. Logins, some of them twice. */
export const correctingLogins = (told: Told): readonly string[] =>
  toChanges(told).flatMap(({ by }) => (by.kind === "person" ? [by.login] : []));

/**
 * The times that stand in the top comment, as far as whoever wrote them may command (docs/architecture.md, decision 6): those of the
 * record, and what changed since. What is taken out counts no more. A time without a zone is none.
 */
export function toCorrections(told: Told, mayTell: (by: Actor) => boolean): Corrections {
  return toChanges(told).reduce<Corrections>((corrections, { at, by, names, words }) => {
    if (!mayTell(by)) return corrections;
    return names.reduce((now, name): Corrections => {
      const { [name]: _, ...others } = now;
      const moment = readMoment(words[name] ?? "");
      return moment === null ? others : { ...others, [name]: { at: moment, since: at } };
    }, corrections);
  }, told.record?.incident.corrections ?? {});
}

/** The times that stand in a text, whoever wrote it: for an issue of which nobody knows that. */
export const readCorrections = (text: string): Partial<Readonly<Record<CorrectedName, Instant>>> =>
  Object.fromEntries(
    Object.entries(wordsIn(text)).flatMap(([name, words]) => {
      const at = readMoment(words);
      return at === null ? [] : [[name, at]];
    }),
  );
