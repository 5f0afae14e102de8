import type { Span } from "./lines.ts";

/** What raw HTML has left open: how many `<details>` and `<blockquote>`, and whether a comment. */
export interface HtmlState {
  readonly depth: number;
  readonly comment: boolean;
}

const INLINE = /\\[\s\S]|`+|<!--|<\/?(?:details|blockquote)(?:[\s/][^<>]*)?>/gi;
const ESCAPE_OR_TAG = /\\[\s\S]|<\/?(?:details|blockquote)/gi;
const BLOCK = /<!--|<\/?(?:details|blockquote)(?=[\s/>]|$)/gi;

/** Whether a text has a tag that hides or shows what follows it. Such a text is never rewritten. */
export function hasHidingTag(text: string): boolean {
  return text.includes("<") && [...text.matchAll(ESCAPE_OR_TAG)].some(([mark]) => mark[0] === "<");
}

/** The state after a block of raw HTML. */
export function scanHtmlBlock(html: string, state: HtmlState): HtmlState {
  let { depth, comment } = state;
  const tags = new RegExp(BLOCK);
  if (comment) {
    const end = html.indexOf("-->");
    if (end === -1) return state;
    tags.lastIndex = end + 3;
    comment = false;
  }
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (tag[0] !== "<!--") {
      depth = nextDepth(depth, tag[0]);
      continue;
    }
    // `<!-->` is a whole comment: the end may share the dashes of the start.
    const end = html.indexOf("-->", tag.index + 2);
    if (end === -1) return { depth, comment: true };
    tags.lastIndex = end + 3;
  }
  return { depth, comment };
}

/** The parts of running text that are no text (code, comments, what stands in `<details>`), and the state after it. */
export function scanInline(
  text: string,
  offset: number,
  depthBefore: number,
): { readonly hidden: readonly Span[]; readonly depth: number } {
  if (!/[`<]/.test(text)) return { hidden: [], depth: depthBefore };
  const hidden: Span[] = [];
  const nextRun = toRunFinder(text);
  const lastCommentEnd = text.lastIndexOf("-->");
  const marks = new RegExp(INLINE);
  let depth = depthBefore;
  let opened = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const word = mark[0];
    if (word.startsWith("\\")) continue;
    if (word.startsWith("`") || word === "<!--") {
      const isComment = word === "<!--";
      if (isComment && lastCommentEnd < mark.index + 2) continue;
      const end = isComment
        ? text.indexOf("-->", mark.index + 2) + 3
        : nextRun(mark.index, word.length);
      if (end === -1) continue;
      hidden.push({ start: offset + mark.index, end: offset + end });
      marks.lastIndex = end;
      continue;
    }
    const after = nextDepth(depth, word);
    if (depth === 0 && after > 0) opened = mark.index;
    if (depth > 0 && after === 0) hidden.push({ start: offset + opened, end: offset + mark.index });
    depth = after;
  }
  if (depth > 0) hidden.push({ start: offset + opened, end: offset + text.length + 1 });
  return { hidden, depth };
}

function nextDepth(depth: number, tag: string): number {
  return tag.startsWith("</") ? Math.max(0, depth - 1) : depth + 1;
}

/** Finds where the next run of backticks of the same length ends. Looks at each run once, for calls in rising order. */
export function toRunFinder(text: string): (start: number, length: number) => number {
  const runs = new Map<number, { readonly starts: number[]; next: number }>();
  for (const run of text.matchAll(/`+/g)) {
    const known = runs.get(run[0].length);
    if (known === undefined) runs.set(run[0].length, { starts: [run.index], next: 0 });
    else known.starts.push(run.index);
  }
  return (start, length) => {
    const known = runs.get(length);
    if (known === undefined) return -1;
    while ((known.starts[known.next] ?? Infinity) <= start) known.next += 1;
    const found = known.starts[known.next];
    return found === undefined ? -1 : found + length;
  };
}

/** For each line: whether no hidden part reaches into it or out of it. Both lists are in the order of the text. */
export function toOpenLines(lines: readonly Span[], hidden: readonly Span[]): readonly boolean[] {
  const parts = [...hidden].toSorted((one, other) => one.start - other.start);
  let next = 0;
  let reach = -1;
  return lines.map(({ start, end }) => {
    const isInside = () => {
      for (let part = parts[next]; part !== undefined && part.start < start; part = parts[next]) {
        reach = Math.max(reach, part.end);
        next += 1;
      }
      return reach > start;
    };
    const inside = isInside();
    for (let part = parts[next]; part !== undefined && part.start < end; part = parts[next]) {
      reach = Math.max(reach, part.end);
      next += 1;
    }
    return !inside && reach <= end;
  });
}
