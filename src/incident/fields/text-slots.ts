import type { Block, TextBlock } from "./blocks.ts";
import { hasHidingTag, toOpenLines } from "./hidden.ts";
import type { Span } from "./lines.ts";
import { trimSpan } from "./lines.ts";
import { parseField } from "./values.ts";
import { toListText, toValueText } from "./value-text.ts";
import { toInlineSlot } from "./slots.ts";
import type { Slot } from "./slots.ts";
import { matchTitle } from "./title-match.ts";
import type { TitleMatch } from "./title-match.ts";
import type { TitleLookup } from "./titles.ts";

/**
 * Finds `Title: value` at the start of the lines of a paragraph or heading, from the line `from` on. An empty value
 * may stand on the next line, or as a list under it. A line that follows somebody's sentence is a field only if its
 * value can be read: it may be the sentence's second half.
 */
export function findTextSlots(
  body: string,
  block: TextBlock,
  next: Block | undefined,
  lookup: TitleLookup,
  from = 0,
): readonly Slot[] {
  const open = toOpenLines(block.lines, block.hidden);
  const matches = block.lines.map((line, index) => {
    if (open[index] !== true || hasHidingTag(body.slice(line.start, line.end))) return null;
    return matchTitle(body, line, lookup);
  });
  const slots: Slot[] = [];
  let afterSentence = false;
  for (let index = from; index < block.lines.length; index += 1) {
    const match = matches[index] ?? null;
    if (match === null) {
      afterSentence = true;
      continue;
    }
    const below = index + 1 < block.lines.length;
    const lineBelow = below && open[index + 1] === true ? block.lines[index + 1] : undefined;
    const isFree = lineBelow !== undefined && matches[index + 1] === null;
    const found =
      (isFree ? toContinued(body, match, lineBelow) : null) ??
      (below ? null : toListed(body, match, block, next)) ??
      toOneLine(
        body,
        match,
        block.kind === "heading" || isFree || (!below && isListUnder(block, next)),
      );
    if (afterSentence && found.parsed.problems.length > 0) continue;
    if (found.region.end > match.value.end && isFree) index += 1;
    afterSentence = false;
    slots.push(found);
  }
  return slots;
}

function toOneLine(body: string, match: TitleMatch, mayReadOn: boolean): Slot {
  const { field, value: region, hasMore } = match;
  const text = toValueText(body, region);
  const parsed = parseField(field, text);
  // Where an empty value would make the next line the value, 'nothing' must be written out.
  const empty = hasMore || mayReadOn ? "None" : "";
  return toInlineSlot(body, { field, region, empty, markup: "markdown", text, parsed });
}

/** The value on the line below, if the title's own line has none and the line below holds nothing else. */
function toContinued(body: string, { field, value, hasMore }: TitleMatch, line: Span): Slot | null {
  if (hasMore || !isBlank(body, value) || hasHidingTag(body.slice(line.start, line.end)))
    return null;
  const text = toValueText(body, line);
  const parsed = parseField(field, text);
  if (!parsed.exact) return null;
  const at = trimSpan(body, line);
  const isWords = field === "status" || field === "severity";
  return {
    field,
    region: { start: value.start, end: line.end },
    lead: isWords ? " " : body.slice(value.start, at.start),
    trail: body.slice(at.end, line.end),
    empty: "None",
    markup: "markdown",
    raw: text.raw,
    parsed,
  };
}

/** The value in a list of one-line items right under the title. It is rewritten on the title's line. */
function toListed(
  body: string,
  { field, value, hasMore }: TitleMatch,
  block: TextBlock,
  next: Block | undefined,
): Slot | null {
  if (hasMore || !isBlank(body, value) || !isListUnder(block, next)) return null;
  const list = toListValue(body, next);
  if (list === null) return null;
  const parsed = parseField(field, list.text);
  if (!parsed.exact || field === "status" || field === "severity") return null;
  const region = { start: value.start, end: list.end };
  return {
    field,
    region,
    lead: " ",
    trail: "",
    empty: "None",
    markup: "markdown",
    raw: list.text.raw,
    parsed,
  };
}

/** The text of a list whose items are one line each; else `null`. */
export function toListValue(body: string, block: Block | undefined) {
  if (block?.kind !== "list" || block.items === null) return null;
  const [first] = block.items;
  const last = block.items.at(-1);
  if (first === undefined || last === undefined) return null;
  if (block.items.some((item) => hasHidingTag(body.slice(item.start, item.end)))) return null;
  const text = toListText(body, block.items, { start: first.start, end: last.end });
  return { text, end: last.end };
}

function isListUnder(block: TextBlock, next: Block | undefined): boolean {
  return block.kind === "paragraph" && next?.kind === "list" && next.level === block.level;
}

function isBlank(body: string, span: Span): boolean {
  return body.slice(span.start, span.end).trim() === "";
}
