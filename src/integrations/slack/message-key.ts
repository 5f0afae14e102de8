import type { Instant } from "../../incident/instant.ts";

/** The kind of Sitrep's metadata, which apps see and people do not (https://docs.slack.dev/messaging/message-metadata). */
const EVENT = "sitrep";

/** A message as Slack lists it, as far as it is used. */
export interface ListedMessage {
  readonly ts?: string;
  readonly metadata?: { readonly event_type?: string; readonly event_payload?: object };
}

/** The metadata that keeps a key with a message. */
export const toMetadata = (key: string) => ({ event_type: EVENT, event_payload: { key } });

/** Whether a message was posted with this key. */
export function hasKey({ metadata }: ListedMessage, key: string): boolean {
  const payload: { readonly key?: unknown } = metadata?.event_payload ?? {};
  return metadata?.event_type === EVENT && payload.key === key;
}

/** When the message with this name was sent: Slack names it by that, in seconds with six digits. To the second. */
export const toSentAt = (ts: string): Instant => Math.floor(Number(ts)) * 1000;
