import { readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { TicketMessage, TicketMessageName } from "../effects/ticket-message.ts";
import { assertNever } from "../incident/assert-never.ts";
import { type Instant, toReadable } from "../incident/instant.ts";
import type { OutgoingSurroundings } from "../incident/outgoing/index.ts";
import { toWeekday } from "../incident/time/index.ts";
import { toTicketWords } from "./ticket-words.ts";
import { toOneLine } from "./visible.ts";

/** Every message that a ticket can get; each has its template in `templates/ticket/`. */
export const TICKET_MESSAGES = [
  "first-response",
  "update",
  "resolved",
  "note",
] as const satisfies readonly TicketMessageName[];

const FOLDER = new URL("../../templates/ticket/", import.meta.url);

// What is not made here out of Markdown is escaped as HTML; a template that names what is not there stops the start's tests.
const templates = new Map(
  TICKET_MESSAGES.map((name) => {
    const text = readFileSync(new URL(`${name}.hbs`, FOLDER), "utf8");
    return [name, Handlebars.compile<object>(text, { strict: true })];
  }),
);

const toWhen = (at: Instant | null): string | null =>
  at === null ? null : `${toWeekday(at)} ${toReadable(at)}`;

const isWeb = (url: string): boolean => /^https?:$/.test(URL.parse(url)?.protocol ?? "");

/** The data as the templates want it. */
function toShown(message: TicketMessage, around: OutgoingSurroundings): object {
  const { name, data } = message;
  const words = (markdown: string | null): string => toTicketWords(markdown ?? "", around);
  switch (name) {
    case "first-response":
    case "update":
      return { words: words(data.words), nextUpdate: toWhen(data.nextUpdate) };
    case "resolved":
      return { words: words(data.words) };
    case "note":
      return { issue: toOneLine(data.issue), url: isWeb(data.url) ? data.url : null };
    default:
      return assertNever(message);
  }
}

/**
 * The HTML of a message in a ticket. What people wrote is cleaned (`ticket-words.ts`); nobody is named, and nothing is promised but
 * when the next message comes.
 */
export function renderTicket(message: TicketMessage, around: OutgoingSurroundings): string {
  const template = templates.get(message.name);
  if (template === undefined) throw new Error(`there is no template ${message.name}`);
  return template(toShown(message, around)).trim();
}
