import type { Span } from "./lines.ts";
import type { ValueText } from "./parsed.ts";
import type { Slot } from "./slots.ts";
import type { TitleLookup } from "./titles.ts";
import { parseField } from "./values.ts";
import { toFlowItems, toItem, toScalar } from "./yaml-values.ts";

const KEY = /^([ \t]*)("[^"]{1,100}"|'[^']{1,100}'|[^\s#:"'[{>|*_-][^:]{0,100}):/;

/**
 * Finds the keys of the outermost level of YAML that are titles of fields. Values are scalars, lists of scalars, and
 * lists of `login` and `area`. Anything else (nested maps, block texts, anchors) is left to its author: it is no field.
 */
export function findYamlSlots(
  body: string,
  lines: readonly Span[],
  lookup: TitleLookup,
): readonly Slot[] {
  const slots: Slot[] = [];
  const texts = lines.map(({ start, end }) => body.slice(start, end));
  let indent: number | null = null;
  for (let index = 0; index < lines.length;) {
    const key = KEY.exec(texts[index] ?? "");
    const depth = key?.[1]?.length ?? 0;
    indent ??= key === null ? null : depth;
    const next = key === null ? index + 1 : endOfValue(texts, index + 1, depth);
    const line = lines[index];
    const field =
      key === null || depth !== indent ? null : lookup((key[2] ?? "").replace(/["']/g, ""));
    if (key !== null && field !== null && line !== undefined) {
      const start = line.start + key[0].length;
      const children = texts.slice(index + 1, next);
      const text = toText(body.slice(start, line.end), children);
      const end = lines[next - 1]?.end ?? line.end;
      if (text !== null) {
        const raw = body.slice(start, end).trim();
        const lead =
          raw === "" ? " " : (/^[ \t]*/.exec(body.slice(start, line.end))?.[0] ?? "") || " ";
        const parsed = parseField(field, { ...text, raw });
        const region = { start, end };
        slots.push({ field, region, lead, trail: "", empty: "", markup: "yaml", raw, parsed });
      }
    }
    index = next;
  }
  return slots;
}

/** The number of the line behind the last line that belongs to a key's value. */
function endOfValue(texts: readonly string[], from: number, indent: number): number {
  let end = from;
  for (let index = from; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    if (/^\s*(?:#|$)/.test(text)) continue;
    const depth = indentOf(text);
    if (depth < indent || (depth === indent && !/^\s*-(?:\s|$)/.test(text))) break;
    end = index + 1;
  }
  return end;
}

type Text = Omit<ValueText, "raw">;

function toText(rest: string, children: readonly string[]): Text | null {
  const scalar = toScalar(rest);
  if (children.length === 0) {
    if (scalar !== null) return { plain: scalar, links: scalar };
    return rest.trim().startsWith("[") ? toListed(toFlowItems(rest)) : null;
  }
  return scalar === "" ? toListed(toBlockItems(children)) : null;
}

function toListed(items: readonly string[] | null): Text | null {
  return items === null ? null : { plain: items.join(", "), links: items.join(" ") };
}

function toBlockItems(children: readonly string[]): readonly string[] | null {
  const texts = children.filter((text) => !/^\s*(?:#|$)/.test(text));
  const indent = indentOf(texts[0] ?? "");
  const items: string[][] = [];
  for (const text of texts) {
    const dash = /^[ \t]*-(?:\s+|$)/.exec(text)?.[0];
    if (dash !== undefined && indentOf(text) === indent) items.push([text.slice(dash.length)]);
    else if (indentOf(text) > indent && items.length > 0) items.at(-1)?.push(text);
    else return null;
  }
  const values = items.map(toItem);
  return values.every((value) => value !== null) ? values : null;
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}
