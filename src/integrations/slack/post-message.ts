import type { WebClient } from "@slack/web-api";
import type { ChatContent, ChatRef, ChatSent } from "../../effects/chat.ts";
import type { InChannel } from "./in-channel.ts";
import { toMetadata, toSentAt } from "./message-key.ts";

type Blocks = Extract<
  Parameters<WebClient["chat"]["postMessage"]>[0],
  { readonly blocks: unknown }
>["blocks"];

/** A message's content as Slack wants it. */
export const toBody = (channel: string, { text, blocks }: ChatContent) => ({
  channel,
  text,
  blocks: [...blocks] as Blocks,
});

/** Posts a message with its key. Slack reads no mention, link or formatting that is not written in its own way. */
export const postMessage = (
  inChannel: InChannel,
  channel: string,
  content: ChatContent,
  { key, thread }: { readonly key: string; readonly thread: ChatRef | null },
): Promise<ChatSent> =>
  inChannel(channel, "chat.postMessage", async ({ chat }, id) => {
    // Not called in place: the linter takes it for a window's.
    const { postMessage: post } = chat;
    const said = await post({
      ...toBody(id, content),
      ...(thread !== null && { thread_ts: thread.id }),
      metadata: toMetadata(key),
      mrkdwn: false,
      parse: "none",
      link_names: false,
      unfurl_links: false,
      unfurl_media: false,
    });
    if (said.ts === undefined) throw new Error("Slack did not name the message");
    return { channel: said.channel ?? id, id: said.ts, at: toSentAt(said.ts) };
  });
