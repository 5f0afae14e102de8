import { trimSpan } from "./lines.ts";
import type { Span } from "./lines.ts";
import type { Parsed, ValueText } from "./parsed.ts";
import type { FieldName } from "./types.ts";
import { toTexts } from "./values.ts";
import type { FieldValue } from "./values.ts";

/** The place of one field's value in a body. */
export interface Slot {
  readonly field: FieldName;
  /** All that belongs to the value: it is replaced when the field is written, and left out of the skeleton. */
  readonly region: Span;
  /** What stands before and behind a written value within the region. */
  readonly lead: string;
  readonly trail: string;
  /** What is written for 'nothing'. `""` leaves only the trail. */
  readonly empty: string;
  readonly markup: "markdown" | "yaml";
  readonly raw: string;
  readonly parsed: Parsed<FieldValue>;
}

/** The text that stands in a slot's region when it holds this value. */
export function toRegionText(slot: Slot, value: FieldValue): string {
  const texts = toTexts(value, slot.markup);
  if (texts.length === 0) {
    return slot.empty === "" ? slot.trail : slot.lead + slot.empty + slot.trail;
  }
  const isList = slot.field === "experts" || slot.field === "ticket";
  const text = slot.markup === "yaml" ? toYaml(texts, isList) : texts.join(", ");
  return slot.lead + text + slot.trail;
}

/** A slot for a value on the rest of a title's line or table cell: the blanks round the value stay as they are. */
export function toInlineSlot(
  body: string,
  slot: {
    readonly field: FieldName;
    readonly region: Span;
    readonly empty: string;
    readonly markup: "markdown" | "yaml";
    readonly text: ValueText;
    readonly parsed: Parsed<FieldValue>;
  },
): Slot {
  const { text, ...rest } = slot;
  const { start, end } = trimSpan(body, slot.region);
  if (text.raw === "") {
    const blanks = body.slice(slot.region.start, slot.region.end);
    return { ...rest, raw: "", lead: blanks.slice(0, 1) || " ", trail: blanks.slice(1) };
  }
  const lead = body.slice(slot.region.start, start) || " ";
  return { ...rest, raw: text.raw, lead, trail: body.slice(end, slot.region.end) };
}

// JSON's strings and lists are YAML's as well, and `@` must be quoted there.
function toYaml(texts: readonly string[], isList: boolean): string {
  const quoted = texts.map((text) => JSON.stringify(text));
  return isList ? `[${quoted.join(", ")}]` : quoted.join("");
}
