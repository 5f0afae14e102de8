import { randomUUID } from "node:crypto";
import { html, trusted } from "../html.ts";
import type { Html } from "../html.ts";
import { cleanHtml } from "./clean.ts";
import { toPageAddress } from "./to-page-address.ts";
import type { Addresses } from "./to-page-address.ts";

/** Known to nobody: there are no boxes to tick in a ticket. */
const SEAL = randomUUID();

/** What Sitrep knows its own messages by. */
const REFERENCE = /<div>(Reference: sitrep-[\da-f]+)<\/div>\s*$/;

/**
 * HTML that a support desk keeps of a message, made as safe as a comment. The line by which Sitrep knows its own messages is small:
 * a desk that keeps its style hides it.
 */
export function renderTicketHtml(markup: string, addresses: Addresses): Html {
  const seen = cleanHtml(markup.replace(REFERENCE, ""), {
    seal: SEAL,
    toPageAddress: (href) => toPageAddress(href, addresses),
  });
  const reference = REFERENCE.exec(markup)?.[1];
  const line = reference !== undefined && html`<p class="ticket-reference">${reference}</p>`;
  return html`${trusted(seen.trim())}${line}`;
}
