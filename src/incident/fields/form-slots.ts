import type { Block, TextBlock } from "./blocks.ts";
import { hasHidingTag, toOpenLines } from "./hidden.ts";
import { skipBlanks, trimSpan } from "./lines.ts";
import type { Span } from "./lines.ts";
import type { Outline } from "./outline.ts";
import type { Slot } from "./slots.ts";
import { toListValue } from "./text-slots.ts";
import { matchTitle } from "./title-match.ts";
import type { TitleLookup } from "./titles.ts";
import type { FieldName } from "./types.ts";
import { toValueText } from "./value-text.ts";
import { parseField } from "./values.ts";

/** A field in the shape of an issue form, and how many blocks and lines behind its heading are its value. */
export interface FormSlot {
  readonly slot: Slot;
  /** Index of the block that holds the value, if there is one. */
  readonly valueBlock: number | null;
}

const EMPTY = "_No response_";

/**
 * Reads the heading at `index` as the title of a form's field, with its value in the first paragraph or list below.
 * A status or severity must be alone under its heading, for such headings are also used for sections of prose.
 */
export function findFormSlot(
  outline: Outline,
  index: number,
  lookup: TitleLookup,
): FormSlot | null {
  const { body, blocks } = outline;
  const heading = blocks[index];
  if (heading?.kind !== "heading" || heading.level !== 0) return null;
  const field = toField(body, heading, lookup);
  if (field === null) return null;
  const valueIndex = skipComments(blocks, index + 1);
  const value = blocks[valueIndex];
  const isWords = field === "status" || field === "severity";
  if (isWords && !isEnd(value) && !isEnd(blocks[skipComments(blocks, valueIndex + 1)])) return null;
  const before = blocks[valueIndex - 1];
  const from = before?.kind === "html" ? before.nextLine : heading.nextLine;
  const slot = toFilled(outline, field, from, value, lookup);
  if (slot !== null) return { slot, valueBlock: valueIndex };
  if (isWords && !isEnd(value)) return null;
  return { slot: toEmpty(outline, field, heading.nextLine), valueBlock: null };
}

function toField(body: string, heading: TextBlock, lookup: TitleLookup): FieldName | null {
  const [line, ...more] = heading.lines;
  if (line === undefined || more.length > 0) return null;
  const bare = withoutClosing(body.slice(line.start, line.end).trim()).replace(/:\**$/, "");
  return bare.length > 200 || /[`<]/.test(bare) ? null : lookup(bare);
}

function withoutClosing(title: string): string {
  let end = title.length;
  while (title[end - 1] === "#") end -= 1;
  return /[ \t]/.test(title[end - 1] ?? "") ? title.slice(0, end).trim() : title;
}

/** Where a form's field ends: at the next heading, a rule, or the end. */
function isEnd(block: Block | undefined): boolean {
  return block === undefined || block.kind === "heading" || block.kind === "rule";
}

function skipComments(blocks: readonly Block[], from: number): number {
  let index = from;
  for (
    let block = blocks[index];
    block?.kind === "html" && block.isComment;
    block = blocks[index]
  ) {
    index += 1;
  }
  return index;
}

function toFilled(
  outline: Outline,
  field: FieldName,
  fromLine: number,
  block: Block | undefined,
  lookup: TitleLookup,
): Slot | null {
  const { body } = outline;
  const found = toParagraphValue(body, block, lookup) ?? toListRange(outline, block);
  if (found === null) return null;
  const parsed = parseField(field, found.text);
  const isWords = field === "status" || field === "severity";
  if (isWords && (found.isList || !found.isAlone || /[.!?:]$/.test(found.text.plain))) return null;
  if (!found.isAlone && !parsed.exact) return null;
  if (isWords && found.text.plain.length > 80) return null;
  const region = toGap(outline, fromLine, found.nextLine);
  const at = trimSpan(body, found.span);
  const trail = body.slice(at.end, region.end);
  // A list becomes a paragraph, which the next line must not continue or underline.
  const needsGap = found.isList && trail === "" && region.end < body.length;
  return {
    field,
    region,
    lead: body.slice(region.start, at.start),
    trail: needsGap ? outline.lineEnd : trail,
    empty: EMPTY,
    markup: "markdown",
    raw: found.text.raw,
    parsed,
  };
}

function toParagraphValue(body: string, block: Block | undefined, lookup: TitleLookup) {
  if (block?.kind !== "paragraph") return null;
  const [line] = block.lines;
  const isOpen = toOpenLines(block.lines, block.hidden)[0] === true;
  if (line === undefined || !isOpen || hasHidingTag(body.slice(line.start, line.end))) return null;
  if (matchTitle(body, line, lookup) !== null) return null;
  const nextLine = block.nextLine - block.lines.length + 1;
  const isAlone = block.lines.length === 1;
  return { text: toValueText(body, line), span: line, nextLine, isAlone, isList: false };
}

function toListRange({ body, lines }: Outline, block: Block | undefined) {
  const value = toListValue(body, block);
  if (value === null || block?.kind !== "list") return null;
  const span = { start: lines[block.firstLine]?.start ?? value.end, end: value.end };
  const isAlone = false;
  return { text: value.text, span, nextLine: block.nextLine, isAlone, isList: true };
}

function toEmpty(outline: Outline, field: FieldName, fromLine: number): Slot {
  const { body, lineEnd } = outline;
  const region = toGap(outline, fromLine, fromLine);
  const gap = body.slice(region.start, region.end);
  const needsGap = gap === "" && region.end < body.length;
  return {
    field,
    region,
    lead: lineEnd + lineEnd,
    trail: needsGap ? lineEnd : gap,
    empty: EMPTY,
    markup: "markdown",
    raw: "",
    parsed: parseField(field, { raw: "", plain: "", links: "" }),
  };
}

/** From the end of the line before `fromLine` to the end of the last blank line behind `nextLine`. */
function toGap({ body, lines }: Outline, fromLine: number, nextLine: number): Span {
  let line = nextLine;
  while (line < lines.length && isBlank(body, lines[line])) line += 1;
  const start = lines[fromLine - 1]?.end ?? body.length;
  return { start, end: Math.max(start, lines[line - 1]?.end ?? body.length) };
}

function isBlank(body: string, line: Span | undefined): boolean {
  // Markdown's blank line: other white space is a paragraph.
  return line === undefined || skipBlanks(body, line) === line.end;
}
