import { isPlaceholder } from "./placeholders.ts";
import type { Parsed } from "./parsed.ts";

const LONGEST = 60;
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/**
 * A status or severity in the form that is safe in every shape: one line of at most 60 characters, without backticks
 * and bars, without an `@` that would call people, and without punctuation at the end. `null` for a placeholder.
 */
export function normalizeWords(text: string): string | null {
  const flat = text
    .slice(0, LONGEST * 20)
    .toWellFormed()
    .replace(UNSEEN, " ")
    .replaceAll("`", "'")
    .replaceAll("@", "＠")
    .replaceAll("：", ":")
    .replaceAll("|", "/")
    .replace(/\s+/g, " ");
  const short = Array.from(flat.trim()).slice(0, LONGEST).join("");
  const words = short.replace(/[\s.!?:;,\\]+$/, "");
  return isPlaceholder(words.replaceAll("＠", "@")) ? null : words;
}

/** Reads a status or severity. Up to three words are taken for a value; more could be somebody's sentence. */
export function parseWords(plain: string): Parsed<string | null> {
  const value = normalizeWords(plain);
  const exact = plain.split(" ").length <= 3 && !/[.!?:;,]$/.test(plain);
  return { value, problems: [], exact };
}

/** Writes words as Markdown that means exactly these words, also at the start of a line. */
export function toWordsMarkdown(words: string): string {
  return words
    .replace(/[\\*_[\]<>~&{}:]/g, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}
