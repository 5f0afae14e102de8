// Control characters, marks that reorder text (Trojan Source), invisible tag characters, the byte order mark.
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

/** A text without what cannot be seen or what reorders the rest; line ends are `\n`; no half surrogate pairs. */
export const toVisible = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(UNSEEN, "");

/** A text as one line: every run of white space becomes one blank. */
export const toOneLine = (text: string): string => toVisible(text).replace(/\s+/g, " ").trim();

/** Cuts a text to a number of UTF-16 units, with `…` for what is left out; never through a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${kept.trimEnd()}…`;
}
