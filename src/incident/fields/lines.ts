/** A range of a text: from `start` up to but not including `end`, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The lines of a text from an offset on, without their line ends. Line ends are those of Markdown: CRLF, LF, CR. */
export function toLines(text: string, from = 0): readonly Span[] {
  const lines: Span[] = [];
  const ends = /\r\n?|\n/g;
  ends.lastIndex = from;
  let start = from;
  for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
    lines.push({ start, end: end.index });
    start = ends.lastIndex;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** The offset of the first character in the range that is no blank or tab; the range's end if there is none. */
export function skipBlanks(text: string, { start, end }: Span): number {
  let at = start;
  while (at < end && (text[at] === " " || text[at] === "\t")) at += 1;
  return at;
}

/** The range without white space at both ends. */
export function trimSpan(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: Math.max(from, start + part.trimEnd().length) };
}

/** The line end that a text uses: CRLF if it has one, else LF. */
export function lineEndOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
