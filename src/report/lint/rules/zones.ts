import { startOf } from "../document.ts";
import { type Rule, toExcerpt } from "../rule.ts";

const CLOCK = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const TIME = new RegExp(String.raw`(?<![\p{L}\d:.,/=_+-])${CLOCK}(?![\d:]|\.\d)`, "gu");

// `am`, a zone by its short or full name or offset, or a place that is named behind it.
const ZONE = String.raw`(?:\(?(?:UTC|GMT|Z)(?![\p{L}])|\(?[A-Z]{1,4}T(?![\p{L}])|[+-]\d\d:?\d\d|(?:in |\()?\p{Lu}\p{L}+(?:[/_ -]\p{Lu}\p{L}+){0,3}(?=\)|(?: time)?(?![\p{L}])))`;
const BEHIND = new RegExp(
  String.raw`^\s?(?:[ap]\.?m\.?(?![\p{L}])\s?)?(?:(?:-|–|to|until|and|or|,)\s?)?(?:${CLOCK}\s?)?(?:[ap]\.?m\.?\s?)?${ZONE}`,
  "u",
);
const LENGTH = /^\s?(?:h|hrs?|hours?|min|minutes?|long)(?![\p{L}])/iu;
const BEFORE = /(?:UTC|GMT)\s?$/u;

/** A sentence or a table's head that says the zone of all times. */
const SAID =
  /(?:\btimes?\b[^\n.|]{0,60}\b(?:UTC|GMT|[A-Z]{2,4}T|[A-Z][a-z]+\/[A-Z][A-Za-z_]+)\b)|(?:\btimeline\b[^\n.|]{0,20}\((?:UTC|GMT|[A-Z]{2,4}T)\))/iu;

const AROUND = 40;

/** Times of day of which nobody else knows when they are. */
export const zones: Rule = {
  name: "zones",
  find: (document) => {
    const { prose, sections, lines } = document;
    const said = sections.filter(({ line, end }) =>
      SAID.test(prose.slice(startOf(document, line), lines[end - 1]?.end)),
    );
    const first = startOf(document, sections[0]?.line ?? lines.length);
    if (SAID.test(prose.slice(0, first))) return [];
    const isSaid = (offset: number): boolean =>
      said.some(
        ({ line, end }) =>
          offset >= startOf(document, line) && offset < (lines[end - 1]?.end ?? prose.length),
      );
    return [...prose.matchAll(TIME)].flatMap(({ index, 0: time }) => {
      const behind = prose.slice(index + time.length, index + time.length + AROUND);
      const before = prose.slice(Math.max(0, index - 5), index);
      if (BEHIND.test(behind) || LENGTH.test(behind) || BEFORE.test(before)) return [];
      if (isSaid(index)) return [];
      return [
        {
          offset: index,
          words: `"${toExcerpt(time)}" does not say its zone.`,
          suggestion: "Write UTC behind it, or say once above which zone all times are in.",
        },
      ];
    });
  },
};
