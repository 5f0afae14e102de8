import { inline } from "./places.ts";

/** Text that is safe for where it goes already. Only `messages/` makes it: it is no data, and does not travel. */
export class Markdown {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * Text as somebody wrote it. In a template it shows as inert running text; helpers make other things of it. It has no field of its own, so
 * that a template cannot name what is not inert.
 */
export class UserText {
  readonly #raw: string;

  constructor(raw: string) {
    this.#raw = raw;
  }

  get raw(): string {
    return this.#raw;
  }

  toString(): string {
    return inline(this.#raw);
  }
}

/** Takes text out of the escaping of a template's data. For text that `messages/` itself made safe. */
export const markdown = (text: string): Markdown => new Markdown(text);

/**
 * Data as a template gets it: every string in it, however deep, is {@link UserText}, so that a template which forgets about
 * safety is safe. An empty string stays one, so that `{{#if}}` tells; what is undefined is null.
 */
export function toSafe(data: unknown): unknown {
  if (typeof data === "string") return data === "" ? "" : new UserText(data);
  if (data === undefined || data === null) return null;
  if (typeof data !== "object" || data instanceof Markdown) return data;
  if (Array.isArray(data)) return data.map(toSafe);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toSafe(value)]));
}

/** The text behind a value that a helper is given. */
export function toRaw(value: unknown): string {
  if (value instanceof UserText) return value.raw;
  return typeof value === "string" ? value : "";
}
