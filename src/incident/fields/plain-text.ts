import { toRunFinder } from "./hidden.ts";

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * The words of a line of Markdown: comments, tags, emphasis and link addresses are left out, code and escaped
 * characters stand for themselves. Linear in its length.
 */
export function toPlainText(markdown: string): string {
  const nextRun = toRunFinder(markdown);
  const lastClose = markdown.lastIndexOf(">");
  const out: string[] = [];
  const brackets: number[] = [];
  let at = 0;
  while (at < markdown.length) {
    const char = markdown[at] ?? "";
    const next = markdown[at + 1] ?? "";
    if (char === "\\" && PUNCTUATION.test(next)) {
      out.push(next);
      at += 2;
    } else if (char === "`") {
      const length = runLength(markdown, at);
      const end = nextRun(at, length);
      if (end !== -1) out.push(markdown.slice(at + length, end - length));
      else out.push("`".repeat(length));
      at = end === -1 ? at + length : end;
    } else if (char === "<") {
      const end = at < lastClose ? tagEnd(markdown, at) : -1;
      if (end === -1) out.push(char);
      else if (/^<https?:/i.test(markdown.slice(at, at + 8)))
        out.push(markdown.slice(at + 1, end - 1));
      at = end === -1 ? at + 1 : end;
    } else if (char === "]" && next === "(" && brackets.length > 0) {
      const end = addressEnd(markdown, at + 1);
      if (end !== -1) out[brackets.pop() ?? 0] = "";
      else out.push(char);
      at = end === -1 ? at + 1 : end;
    } else if (/[*_~]/.test(char)) {
      const length = runLength(markdown, at);
      if (!isEmphasis(markdown, at, at + length)) out.push(char.repeat(length));
      at += length;
    } else {
      if (char === "[") brackets.push(out.length);
      out.push(char);
      at += 1;
    }
  }
  return out.join("").replace(/\s+/g, " ").trim();
}

function runLength(text: string, start: number): number {
  let end = start;
  while (text[end] === text[start] && end < text.length) end += 1;
  return end - start;
}

/** Between two letters a star or underscore is a character of its own: `ana_acme`. */
function isEmphasis(text: string, start: number, end: number): boolean {
  return !(WORD.test(text[start - 1] ?? "") && WORD.test(text[end] ?? ""));
}

/** Where a link's address in balanced brackets ends; addresses longer than 2,048 characters are none. */
function addressEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < Math.min(text.length, start + 2048); at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return -1;
}

function tagEnd(text: string, start: number): number {
  if (!/[a-z/!?]/i.test(text[start + 1] ?? "")) return -1;
  const isComment = text.startsWith("<!--", start);
  const end = text.indexOf(isComment ? "-->" : ">", start + 2);
  if (end === -1) return -1;
  return end + (isComment ? 3 : 1);
}
