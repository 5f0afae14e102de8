/** Markup that is safe to publish. Only {@link html}, {@link raw} and {@link when} make it. */
export interface Html {
  readonly markup: string;
}

/** What may stand in a template: texts are escaped, lists joined; nothing stands for null, undefined and false. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for HTML, SVG and XML alike, between tags or in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

function toMarkup(part: Part): string {
  if (typeof part === "string") return escapeMarkup(part);
  if (typeof part === "number") return String(part);
  if (part === null || part === undefined || part === false) return "";
  return "markup" in part ? part.markup : part.map(toMarkup).join("");
}

// The blanks with which this program is indented. A line end stays one, since it may stand between words.
const INDENTATION = /\s*\n\s*/g;
const known = new WeakMap<TemplateStringsArray, readonly string[]>();

function compact(texts: TemplateStringsArray): readonly string[] {
  const found = known.get(texts);
  if (found !== undefined) return found;
  const made = texts.map((text) => text.replace(INDENTATION, "\n"));
  known.set(texts, made);
  return made;
}

/**
 * A template of markup: what is put into it is escaped unless it is markup already, and stays as it is. Attributes must be quoted.
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: compact(texts)
    .map((text, index) => text + toMarkup(parts[index]))
    .join(""),
});

/** Takes a text for markup as it is: only for what stands in this program. */
export const raw = (markup: string): Html => ({ markup });

/** Markup with something between its parts. */
export const joined = (parts: readonly Part[], between: string): Html =>
  raw(parts.map(toMarkup).join(between));
