import { isPlaceholder } from "./placeholders.ts";
import type { Parsed } from "./parsed.ts";

const ADDRESS = /(?<![^\s(<,;[*_`])https?:\/\/[^\s<>"`|\\^{}[\]]+/gi;
const LONGEST = 2000;
const MOST = 50;

/**
 * An http(s) address in the form that is safe in every shape: what Markdown or a list could mistake for markup is
 * percent-encoded. `null` if it is no such address, or longer than 2,000 characters.
 */
export function normalizeTicket(address: string): string | null {
  if (address.length > LONGEST) return null;
  const text = address
    .trim()
    .replace(/[\s,;()<>"'`|\\^{}[\]*~]/g, (char) => `%${hex(char)}`)
    .replace(/[.:!?]+$/, "")
    .replace(/_$/, "%5F");
  if (text.length > LONGEST || /[\p{C}\p{Z}]/u.test(text)) return null;
  return /^https?:\/\/[^/?#]/i.test(text) && URL.canParse(text) ? text : null;
}

/** Valid addresses in order, each once, at most 50. */
export function normalizeTickets(addresses: readonly string[]): readonly string[] {
  const valid = addresses.flatMap((address) => normalizeTicket(address) ?? []);
  return [...new Set(valid)].slice(0, MOST);
}

/** Finds the http(s) addresses in a value: bare, in `<...>`, or as the address of a link. */
export function parseTickets(plain: string, links: string, raw: string): Parsed<readonly string[]> {
  const found = [...links.matchAll(ADDRESS)].flatMap(([text]) => splitAddresses(text));
  const value = normalizeTickets(found);
  if (value.length > 0) {
    const rest = plain.replace(/https?:\/\/\S+/gi, "").replace(/\band\b/gi, "");
    return { value, problems: [], exact: /^[\s,;#\d]*$/.test(rest) };
  }
  if (isPlaceholder(plain)) return { value: [], problems: [], exact: true };
  return { value: [], problems: [{ text: raw, why: "not-an-address" }], exact: false };
}

/** `a,b` without a blank is two addresses if the second one starts with http; a comma elsewhere is part of it. */
function splitAddresses(text: string): readonly string[] {
  return text.split(/[,;](?=https?:\/\/)/i).map(trimAddress);
}

/** Takes off what a sentence or a link's closing bracket puts behind an address. */
function trimAddress(text: string): string {
  let end = text.length;
  let surplus = 0;
  for (const char of text) surplus += char === ")" ? 1 : char === "(" ? -1 : 0;
  while (end > 0) {
    const char = text[end - 1] ?? "";
    if (char === ")" ? surplus <= 0 : !/[.,;:!?'*~]/.test(char)) break;
    if (char === ")") surplus -= 1;
    end -= 1;
  }
  return text.slice(0, end);
}

function hex(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0");
}
