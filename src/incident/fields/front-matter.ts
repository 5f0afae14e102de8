import type { Span } from "./lines.ts";

/** Where the Markdown of a body starts, and the lines of the front matter before it (`null`: there is none). */
export interface BodyStart {
  readonly markdown: number;
  readonly frontMatter: readonly Span[] | null;
}

const KEY = /^(?:"[^"]{1,100}"|'[^']{1,100}'|[^\s#:'"[{>|*_-][^:]{0,100}):/;
const INSIDE = /^(?:\s*$|\s*#|[ \t]|-(?:\s|$))/;

/**
 * Finds YAML front matter at the very start (a byte order mark may stand before it). It must be closed, have a key,
 * and hold nothing else than keys, list items, comments and indented lines; anything else is Markdown.
 */
export function findBodyStart(body: string, lines: readonly Span[]): BodyStart {
  const start = body.startsWith("\ufeff") ? 1 : 0;
  const none = { markdown: start, frontMatter: null };
  const text = (span: Span | undefined) =>
    span === undefined ? "" : body.slice(Math.max(span.start, start), span.end);
  if (text(lines[0]).trimEnd() !== "---") return none;
  let hasKey = false;
  for (let index = 1; index < lines.length; index += 1) {
    const line = text(lines[index]);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) {
      if (!hasKey) return none;
      const next = lines[index + 1];
      return { markdown: next?.start ?? body.length, frontMatter: lines.slice(1, index) };
    }
    const isKey = KEY.test(line);
    if (!isKey && !INSIDE.test(line)) return none;
    hasKey ||= isKey;
  }
  return none;
}
