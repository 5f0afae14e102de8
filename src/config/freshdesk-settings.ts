import type { Given } from "./credentials.ts";
import type { Reading } from "./reading.ts";

/** How Freshdesk is reached. */
export interface FreshdeskSettings {
  /** Origin of the support desk, without a slash at the end: `https://example.freshdesk.com`. */
  readonly url: string;
  /** An agent's API key. A secret. */
  readonly apiKey: string;
}

// Blanks and colons have no place in one, and what goes into a header must be visible ASCII.
const API_KEY = /^[!-9;-~]{8,200}$/;
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Reads FRESHDESK_URL and FRESHDESK_API_KEY, which go together; null: there is no Freshdesk. */
export function readFreshdesk(given: Given): Reading<FreshdeskSettings | null> {
  const [address, apiKey] = [given("FRESHDESK_URL"), given("FRESHDESK_API_KEY")];
  if (address === null && apiKey === null) return { value: null };
  if (address === null) {
    return {
      problem:
        "FRESHDESK_URL is missing. It is the address of your Freshdesk, such as https://example.freshdesk.com. To do without Freshdesk, unset FRESHDESK_API_KEY.",
    };
  }
  const url = toOrigin(address);
  if (url === null) {
    return {
      problem:
        'FRESHDESK_URL must be the address of your Freshdesk, such as https://example.freshdesk.com: https:// (http:// only on this machine), without a path, a password, "?" or "#".',
    };
  }
  if (apiKey === null) {
    return {
      problem:
        "FRESHDESK_API_KEY is missing. It stands in Freshdesk under Profile settings, as the agent in whose name Sitrep replies. To do without Freshdesk, unset FRESHDESK_URL.",
    };
  }
  if (API_KEY.test(apiKey)) return { value: { url, apiKey } };
  return {
    problem:
      'FRESHDESK_API_KEY must be the API key as Freshdesk shows it under Profile settings: one word of 8 characters at least, without ":X" behind it.',
  };
}

/** The address's origin; null where it is more than one, or where the key must not be sent. */
function toOrigin(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || /[?#]/.test(text) || url.username !== "" || url.password !== "") return null;
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.includes(url.hostname));
  return isSafe && url.pathname === "/" ? url.origin : null;
}
