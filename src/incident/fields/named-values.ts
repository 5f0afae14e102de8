import { normalizeTitle, toTitleLookup } from "./titles.ts";
import { isPlaceholder } from "./placeholders.ts";
import { toPlainText } from "./plain-text.ts";
import { toOutline } from "./outline.ts";
import { findSlots } from "./scan.ts";
import type { Vocabulary } from "./types.ts";

/** A value of a field that Sitrep knows by a name of the team's alone: `shown` as people wrote it, `compared` as it is compared. */
export interface NamedValue {
  /** As the policy writes it. */
  readonly field: string;
  readonly shown: string;
  /** Of an address its host and path; of anything else its words. */
  readonly compared: string;
}

const LONGEST = 200;
const LONGEST_LIST = 2000;
const MOST_VALUES = 10;

const normalize = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Host and path of the first address in a text, without what does not tell one place from another; null: there is none. */
function toPlace(text: string): string | null {
  const [found] = /https?:\/\/[^\s<>()[\]"'`]+/i.exec(text) ?? [];
  const url = found === undefined ? null : URL.parse(found);
  if (url === null) return null;
  return `${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}`.toLowerCase();
}

/** `https://hub.example.org/` and `hub.example.org` are one place. */
const toBare = (text: string): string | null =>
  /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/\S*)?$/i.test(text) ? toPlace(`https://${text}`) : null;

function toValue(field: string, raw: string): NamedValue | null {
  const shown = toPlainText(raw)
    .replace(/^(["'])(.*)\1$/, "$2")
    .trim();
  if (shown.length > LONGEST || isPlaceholder(shown)) return null;
  const compared = toPlace(shown) ?? toPlace(raw) ?? toBare(shown) ?? normalize(shown);
  return compared === "" ? null : { field, shown, compared };
}

/**
 * The values of the fields with these names, in any shape that {@link findSlots} finds; a list with commas is several values, a
 * placeholder is none, and of a field that stands twice the first counts. Never throws, linear in the body's length.
 */
export function readNamedValues(
  body: string,
  names: readonly string[],
  vocabulary: Vocabulary,
): readonly NamedValue[] {
  if (names.length === 0 || body === "") return [];
  const outline = toOutline(body);
  const known = toTitleLookup(vocabulary);
  const wanted = new Set(names.map(normalizeTitle));
  return names.flatMap((name) => {
    const own = toTitleLookup(only(name));
    // Every other title still is one: it ends the value before it.
    const slots = findSlots(outline, (title) => {
      if (own(title) !== null) return "status";
      return (known(title) ?? wanted.has(normalizeTitle(title))) ? "severity" : null;
    });
    const [first] = slots.filter(({ field }) => field === "status");
    return toParts(first?.raw ?? "").flatMap((part) => toValue(name, part.trim()) ?? []);
  });
}

/** The items of a value: of a list in YAML, or between commas. */
function toParts(raw: string): readonly string[] {
  const list = raw.slice(0, LONGEST_LIST).replace(/^\[([^[\]]*)\]$/, "$1");
  return list.split(/,|(?:^|\n)[ \t]*-[ \t]/).slice(0, MOST_VALUES);
}

const NO_WORDS = { title: "", aliases: [] };

/** A vocabulary of one field, under a name of which only the kind matters: a few words. */
const only = (name: string): Vocabulary => ({
  status: { title: name, aliases: [] },
  severity: NO_WORDS,
  commander: NO_WORDS,
  liaison: NO_WORDS,
  experts: NO_WORDS,
  representative: NO_WORDS,
  ticket: NO_WORDS,
  impactStarted: NO_WORDS,
});
