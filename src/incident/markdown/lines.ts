/** One line of a text: where it starts and ends in the text (`end` before its line break), and what stands in it. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Splits a text into its lines as markdown-it does (LF, CRLF, lone CR), with exact offsets; an empty text has one empty line. */
export function splitLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ text: text.slice(start, found.index), start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ text: text.slice(start), start, end: text.length });
  return lines;
}
