import type { Instant } from "./instant.ts";

/** A text that the community is to read in its tickets, as a person gave it. */
export interface CommunityText {
  /** `resolved`: that it is over, and the question whether it works for them. */
  readonly name: "update" | "resolved";
  /** Given as a status update: recorded as one when it goes out. */
  readonly isUpdate: boolean;
  /** In Markdown; null: nothing besides Sitrep's own words. */
  readonly words: string | null;
  /** When they hear again, as whoever wrote it promised; null: they did not. */
  readonly promisedAt: Instant | null;
  /** When they hear again at the latest: by the promise, or by the process; null: nobody says. */
  readonly nextAt: Instant | null;
  readonly by: string;
  readonly at: Instant;
  /** Of the comment that the words are from. */
  readonly url: string;
}

/** A text that waits for somebody's word before it goes out. */
export interface HeldText {
  readonly text: CommunityText;
  /** How many texts waited in this incident, this one included: tells it from others. */
  readonly count: number;
  /** It waits for nothing but doubts about its words: whoever wrote it might have sent it. */
  readonly mayBeSent: boolean;
}

/** What went between the team and the community in tickets, as far as Sitrep saw it. */
export interface Community {
  /** When a first response was sent; null: not by Sitrep. */
  readonly acknowledgedAt: Instant | null;
  /** When anything was sent last. */
  readonly toldAt: Instant | null;
  /** When they last wrote, and in which ticket. */
  readonly answeredAt: Instant | null;
  readonly answeredIn: string | null;
}

/** Nothing went to and fro. */
export const NOTHING_SAID: Community = {
  acknowledgedAt: null,
  toldAt: null,
  answeredAt: null,
  answeredIn: null,
};

/** Characters of a text for the community: as much as people read in a message. The record has to hold it until it is sent. */
export const COMMUNITY_LIMIT = 1500;

/** What a text for the community says, when it may go out at `at`: what waited for longer than until the next message promises none. */
export function toSaying({ name, words, nextAt }: CommunityText, at: Instant) {
  if (name === "resolved") return { name, data: { words } } as const;
  const nextUpdate = nextAt !== null && nextAt > at ? nextAt : null;
  return { name, data: { words: words ?? "", nextUpdate } } as const;
}
