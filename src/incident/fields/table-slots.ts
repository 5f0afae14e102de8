import { hasHidingTag } from "./hidden.ts";
import type { Span } from "./lines.ts";
import { toInlineSlot } from "./slots.ts";
import type { Slot } from "./slots.ts";
import type { TitleLookup } from "./titles.ts";
import { toValueText } from "./value-text.ts";
import { parseField } from "./values.ts";

/** Finds the rows `| Title | value |` of a table with two columns. A row of two titles is a head, not a field. */
export function findTableSlots(
  body: string,
  table: { readonly columns: number; readonly rows: readonly Span[] },
  lookup: TitleLookup,
): readonly Slot[] {
  if (table.columns !== 2) return [];
  return table.rows.flatMap((row): readonly Slot[] => {
    const [name, region] = toCells(body, row);
    if (name === undefined || region === undefined) return [];
    const title = body.slice(name.start, name.end);
    const field = /[`<]/.test(title) ? null : lookup(title.trim().replace(/:\**$/, ""));
    const value = body.slice(region.start, region.end);
    if (field === null || lookup(value) !== null || hasHidingTag(value)) return [];
    const text = toValueText(body, region);
    const parsed = parseField(field, text);
    // Without a closing bar an empty last cell would be no cell.
    const empty = body[region.end] === "|" ? "" : "None";
    return [toInlineSlot(body, { field, region, empty, markup: "markdown", text, parsed })];
  });
}

/** The cells between the bars of a row; a bar behind a backslash is text. */
function toCells(body: string, { start, end }: Span): readonly Span[] {
  const bars: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (body[at] === "|" && body[at - 1] !== "\\") bars.push(at);
  }
  const last = body.slice(start, end).trimEnd().length + start;
  const edges = [start - 1, ...bars, last];
  const cells = edges
    .slice(1)
    .map((edge, index) => ({ start: (edges[index] ?? 0) + 1, end: edge }));
  return bars[0] === start ? cells.slice(1) : cells;
}
