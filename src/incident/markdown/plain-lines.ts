import { scanHtmlBlock, type HtmlState } from "../fields/hidden.ts";
import { toLines, type Span } from "../fields/lines.ts";
import { toVisibility } from "../fields/visibility.ts";
import { toTokens } from "./tokens.ts";

/** A line of a text, as a range without its line end, and whether its start is the author's own plain word. */
export interface PlainLine extends Span {
  readonly isPlain: boolean;
}

const RAW_HTML = /^\s*<(?:pre|script|style|textarea)(?=[\s/>])/i;

/**
 * The lines of a Markdown text, and which of them start with plain words: not in code (fenced, indented, or a span that
 * began above), a block quote, an HTML comment, `<details>` or `<pre>`. Follows what GitHub shows, so a line that lazily continues a quote
 * is in the quote, and one below a pasted `<img>` is plain. Never throws; linear in the text's length.
 */
export function readPlainLines(text: string): readonly PlainLine[] {
  const lines = toLines(text);
  const tokens = toTokens(text);
  const { visible, hidden } = toVisibility(text, lines, tokens);
  const plain = new Set<number>();
  for (const [index, token] of tokens.entries()) {
    if (visible[index] !== true || token.map === null) continue;
    const [first, next] = token.map;
    const isHtml = token.type === "html_block" && !RAW_HTML.test(token.content);
    if (!isHtml && token.type !== "inline") continue;
    let html: HtmlState = { depth: 0, comment: false };
    const spans = hidden.get(index) ?? [];
    let span = 0;
    for (let number = first; number < next; number += 1) {
      const line = lines[number];
      if (line === undefined) break;
      while ((spans[span]?.end ?? Number.POSITIVE_INFINITY) <= line.start) span += 1;
      const covered = (spans[span]?.start ?? Number.POSITIVE_INFINITY) < line.start;
      if (!covered && html.depth === 0 && !html.comment) plain.add(number);
      if (isHtml) html = scanHtmlBlock(text.slice(line.start, line.end), html);
    }
  }
  return lines.map((line, number) => ({ ...line, isPlain: plain.has(number) }));
}
