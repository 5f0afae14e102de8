import { html, joined, raw, type Html } from "./html.ts";

/**
 * Signs that show as nothing and do something: they turn the direction of what follows, hide text, or may not stand in XML. Line
 * breaks and tabs stay.
 */
const UNSEEN =
  /(?![\t\n\r])\p{Cc}|\p{Bidi_Control}|[\u200B\u2028\u2029\u2060-\u2064\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}|\p{Noncharacter_Code_Point}/gu;

// Bounded, as addresses are, so that a long text without any costs no more than its length.
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;

/** A person's words as plain text that keeps to itself, without e-mail addresses. */
export const toPlain = (text: string): string =>
  text.replace(UNSEEN, "").replace(EMAIL, "(an e-mail address)");

/** A person's words in one line. */
export const toLine = (text: string): string => toPlain(text).replace(/\s+/g, " ").trim();

/** The address where it is one that a page may link to (http or https), in its normal form; null for every other. */
export function toHref(url: string | null | undefined): string | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/** A link, or its words alone where the address is none. */
export function link(url: string | null | undefined, words: Html | string): Html {
  const href = toHref(url);
  return href === null
    ? html`${words}`
    : html`<a href="${href}" rel="nofollow noopener noreferrer">${words}</a>`;
}

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+[^\s<>"'`{}|\\^.,;:!?)\]]/g;

/** Running text by a person: its line breaks stay, and addresses on the web are links. Nothing else in it does anything. */
export function prose(text: string): Html {
  const plain = toPlain(text);
  const parts: Html[] = [];
  let end = 0;
  for (const { 0: address, index } of plain.matchAll(ADDRESS)) {
    parts.push(html`${plain.slice(end, index)}`, link(address, address));
    end = index + address.length;
  }
  return html`<span class="said" dir="auto">${joined([...parts, plain.slice(end)], "")}</span>`;
}

/** Words by a person in a line of ours: their direction ends with them. */
export const bdi = (text: string): Html => raw(html`<bdi>${toLine(text)}</bdi>`.markup);
