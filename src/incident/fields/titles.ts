import type { FieldName, Vocabulary } from "./types.ts";

const EMOJI =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f|\u20e3/gu;

/** A title in the form in which titles are compared: small letters, no emoji, no markup, single blanks. */
export function normalizeTitle(title: string): string {
  return title
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/:[a-z\d_+-]{1,40}:/gi, " ")
    .replace(EMOJI, " ")
    .replace(/\(s\)/gi, "s")
    .replace(/[*~_-]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Tells which field a title names; `null` for any other text. */
export type TitleLookup = (title: string) => FieldName | null;

/** Makes a lookup from a vocabulary. 'Incident Commander (IC)' is found like 'Incident Commander'. */
export function toTitleLookup(vocabulary: Vocabulary): TitleLookup {
  const fields = new Map<string, FieldName>();
  for (const field of Object.keys(vocabulary) as FieldName[]) {
    const { title, aliases } = vocabulary[field];
    for (const word of [title, ...aliases]) {
      const key = normalizeTitle(word);
      if (key !== "" && !fields.has(key)) fields.set(key, field);
    }
  }
  return (title) => {
    const key = normalizeTitle(title);
    return fields.get(key) ?? fields.get(withoutRemark(key)) ?? null;
  };
}

function withoutRemark(key: string): string {
  const open = key.lastIndexOf(" (");
  return open > 0 && key.endsWith(")") ? key.slice(0, open) : key;
}
