import type { Token } from "markdown-it";
import { toBlocks } from "./blocks.ts";
import { splitLines, type TextLine } from "./lines.ts";
import { scanInline } from "./scan-inline.ts";

/** Why the start of a line is not the author's own plain word: what GitHub shows it inside of. */
export type Cover = "code" | "quote" | "comment" | "details";

/** A line, and what covers its start; null: plain text of the author. */
export interface CoveredLine extends TextLine {
  readonly cover: Cover | null;
}

/** Raw HTML that covers what stands between its tags, from one block to the next. */
const COVERING_TAGS: ReadonlyMap<string, Cover> = new Map([
  ["details", "details"],
  ["blockquote", "quote"],
  ["pre", "code"],
  ["script", "code"],
  ["style", "code"],
  ["textarea", "code"],
]);

/** Covers that follow from blocks alone; answers the leaves outside quotes, whose text has to be looked through. */
function coverBlocks(blocks: readonly Token[], covers: (Cover | null)[]): readonly Token[] {
  const leaves: Token[] = [];
  let quotedUntil = 0;
  for (const token of blocks) {
    if (token.map === null || token.map[0] < quotedUntil) continue;
    const [first, last] = token.map;
    if (token.type === "fence" || token.type === "code_block") covers.fill("code", first, last);
    if (token.type === "blockquote_open") {
      covers.fill("quote", first, last);
      quotedUntil = last;
    }
    if (token.type === "html_block" || token.type === "inline") leaves.push(token);
  }
  return leaves;
}

/** Covers by raw HTML and by code spans. A tag covers from the line after it to the line on which it is closed. */
function coverInline(leaves: readonly Token[], covers: (Cover | null)[]): void {
  const open: string[] = [];
  let done = 0;
  const coverTo = (line: number): void => {
    const cover = COVERING_TAGS.get(open[0] ?? "") ?? null;
    for (; done <= line && done < covers.length; done += 1) covers[done] ??= cover;
  };
  for (const leaf of leaves) {
    const first = leaf.map?.[0] ?? 0;
    const { spans, tags } = scanInline(leaf.content, leaf.type === "html_block");
    for (const { cover, from, to } of spans) covers.fill(cover, first + from + 1, first + to + 1);
    for (const { tag, line, closing } of tags) {
      if (!COVERING_TAGS.has(tag)) continue;
      coverTo(first + line);
      if (!closing) open.push(tag);
      else if (open.includes(tag)) open.splice(open.lastIndexOf(tag), 1);
    }
  }
  coverTo(covers.length - 1);
}

/**
 * The lines of a Markdown text with what covers each: code (fenced, indented, inline over several lines), block quotes,
 * HTML comments, `<details>`. Follows what GitHub shows: a line that lazily continues a quote is in the quote. Never throws.
 */
export function readCoveredLines(text: string): readonly CoveredLine[] {
  const lines = splitLines(text);
  const covers: (Cover | null)[] = lines.map(() => null);
  coverInline(coverBlocks(toBlocks(text), covers), covers);
  return lines.map((line, index) => ({ ...line, cover: covers[index] ?? null }));
}
