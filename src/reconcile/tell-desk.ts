import type { TicketMessage } from "../effects/ticket-message.ts";
import type { TicketRef, Tickets, TicketStatus } from "../effects/tickets.ts";
import type { Desk, DeskNews, OwedMessage, TicketCompany } from "../incident/desk.ts";
import { RetryLaterError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { TicketPolicy } from "../incident/policy.ts";
import { isNote } from "../messages/index.ts";
import { toTrouble, waitingAt, type Trouble, type Troubled } from "./trouble.ts";

/** What telling a support desk needs to know. */
export interface DeskTelling {
  readonly tickets: Tickets;
  readonly desk: Desk;
  readonly policy: TicketPolicy;
  /** The incident is resolved: an update leaves the status as the resolution set it. */
  readonly isResolved: boolean;
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
  /** Milliseconds for which nobody has to ask again: the desk was down, or asked for patience; 0: it answered. */
  readonly pauseMs: number;
}

type Status = TicketStatus | "none";

/** The status of a ticket after this message; "none": as it was. */
function statusAfter(
  { name }: OwedMessage["message"],
  { policy, isResolved }: Pick<DeskTelling, "policy" | "isResolved">,
): Status {
  if (name === "first-response") return policy.onReply;
  if (name === "update") return isResolved ? "none" : policy.onReply;
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
  if (isNote(message)) return tickets.note(ticket, render(message, null), key);
  const canned = policy.canned[message.name];
  const kept = canned === undefined ? null : await tickets.cannedResponse(canned);
  // Nobody has to answer it, and the report may come after the closing.
  const toClosed = message.name === "published";
  return tickets.reply(ticket, render(message, kept), key, { toClosed });
}

async function ensureStatus(
  owed: OwedMessage,
  ticket: string,
  telling: DeskTelling,
): Promise<void> {
  const status = statusAfter(owed.message, telling);
  if (status !== "none" && !owed.isPast) await telling.tickets.setStatus(ticket, status);
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

/** Tells one ticket what it is owed, in order, up to the first message that does not go through. */
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
      const { by, message, since } = one;
      const { name } = message;
      const news = { kind: "told", name, ticket, by, since, at: sent.at } as const;
      told = { ...told, news: [...told.news, news] };
    }
    return { ...told, error: null };
  } catch (error) {
    return { ...told, error };
  }
}

/** Looks a ticket through for an answer. A desk that is down is no trouble then: nothing waits for it but the question. */
async function askTicket(
  ticket: string,
  { tickets }: DeskTelling,
): Promise<{
  readonly news: readonly DeskNews[];
  readonly companies: readonly TicketCompany[];
  readonly error: unknown;
}> {
  try {
    const { answeredAt, company } = await tickets.read(ticket);
    const news = answeredAt === null ? [] : [{ kind: "answered", ticket, at: answeredAt } as const];
    return { news, companies: company === null ? [] : [{ ticket, company }], error: null };
  } catch (error) {
    return { news: [], companies: [], error };
  }
}

// The tickets of an incident are of one community, or of very many; the record has room for few.
const MOST_COMPANIES = 3;

/** The record's part with the companies that were seen, which are asked for with each answer. */
function withCompanies(desk: Desk, seen: readonly TicketCompany[]): Desk {
  const before = (desk.companies ?? []).filter(
    (one) => !seen.some(({ ticket }) => ticket === one.ticket),
  );
  const order = ({ ticket }: TicketCompany): number => desk.known.indexOf(ticket);
  const companies = [...before, ...seen]
    .toSorted((one, other) => order(one) - order(other))
    .slice(0, MOST_COMPANIES);
  return companies.length === 0 ? desk : { ...desk, companies };
}

/**
 * Tells the tickets what they are owed, and then asks. A failing ticket keeps what it is owed, and stops no other; a desk that is down
 * is left alone for a while. Rejects only with what is a bug of Sitrep's own.
 */
export async function tellDesk(telling: DeskTelling): Promise<ToldDesk> {
  const { desk, asked, troubles: before, now } = telling;
  const at = (place: string | null): Troubled => ({ system: "Freshdesk", place, before, now });
  const down = waitingAt(at(null));
  if (down !== undefined) return { desk, news: [], troubles: [down], pauseMs: 0 };
  let told: Told = { owed: desk.owed, news: [] };
  let troubles: readonly Trouble[] = [];
  let pauseMs = 0;
  const companies: TicketCompany[] = [];
  const owing = desk.owed.flatMap(({ tickets }) => tickets);
  for (const ticket of new Set([...owing, ...desk.known])) {
    const waiting = waitingAt(at(ticket));
    if (waiting !== undefined) {
      troubles = [...troubles, waiting];
      continue;
    }
    const { error, ...next } = await tellTicket(told, ticket, telling);
    told = next;
    if (error instanceof RetryLaterError) {
      // What is down is so for all of them.
      troubles = [...troubles, toTrouble(error, at(null))];
      break;
    }
    const isAsked = error === null && pauseMs === 0 && asked.includes(ticket);
    const answer = isAsked ? await askTicket(ticket, telling) : { news: [], companies: [], error };
    companies.push(...answer.companies);
    told = { ...told, news: [...told.news, ...answer.news] };
    if (answer.error instanceof RetryLaterError) pauseMs = answer.error.retryAfterMs;
    else if (answer.error !== null) troubles = [...troubles, toTrouble(answer.error, at(ticket))];
  }
  const after = withCompanies({ ...desk, owed: told.owed }, companies);
  return { desk: after, news: told.news, troubles, pauseMs };
}
