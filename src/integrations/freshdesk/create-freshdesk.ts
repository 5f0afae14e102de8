import type { TicketRef, Tickets, TicketState, TicketStatus } from "../../effects/tickets.ts";
import { TerminalError } from "../../incident/errors.ts";
import { createClient } from "./client.ts";
import { createCompanyWord } from "./company-word.ts";
import { toMark, withMark } from "./mark.ts";
import { readConversations } from "./read-conversations.ts";
import { CannedResponse, Sent, Ticket } from "./shapes.ts";
import { toTicketNumber } from "./ticket-address.ts";
import type { Doing } from "./to-error.ts";

/** How Freshdesk is reached, and what time it is. */
export interface FreshdeskOptions {
  /** Origin of the support desk, e.g. `https://example.freshdesk.com`. */
  readonly url: string;
  /** An agent's API key. A secret. */
  readonly apiKey: string;
  /** Makes companies unknowable in what is told of them; where it is left out, nothing is. A secret. */
  readonly secret?: string;
  /** UTC, ms. */
  readonly now: () => number;
  /** Milliseconds that a call may take; 10,000 where it is left out. */
  readonly timeoutMs?: number;
}

/** Freshdesk's numbers (https://developers.freshdesk.com/api/#ticket-properties). */
const STATUSES = { open: 2, pending: 3, resolved: 4, closed: 5 } as const satisfies Readonly<
  Record<TicketStatus, number>
>;

/** A status of the desk's own, or that it waits for somebody, is read as pending: it is neither new nor done. */
const toStatus = (number: number): TicketStatus =>
  (Object.keys(STATUSES) as TicketStatus[]).find((name) => STATUSES[name] === number) ?? "pending";

const orOther = "or name another with `/ticket <address>`.";

/** What stands against using a ticket at all; null: nothing. */
function toObstacle({ deleted, spam }: Ticket, id: string): string | null {
  if (deleted === true) return `Ticket ${id} is deleted. Restore it in Freshdesk, ${orOther}`;
  if (spam === true) return `Ticket ${id} is marked as spam. Unmark it in Freshdesk, ${orOther}`;
  return null;
}

/** Makes the support desk that Freshdesk is. Sends nothing by itself. */
export function createFreshdesk(options: FreshdeskOptions): Tickets {
  const { url, timeoutMs = 10_000, secret, ...rest } = options;
  const call = createClient({ ...rest, url, timeoutMs });
  const toCompany = secret === undefined ? () => null : createCompanyWord(secret, url);

  function numberOf(ticket: string): string {
    const id = toTicketNumber(ticket, url);
    if (id !== null) return id;
    throw new TerminalError(
      `That is no address of a ticket in this Freshdesk. Take it out, ${orOther}`,
    );
  }

  async function readTicket(id: string): Promise<Ticket> {
    const words = { doing: "read tickets", about: `ticket ${id}` } as const;
    const { body } = await call({ method: "get", path: `tickets/${id}`, shape: Ticket, words });
    const obstacle = toObstacle(body, id);
    if (obstacle !== null) throw new TerminalError(obstacle);
    return body;
  }

  const addressOfId = (id: string): string => `${url}/a/tickets/${id}`;

  const refTo = (id: string, sent: Sent): TicketRef => ({
    id: String(sent.id),
    // No address of a single message is documented; the ticket opens at its newest.
    url: addressOfId(id),
    at: Date.parse(sent.created_at),
  });

  async function send(id: string, path: string, json: object, doing: Doing): Promise<TicketRef> {
    const words = { doing, about: `ticket ${id}` };
    const at = `tickets/${id}/${path}`;
    const { body } = await call({ method: "post", path: at, json, shape: Sent, words });
    return refTo(id, body);
  }

  async function reply(
    ticket: string,
    html: string,
    key: string,
    { toClosed } = { toClosed: false },
  ): Promise<TicketRef> {
    const id = numberOf(ticket);
    const { status } = await readTicket(id);
    // The API does not tell a merged ticket from another closed one, and an answer there is read by nobody.
    if (status === STATUSES.closed && !toClosed) {
      throw new TerminalError(
        `Ticket ${id} is closed, perhaps since it was merged into another. Reopen it in Freshdesk, ${orOther}`,
      );
    }
    return send(id, "reply", { body: withMark(html, key) }, "reply to tickets");
  }

  async function note(ticket: string, html: string, key: string): Promise<TicketRef> {
    const id = numberOf(ticket);
    await readTicket(id);
    return send(id, "notes", { body: withMark(html, key), private: true }, "add notes to tickets");
  }

  async function read(ticket: string): Promise<TicketState> {
    const id = numberOf(ticket);
    const { status, company_id: company } = await readTicket(id);
    const all = await readConversations(call, id);
    const times = all.flatMap((one) => (one.incoming === true ? Date.parse(one.created_at) : []));
    return {
      status: toStatus(status),
      answeredAt: times.toSorted((a, b) => b - a)[0] ?? null,
      company: toCompany(company ?? null),
    };
  }

  async function find(ticket: string, key: string): Promise<TicketRef | null> {
    const id = numberOf(ticket);
    const mark = toMark(key);
    const all = await readConversations(call, id);
    // Answers quote what they answer: what comes in is never Sitrep's, and of what agents wrote the first one is.
    const found = all
      .filter((one) => one.incoming !== true)
      .filter(({ body, body_text }) => body?.includes(mark) || body_text?.includes(mark))
      .toSorted((a, b) => Date.parse(a.created_at) - Date.parse(b.created_at))[0];
    return found === undefined ? null : refTo(id, found);
  }

  async function setStatus(ticket: string, status: TicketStatus): Promise<void> {
    const id = numberOf(ticket);
    // What is set again could send the satisfaction survey again.
    if ((await readTicket(id)).status === STATUSES[status]) return;
    const words = { doing: "change the status of tickets", about: `ticket ${id}` } as const;
    const json = { status: STATUSES[status] };
    await call({ method: "put", path: `tickets/${id}`, json, shape: Ticket, words });
  }

  async function cannedResponse(id: number): Promise<string> {
    const about = `canned response ${id}`;
    const words = { doing: "read canned responses", about } as const;
    const path = `canned_responses/${id}`;
    const { body } = await call({ method: "get", path, shape: CannedResponse, words });
    const html = body.content_html ?? body.content ?? "";
    if (html.trim() === "") throw new TerminalError(`The ${about} is empty. Fill it in Freshdesk.`);
    if (!/\{\{|\{%/.test(html)) return html;
    throw new TerminalError(
      `The ${about} has placeholders in double braces, which Sitrep cannot fill in. Write it without them in Freshdesk, or take it out of the policy.`,
    );
  }

  function addressOf(ticket: string): string | null {
    const id = toTicketNumber(ticket, url);
    return id === null ? null : addressOfId(id);
  }

  return { addressOf, read, reply, note, find, setStatus, cannedResponse };
}
