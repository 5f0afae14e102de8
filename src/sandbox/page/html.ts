/** Markup that is safe to send. Only {@link html} and {@link trusted} make it. */
export interface Html {
  readonly markup: string;
}

/** What may stand between the markup: texts are escaped, lists joined, nothing stands for null, undefined and false. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as it must stand in HTML, between tags or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

function toMarkup(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(toMarkup).join("");
}

/** A template of HTML: whatever is put into it is escaped unless it is HTML already. Attributes must be quoted. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map((text, index) => text + toMarkup(parts[index])).join("");
  return { markup };
}

/** Takes a string for markup as it is: only for what this program made itself. */
export const trusted = (markup: string): Html => ({ markup });

/** An attribute without a value, when it holds. */
export const flag = (
  name: "checked" | "disabled" | "open" | "required" | "selected",
  holds: boolean,
): Html => trusted(holds ? ` ${name}` : "");

/** A textarea with its text. Browsers pass over a line break at its start, so it gets one more. */
export function textarea(attributes: Readonly<Record<string, string>>, text: string): Html {
  const given = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  return trusted(`<textarea${given.join("")}>\n${escapeHtml(text)}</textarea>`);
}

/** A value as JSON for a `data-` attribute. */
export const json = (value: unknown): string => JSON.stringify(value);
