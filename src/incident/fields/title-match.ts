import type { Span } from "./lines.ts";
import type { TitleLookup } from "./titles.ts";
import type { FieldName } from "./types.ts";

/** A field's title with a colon at the start of a text, and where its value stands, blanks included. */
export interface TitleMatch {
  readonly field: FieldName;
  readonly value: Span;
  /** Whether anything follows behind the value, as in `**Severity: high** (for now)`. */
  readonly hasMore: boolean;
}

const LONGEST = 200;
const BEFORE = /^(?:\[[ xX]\][ \t]+)?(?::[a-z\d_+-]{1,40}:[ \t]*){0,5}/i;

/** Finds `Title:` at the start of a line, with bold before or round the colon, an emoji, a task box. */
export function matchTitle(body: string, line: Span, lookup: TitleLookup): TitleMatch | null {
  const head = body.slice(line.start, Math.min(line.end, line.start + LONGEST));
  const begin = BEFORE.exec(head)?.[0].length ?? 0;
  const colon = findColon(head, begin);
  if (colon === -1) return null;
  const title = head.slice(begin, colon);
  const field = lookup(title);
  if (field === null || title.includes("`") || title.includes("<")) return null;
  const start = line.start + colon + 1;
  const marker = openMarker(title);
  if (marker === "") return { field, value: { start, end: line.end }, hasMore: false };
  const closer = new RegExp(`[ \\t]*${marker.replaceAll("*", "\\*")}`, "y");
  closer.lastIndex = start;
  if (closer.test(body) && closer.lastIndex <= line.end) {
    return { field, value: { start: closer.lastIndex, end: line.end }, hasMore: false };
  }
  const end = findCloser(body, { start, end: line.end }, marker);
  const hasMore = end + marker.length < line.end;
  return { field, value: { start, end }, hasMore };
}

/** The first colon that is not within a link's address. */
function findColon(head: string, begin: number): number {
  for (let at = begin; at < head.length; at += 1) {
    if (head[at] === ":" || head[at] === "：") return at;
    if (head.startsWith("](", at)) {
      const end = head.indexOf(")", at);
      if (end !== -1) at = end;
    }
  }
  return -1;
}

/** The emphasis that a title opens and leaves open: `**` of `**Severity`. */
function openMarker(title: string): string {
  const marker = /^[^\p{L}\p{N}*_]*(\*{1,3}|_{1,3})(?![*_])/u.exec(title)?.[1] ?? "";
  return marker === "" || title.indexOf(marker, title.indexOf(marker) + marker.length) === -1
    ? marker
    : "";
}

/** Where the emphasis ends: stars anywhere, underscores (which names may hold) only at the end; else the line's end. */
function findCloser(body: string, { start, end }: Span, marker: string): number {
  const text = body.slice(start, end);
  const trimmed = text.trimEnd();
  if (marker.startsWith("_")) {
    const at = trimmed.length - marker.length;
    return trimmed.endsWith(marker) && !isEscaped(trimmed, at) ? start + at : end;
  }
  for (let at = text.indexOf(marker); at !== -1; at = text.indexOf(marker, at + 1)) {
    if (!isEscaped(text, at)) return start + at;
  }
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start -= 1;
  return (at - start) % 2 === 1;
}
