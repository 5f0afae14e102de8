import type { Instant } from "./instant.ts";

/** Something that is to stand in tickets. Plain data; what is said stands in `message`. */
export interface OwedMessage {
  /** Names its cause; kept in the ticket, so that whoever sends it finds it there. */
  readonly key: string;
  /** Addresses of the tickets in which it was not seen yet. */
  readonly tickets: readonly string[];
  readonly message: { readonly name: string; readonly data: object };
  /** Login of whoever said it; null: Sitrep by rule. */
  readonly by: string | null;
  readonly since: Instant;
  /** It is no news any more: it is looked for, and not sent. */
  readonly isPast: boolean;
}

/**
 * What was told and is to be told in tickets. What is owed was recorded before it was tried; what was sent is found in the ticket by
 * its key (docs/architecture.md, decision 4).
 */
export interface Desk {
  /** In the order in which it is to be sent. */
  readonly owed: readonly OwedMessage[];
  /** Addresses of the tickets to which the first response and the note were owed: that comes once. */
  readonly known: readonly string[];
  /** Whether the tickets were to be closed with the incident. */
  readonly closed: boolean;
  /** Whose tickets they are, as words without a meaning; left out where that is not known. */
  readonly companies?: readonly TicketCompany[];
}

/** The company of a ticket, as a word that is the same for all its tickets and says nothing else. */
export interface TicketCompany {
  readonly ticket: string;
  readonly company: string;
}

/** Nothing told, nothing owed. */
export const NOTHING_TOLD: Desk = { owed: [], known: [], closed: false };

/** What was seen of a ticket. */
export type DeskNews =
  /** A message of Sitrep's stands in it since `at`, and was owed since `since`; `by`: who said it, null: Sitrep by rule. */
  | {
      readonly kind: "told";
      readonly name: string;
      readonly ticket: string;
      readonly by: string | null;
      readonly since: Instant;
      readonly at: Instant;
    }
  /** Somebody outside last wrote in it at `at`. */
  | { readonly kind: "answered"; readonly ticket: string; readonly at: Instant };
