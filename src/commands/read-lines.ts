import { readPlainLines } from "../incident/markdown/plain-lines.ts";
import { findCommand } from "./list.ts";

/** One line of a comment or body that starts with a slash and a word; whether the word is a command is for the reader to ask. */
export interface CommandLine {
  /** Counts the slash lines of the text from 0, known or not: it does not change when a command is added later. */
  readonly index: number;
  /** The word in lower case, without its slash. */
  readonly word: string;
  /** Whether an exclamation mark stands directly behind the word. */
  readonly insists: boolean;
  /** What stands behind the word on its line, trimmed. */
  readonly line: string;
  /** The lines below, up to the next known command or the end, trimmed. */
  readonly more: string;
  /** The line as it was typed, cut to {@link RAW_LIMIT} characters. */
  readonly raw: string;
}

/** Characters of a line that an answer quotes at most. */
export const RAW_LIMIT = 200;

// A sign directly behind the word (`/note: ...`) is how people write; a slash, a dot and letters make it a path.
const SLASH_LINE = /^ {0,3}\/([a-z][a-z\d-]{0,29})([:,.!]?)(?=\s|$)([^]*)$/i;

/**
 * The slash lines of a comment or body, in order: `/word` at the start of a line (up to three spaces before it), alone or
 * followed by a space. Not in code, quotes, HTML comments or `<details>`, and not behind a list's marker. A line with an
 * unknown word is also part of the text below the command above it. Never throws; linear in the text's length.
 */
export function readCommandLines(text: string): readonly CommandLine[] {
  const lines = readPlainLines(text);
  const slashes = lines.flatMap(({ start, end, isPlain }, at) => {
    const typed = text.slice(start, end);
    const found = isPlain ? SLASH_LINE.exec(typed) : null;
    if (found === null) return [];
    const [, word = "", sign, rest = ""] = found;
    return [{ at, typed, word: word.toLowerCase(), insists: sign === "!", line: rest }];
  });
  const known = slashes.filter(({ word }) => findCommand(word) !== null).map(({ at }) => at);
  let next = 0;
  return slashes.map(({ at, typed, word, insists, line }, index) => {
    while ((known[next] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const from = lines[at + 1]?.start ?? text.length;
    const to = lines[known[next] ?? lines.length]?.start ?? text.length;
    const raw = typed
      .trim()
      .slice(0, RAW_LIMIT)
      .replace(/[\uD800-\uDBFF]$/, "");
    return { index, word, insists, line: line.trim(), more: text.slice(from, to).trim(), raw };
  });
}
