import { type Actor } from "../incident/actor.ts";
import {
  defaultVocabulary,
  type FieldName,
  readFields,
  type Vocabulary,
} from "../incident/fields/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { MilestoneName } from "./facts.ts";
import { readMoment } from "./moments.ts";
import type { ReportSources } from "./sources.ts";

/** What people may say of when something was; the beginning of the impact is a field that `decide/` follows. */
export type CorrectedName = Exclude<MilestoneName, "started"> | "ended";

/** A time that stands in the top comment, and since when it does. */
export interface Correction {
  readonly at: Instant;
  readonly since: Instant;
}

/** The times that stand in the top comment. */
export type Corrections = Partial<Readonly<Record<CorrectedName, Correction>>>;

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
const NAMES = Object.keys(WORDS) as readonly CorrectedName[];

// A title that nobody can write.
const NOBODY_WRITES = { title: "\u0000", aliases: [] };
const VOCABULARY = Object.fromEntries(
  (Object.keys(defaultVocabulary) as readonly FieldName[]).map((place) => {
    const name = NAMES.find((one) => WORDS[one].place === place);
    const [title, ...aliases] = name === undefined ? [] : WORDS[name].words;
    return [place, title === undefined ? NOBODY_WRITES : { title, aliases }];
  }),
) as unknown as Vocabulary;

const ANY = new RegExp(NAMES.flatMap((name) => WORDS[name].words).join("|"), "i");

/** The words behind each of these names in a text. */
function wordsIn(text: string): Partial<Readonly<Record<CorrectedName, string>>> {
  if (!ANY.test(text)) return {};
  const { raw } = readFields(text, VOCABULARY);
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const words = raw[WORDS[name].place];
      return words === undefined || words === "" ? [] : [[name, words]];
    }),
  );
}

interface Version {
  readonly at: Instant;
  readonly by: Actor;
  readonly text: string;
}

function versionsOf({ snapshot }: ReportSources): readonly Version[] {
  const { before, versions, body, opener, createdAt } = snapshot;
  const first = before?.text ?? (versions.length === 0 ? body : "");
  return [
    { at: createdAt, by: before?.editor ?? opener, text: first },
    ...versions.flatMap(({ at, editor, text }) =>
      text === null ? [] : [{ at, by: editor, text }],
    ),
  ];
}

/**
 * The times that stand in the top comment, as far as whoever wrote them may command (docs/architecture.md, decision 6). What is taken
 * out counts no more. A time without a zone is none.
 */
export function toCorrections(sources: ReportSources): Corrections {
  let words: ReturnType<typeof wordsIn> = {};
  let corrections: Corrections = {};
  for (const { at, by, text } of versionsOf(sources)) {
    const now = wordsIn(text);
    const mayTell = by.kind === "self" || sources.responders.has(by.login.toLowerCase());
    const changed = NAMES.filter((name) => now[name] !== words[name]);
    for (const name of mayTell ? changed : []) {
      const { [name]: _, ...others } = corrections;
      const moment = readMoment(now[name] ?? "");
      corrections = moment === null ? others : { ...others, [name]: { at: moment, since: at } };
    }
    words = now;
  }
  return corrections;
}
