import { trimSpan } from "./lines.ts";
import type { Span } from "./lines.ts";
import type { ValueText } from "./parsed.ts";
import { toPlainText } from "./plain-text.ts";

/** The text of a value that stands in a range of Markdown. */
export function toValueText(body: string, span: Span): ValueText {
  const { start, end } = trimSpan(body, span);
  const raw = body.slice(start, end);
  return { raw, plain: toPlainText(raw), links: withoutComments(raw) };
}

/** The text of a value that is a list, one item a range. `raw` is the list as it is written. */
export function toListText(body: string, items: readonly Span[], whole: Span): ValueText {
  const texts = items.map((item) => toValueText(body, item));
  return {
    raw: toValueText(body, whole).raw,
    plain: texts.map(({ plain }) => plain).join(", "),
    links: texts.map(({ links }) => links).join(" "),
  };
}

function withoutComments(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf("<!--", at);
    const end = start === -1 ? -1 : text.indexOf("-->", start + 2);
    if (end === -1) return parts.join(" ") + text.slice(at);
    parts.push(text.slice(at, start));
    at = end + 3;
  }
}
