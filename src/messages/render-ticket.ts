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
  "published",
  "published-note",
] as const satisfies readonly TicketMessageName[];

type Note = Extract<TicketMessage, { readonly name: "note" | "published-note" }>;

/** Is this for agents alone, as a private note? */
export const isNote = (message: TicketMessage): message is Note =>
  message.name === "note" || message.name === "published-note";

/** What stands below a text that the desk keeps. */
const CANNED = "canned";

const FOLDER = new URL("../../templates/ticket/", import.meta.url);

// What is not made here out of Markdown is escaped as HTML; a template that names what is not there stops the start's tests.
const templates: ReadonlyMap<string, HandlebarsTemplateDelegate<object>> = new Map(
  [...TICKET_MESSAGES, CANNED].map((name) => {
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
    case "published":
      return { words: null, report: data.report };
    case "published-note":
      return data;
    default:
      return assertNever(message);
  }
}

function fill(name: string, data: object): string {
  const template = templates.get(name);
  if (template === undefined) throw new Error(`there is no template ${name}`);
  return template(data).trim();
}

/**
 * The HTML of a message in a ticket. What people wrote is cleaned (`ticket-words.ts`); nobody is named, and nothing is promised but
 * when the next message comes. `canned`: HTML that the desk keeps and that stands in the place of Sitrep's own words; null: none.
 */
export function renderTicket(
  message: TicketMessage,
  around: OutgoingSurroundings,
  canned: string | null = null,
): string {
  const shown = toShown(message, around);
  if (canned === null || isNote(message)) return fill(message.name, shown);
  return fill(CANNED, { nextUpdate: null, report: null, ...shown, canned });
}
