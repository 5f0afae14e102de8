import type { Instant } from "../incident/instant.ts";

/** Where a ticket stands, in words that every support desk has. */
export type TicketStatus = "open" | "pending" | "resolved" | "closed";

/** What is known of a ticket. Nothing of what people wrote in it: that is private. */
export interface TicketState {
  readonly status: TicketStatus;
  /** When somebody outside last wrote in it; null: never, or not since it was opened. */
  readonly answeredAt: Instant | null;
  /** A word without a meaning that all tickets of one company share; null: it has none, or that is not known. */
  readonly company: string | null;
}

/** A reply or note that was sent: its name in the support desk, its address there for people who may see it, and when it was sent. */
export interface TicketRef {
  readonly id: string;
  readonly url: string;
  readonly at: Instant;
}

/**
 * A support desk. `ticket` is the ticket's address as it stands in the issue. Every call may throw `RetryLaterError` (down, rate
 * limited) or `TerminalError` (no such ticket, closed for good, merged, spam, a missing right: in words, with what to do). Neither the
 * errors nor anything else that leaves here holds words, names or addresses from the ticket.
 */
export interface Tickets {
  /** The one form of this address, where it is that of a ticket of this support desk; else null. */
  addressOf(ticket: string): string | null;
  read(ticket: string): Promise<TicketState>;
  /**
   * Sends a public reply (HTML made by `messages/`); `key` is kept in it where people do not see it. Never retries by itself. Throws
   * for a closed ticket, where an answer would be read by nobody, unless the message wants none (`toClosed`).
   */
  reply(
    ticket: string,
    html: string,
    key: string,
    options?: { readonly toClosed: boolean },
  ): Promise<TicketRef>;
  /** Adds a private note. */
  note(ticket: string, html: string, key: string): Promise<TicketRef>;
  /** The reply or note that was sent with this key; null: it is not there. */
  find(ticket: string, key: string): Promise<TicketRef | null>;
  setStatus(ticket: string, status: TicketStatus): Promise<void>;
  /** The HTML of a text that the desk keeps, by its number there; throws also where it cannot be sent as it is. */
  cannedResponse(id: number): Promise<string>;
}
