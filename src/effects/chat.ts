import type { Instant } from "../incident/instant.ts";
import type { PhaseName } from "../incident/phases.ts";

/** The channels that a policy can name, by what they are for; each may be the same as another, or none. */
export const CHANNEL_NAMES = ["engineering", "support", "updates"] as const;

/** One of {@link CHANNEL_NAMES}. */
export type ChannelName = (typeof CHANNEL_NAMES)[number];

/** The incident as a chat shows it: plain data, from facts alone. */
export interface ChatIncident {
  readonly title: string;
  /** Address of the issue. */
  readonly url: string;
  /** `owner/repo#12`. */
  readonly name: string;
  readonly phase: PhaseName;
  readonly isClosed: boolean;
  readonly severity: string;
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly declaredAt: Instant;
  readonly declaredBy: string | null;
}

/** What a chat is told of as it happens. */
export const TELL_KINDS = [
  "escalated",
  "vacant",
  "role",
  "update",
  "phase",
  "reopened",
  "confirmed",
  "published",
  "closed",
  "cancelled",
] as const;

/** One of {@link TELL_KINDS}; `declared` is the head message itself. */
export type TellKind = (typeof TELL_KINDS)[number];

/** Something that happened, for a chat: who did it, whom it concerns, a short fact (role, phase), a person's words. */
export interface ChatTell {
  readonly kind: TellKind;
  readonly at: Instant;
  readonly by: string | null;
  readonly who: string | null;
  readonly what: string | null;
  readonly text: string | null;
  /** Address of the comment that the words are from; null: none. */
  readonly url: string | null;
  /** Address of the Incident Report, where it is closed with one; null or left out: none. */
  readonly report?: string | null;
  /** Logins, and teams as `org/team`, who are called: notified as far as the policy knows them there. Only of those who are called for help, or to lead. */
  readonly calls: readonly string[];
}

/** A message in a chat: channel by its id there, and its own name in it. */
export interface ChatRef {
  readonly channel: string;
  readonly id: string;
}

/** A message that stands in a chat, and when it was sent by the chat's own clock. */
export interface ChatSent extends ChatRef {
  readonly at: Instant;
}

/** A message as it is sent: what notifications show, and its parts in the system's own form. Made by `messages/`. */
export interface ChatContent {
  readonly text: string;
  readonly blocks: readonly object[];
}

/**
 * A chat system. Every call may throw `RetryLaterError` (down, rate limited: `retryAfterMs` as it says) or `TerminalError` (no such
 * channel, a missing right: in words, with what to do). `key` is kept with the message where people do not see it.
 */
export interface Chat {
  /** Posts a message, in a thread where one is given; `channel` is a name with or without `#`, or an id. Never retries by itself. */
  say(
    channel: string,
    content: ChatContent,
    options: { readonly key: string; readonly thread: ChatRef | null },
  ): Promise<ChatSent>;
  /** The message that was posted with this key, in the channel or the thread, not before `since`; null: it is not there. */
  find(
    channel: string,
    options: { readonly key: string; readonly thread: ChatRef | null; readonly since: Instant },
  ): Promise<ChatSent | null>;
  /** The member whose account has this e-mail address; null: there is none. The address is in no error. */
  memberOf(email: string): Promise<string | null>;
  /** Replaces the content of a message. One that was deleted, or may not be changed any more, is left alone. */
  edit(ref: ChatRef, content: ChatContent): Promise<void>;
}
