import type { Instant } from "./instant.ts";

/** A message that is to be sent to a chat. Plain data; what it tells stands in `tell`. */
export interface OwedTell {
  /** Names its cause; kept with the message, so that a repeat finds it. */
  readonly key: string;
  /** As the policy writes it. */
  readonly channel: string;
  readonly tell: object;
  readonly since: Instant;
}

/** The message in a channel that shows where the incident stands; later ones stand in its thread. */
export interface HeadMessage {
  /** As the policy writes it. */
  readonly channel: string;
  /** Its names in the chat; null: not sent yet, or not known to be. */
  readonly ref: { readonly channel: string; readonly id: string } | null;
  /** What it shows, as text that can be compared; null: nothing yet. */
  readonly shown: string | null;
}

/**
 * What was told and is to be told outside of GitHub. What is owed was recorded before it was tried, so that whoever finds it there looks
 * whether it arrived before sending it again (docs/architecture.md, decision 4).
 */
export interface Outside {
  readonly heads: readonly HeadMessage[];
  /** In the order in which it is to be sent. */
  readonly owed: readonly OwedTell[];
}

/** Nothing told, nothing owed. */
export const NOTHING_OUTSIDE: Outside = { heads: [], owed: [] };
