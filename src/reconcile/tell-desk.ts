import type { TicketMessage } from "../effects/ticket-message.ts";
import type { TicketRef, Tickets, TicketStatus } from "../effects/tickets.ts";
import type { Desk, DeskNews, OwedMessage } from "../incident/desk.ts";
import { RetryLaterError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { TicketPolicy } from "../incident/policy.ts";
import { toTrouble, waitingAt, type Trouble, type Troubled } from "./trouble.ts";

/** What telling a support desk needs to know. */
export interface DeskTelling {
  readonly tickets: Tickets;
  readonly desk: Desk;
  readonly policy: TicketPolicy;
  /** The tickets that are looked through for an answer; none: it is not time yet. */
  readonly asked: readonly string[];
  /** What went wrong the last time. */
  readonly troubles: readonly Trouble[];
  /** HTML for the community, or for agents; `canned` stands in the place of Sitrep's own words. */
  readonly render: (message: TicketMessage, canned: string | null) => string;
  readonly now: Instant;
}

/** What came of it: the record's part, what was seen of tickets, and what went wrong. */
export interface ToldDesk {
  readonly desk: Desk;
  readonly news: readonly DeskNews[];
  readonly troubles: readonly Trouble[];
}

type Status = TicketStatus | "none";

/** The status of a ticket after this message; "none": as it was. */
function statusAfter({ name }: OwedMessage["message"], policy: TicketPolicy): Status {
  if (name === "first-response" || name === "update") return policy.onReply;
  if (name === "resolved") return policy.onResolve;
  return name === "close" ? policy.onClose : "none";
}

/** Sends the message, unless it stands in the ticket: whoever sent it may not have been able to say so. Null: nothing is said, or it is no news any more. */
async function ensureSent(
  owed: OwedMessage,
  ticket: string,
  { tickets, render, policy }: DeskTelling,
): Promise<TicketRef | null> {
  const { key, isPast } = owed;
  if (owed.message.name === "close") return null;
  const found = await tickets.find(ticket, key);
  if (found !== null || isPast) return found;
  const message = owed.message as TicketMessage;
  if (message.name === "note") return tickets.note(ticket, render(message, null), key);
  const canned = policy.canned[message.name];
  const kept = canned === undefined ? null : await tickets.cannedResponse(canned);
  return tickets.reply(ticket, render(message, kept), key);
}

async function ensureStatus(
  owed: OwedMessage,
  ticket: string,
  { tickets, policy }: DeskTelling,
): Promise<void> {
  const status = statusAfter(owed.message, policy);
  if (status !== "none" && !owed.isPast) await tickets.setStatus(ticket, status);
}

interface Told {
  readonly owed: readonly OwedMessage[];
  readonly news: readonly DeskNews[];
}

/** The same, without this message in this ticket, which stands there. */
function without({ owed, news }: Told, one: OwedMessage, ticket: string): Told {
  const rest = owed.flatMap((other) => {
    if (other.key !== one.key || !other.tickets.includes(ticket)) return [other];
    const tickets = other.tickets.filter((place) => place !== ticket);
    return tickets.length === 0 ? [] : [{ ...other, tickets }];
  });
  return { owed: rest, news };
}

/** Tells one ticket what it is owed, in order, up to the first message that does not go through; then looks for an answer. */
async function tellTicket(
  start: Told,
  ticket: string,
  telling: DeskTelling,
): Promise<Told & { readonly error: unknown }> {
  let told = start;
  try {
    for (const one of start.owed.filter(({ tickets }) => tickets.includes(ticket))) {
      const sent = await ensureSent(one, ticket, telling);
      await ensureStatus(one, ticket, telling);
      told = without(told, one, ticket);
      if (sent === null) continue;
      const { by, message } = one;
      const news = { kind: "told", name: message.name, ticket, by, at: sent.at } as const;
      told = { ...told, news: [...told.news, news] };
    }
    const isAsked = telling.asked.includes(ticket);
    const { answeredAt } = isAsked ? await telling.tickets.read(ticket) : { answeredAt: null };
    if (answeredAt !== null) {
      told = { ...told, news: [...told.news, { kind: "answered", ticket, at: answeredAt }] };
    }
    return { ...told, error: null };
  } catch (error) {
    return { ...told, error };
  }
}

/**
 * Tells the tickets what they are owed. A failing ticket keeps what it is owed, and stops no other; a desk that is down is left alone
 * for a while. Rejects only with what is a bug of Sitrep's own.
 */
export async function tellDesk(telling: DeskTelling): Promise<ToldDesk> {
  const { desk, troubles: before, now } = telling;
  const at = (place: string | null): Troubled => ({ system: "Freshdesk", place, before, now });
  const down = waitingAt(at(null));
  if (down !== undefined) return { desk, news: [], troubles: [down] };
  let told: Told = { owed: desk.owed, news: [] };
  let troubles: readonly Trouble[] = [];
  const owing = desk.owed.flatMap(({ tickets }) => tickets);
  for (const ticket of new Set([...owing, ...telling.asked])) {
    const waiting = waitingAt(at(ticket));
    if (waiting !== undefined) {
      troubles = [...troubles, waiting];
      continue;
    }
    const { error, ...next } = await tellTicket(told, ticket, telling);
    told = next;
    if (error === null) continue;
    // What is down is so for all of them.
    const isDown = error instanceof RetryLaterError;
    troubles = [...troubles, toTrouble(error, at(isDown ? null : ticket))];
    if (isDown) break;
  }
  return { desk: { ...desk, owed: told.owed }, news: told.news, troubles };
}
