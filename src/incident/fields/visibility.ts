import type { Token } from "markdown-it";
import { scanHtmlBlock, scanInline } from "./hidden.ts";
import type { HtmlState } from "./hidden.ts";
import type { Span } from "./lines.ts";

/** For each block token: whether people see it, and which parts of its text are code, comments or folded away. */
export interface Visibility {
  readonly visible: readonly boolean[];
  readonly hidden: ReadonlyMap<number, readonly Span[]>;
}

/**
 * Follows quotes, `<details>` and HTML comments over the tokens of a document, as a browser would: what is left open
 * hides the rest, but an element that is opened in a list item or quote ends with it.
 */
export function toVisibility(
  body: string,
  lines: readonly Span[],
  tokens: readonly Token[],
): Visibility {
  const visible: boolean[] = [];
  const hidden = new Map<number, readonly Span[]>();
  const depths: number[] = [];
  let html: HtmlState = { depth: 0, comment: false };
  let quotes = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "blockquote_open") quotes += 1;
    if (token.type === "blockquote_close") quotes -= 1;
    if (isContainer(token) && token.nesting === 1) depths.push(html.depth);
    if (isContainer(token) && token.nesting === -1) {
      html = { ...html, depth: Math.min(html.depth, depths.pop() ?? 0) };
    }
    visible.push(html.depth === 0 && !html.comment && quotes === 0);
    if (token.type === "html_block") html = scanHtmlBlock(token.content, html);
    if (token.type === "inline" && token.map !== null && !html.comment) {
      const text = textOf(body, lines, token.map);
      const scan = scanInline(text.text, text.start, html.depth);
      hidden.set(index, scan.hidden);
      html = { ...html, depth: scan.depth };
    }
  }
  return { visible, hidden };
}

function isContainer({ type }: Token): boolean {
  return /^(?:blockquote|list_item)_/.test(type);
}

function textOf(body: string, lines: readonly Span[], [from, to]: readonly [number, number]) {
  const start = lines[from]?.start ?? body.length;
  return { start, text: body.slice(start, lines[to - 1]?.end ?? body.length) };
}
