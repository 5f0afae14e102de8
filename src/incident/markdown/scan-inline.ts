/** A code span or an HTML comment: the lines, counted from 0, on which it starts and ends. */
export interface InlineSpan {
  readonly cover: "code" | "comment";
  readonly from: number;
  readonly to: number;
}

/** An opening or closing HTML tag, and the line on which it stands. */
export interface InlineTag {
  readonly tag: string;
  readonly line: number;
  readonly closing: boolean;
}

/** What {@link scanInline} found. */
export interface InlineFinds {
  readonly spans: readonly InlineSpan[];
  readonly tags: readonly InlineTag[];
}

const IN_MARKDOWN = /\\[\s\S]|`+|<!--|<(\/?)([a-z]+)(?=[\s/>])|\n/gi;
const IN_HTML = /<!--|<(\/?)([a-z]+)(?=[\s/>])|\n/gi;

/** For each run of backticks, by offset: where the next run of the same length ends. Reads from the end, once. */
function toClosers(text: string): ReadonlyMap<number, number> {
  const closers = new Map<number, number>();
  const next = new Map<number, number>();
  for (const run of [...text.matchAll(/`+/g)].toReversed()) {
    const { length } = run[0];
    const closer = next.get(length);
    if (closer !== undefined) closers.set(run.index, closer);
    next.set(length, run.index + length);
  }
  return closers;
}

/** Where the comment that opens at `from` ends; 0 where Markdown shows `<!--` as text; raw HTML hides the rest of its block. */
function toCommentEnd(text: string, from: number, isHtml: boolean): number {
  const end = text.indexOf("-->", from);
  if (end >= 0) return end + 3;
  return isHtml ? text.length : 0;
}

/**
 * Looks through the text of one block for code spans, HTML comments and tags, leftmost first as CommonMark has it.
 * Linear: where something ends is answered from a table or asked once.
 */
export function scanInline(text: string, isHtml: boolean): InlineFinds {
  const spans: InlineSpan[] = [];
  const tags: InlineTag[] = [];
  const closers = isHtml ? new Map<number, number>() : toClosers(text);
  const lastCommentEnd = text.lastIndexOf("-->");
  let line = 0;
  let open: {
    readonly cover: InlineSpan["cover"];
    readonly from: number;
    readonly end: number;
  } | null = null;
  for (const found of text.matchAll(isHtml ? IN_HTML : IN_MARKDOWN)) {
    const [token, slash, tag] = found;
    if (open !== null && found.index >= open.end) {
      spans.push({ cover: open.cover, from: open.from, to: line });
      open = null;
    }
    if (token.endsWith("\n")) line += 1;
    if (open !== null) continue;
    const isComment = token === "<!--" && (isHtml || found.index < lastCommentEnd);
    const end = isComment
      ? toCommentEnd(text, found.index, isHtml)
      : (closers.get(found.index) ?? 0);
    if (end > 0) open = { cover: isComment ? "comment" : "code", from: line, end };
    else if (tag !== undefined) tags.push({ tag: tag.toLowerCase(), line, closing: slash === "/" });
  }
  if (open !== null) spans.push({ cover: open.cover, from: open.from, to: line });
  return { spans, tags };
}
