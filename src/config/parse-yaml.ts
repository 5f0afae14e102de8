import { constructFromEvents, EVENT_DOCUMENT, parseEvents, YAMLException } from "js-yaml";
import type { PolicyProblem } from "./policy-problem.ts";
import { toOffsets, toPlace } from "./yaml-positions.ts";

/** A YAML text as plain data, and where its parts begin. */
export interface ParsedYaml {
  readonly kind: "parsed";
  /** Undefined for a text with nothing but comments. */
  readonly value: unknown;
  readonly offsets: ReadonlyMap<string, number>;
}

type Events = ReturnType<typeof parseEvents>;

/** The longest policy file that is read, in UTF-16 units (64 kB). */
const longest = 65_536;

/** What the parser says, and how to mend it; the first that is found in its words. */
const mends: readonly (readonly [said: RegExp, mend: string])[] = [
  [/tab char/, "Use blanks, not tabs, at the start of the line."],
  [/duplicated mapping key/, "Keep one of the two and remove the other."],
  [/unknown .*tag/, "Remove the word that begins with an exclamation mark."],
  [/complex keys/, "Begin the line with the field's name and a colon."],
  [/quoted scalar/, "Close the quotation mark that is open."],
  [/flow collection/, "Close the bracket or brace that is open."],
  [/null byte|printable/, "Remove the characters that cannot be seen."],
  [/maxDepth|depth/, "Nest less deeply."],
];
const mendAnything =
  "Check indentation and quotation marks here; put text with : # @ ` or * in quotation marks.";

/** Reads one YAML document without anchors, aliases and tags of its own, or says what is wrong. Never throws. */
export function parseYaml(text: string): ParsedYaml | PolicyProblem {
  if (text.length > longest) {
    return {
      line: 1,
      column: 1,
      what: "The file is longer than 64 kB.",
      mend: "Keep only Sitrep's fields in it.",
    };
  }
  try {
    const events = parseEvents(text, { maxDepth: 20 });
    const refused = refuseExtras(text, events);
    if (refused !== null) return refused;
    const [value] = constructFromEvents(events, { source: text, maxAliases: 0 });
    return { kind: "parsed", value, offsets: toOffsets(text, events) };
  } catch (error) {
    return toProblem(text, error);
  }
}

/** Anchors and aliases, which can make a small text huge, and second documents, which would be ignored. */
function refuseExtras(text: string, events: Events): PolicyProblem | null {
  const anchor = events.find((event) => "anchorStart" in event && event.anchorStart >= 0);
  if (anchor !== undefined && "anchorStart" in anchor) {
    return {
      ...toPlace(text, anchor.anchorStart - 1),
      what: "The file uses an anchor (&name) or an alias (*name).",
      mend: "Write the value out in each place, or put text that begins with & or * in quotation marks.",
    };
  }
  if (events.filter(({ type }) => type === EVENT_DOCUMENT).length <= 1) return null;
  const second = [...text.matchAll(/^---/gm)].at(-1)?.index ?? 0;
  return {
    ...toPlace(text, second),
    what: "The file holds more than one YAML document.",
    mend: "Remove the line --- and keep the fields of one document.",
  };
}

function toProblem(text: string, error: unknown): PolicyProblem {
  if (!(error instanceof YAMLException)) {
    return { line: 1, column: 1, what: "The file could not be read as YAML.", mend: mendAnything };
  }
  const { reason, mark } = error;
  return {
    ...toPlace(text, mark?.position ?? 0),
    what: `This is not YAML: ${reason}.`,
    mend: mends.find(([said]) => said.test(reason))?.[1] ?? mendAnything,
  };
}
