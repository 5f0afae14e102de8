import type { ChatRef } from "../../effects/chat.ts";
import type { Instant } from "../../incident/instant.ts";
import type { InChannel } from "./in-channel.ts";
import { hasKey, type ListedMessage } from "./message-key.ts";

/** What a search reads at most; what is older has been buried by 2,000 later messages. */
const PAGE = 200;
const MOST_PAGES = 10;

interface Page {
  readonly messages?: readonly ListedMessage[];
  readonly response_metadata?: { readonly next_cursor?: string };
}

interface Wanted {
  readonly key: string;
  readonly thread: ChatRef | null;
  readonly since: Instant;
}

/** An instant as Slack counts: seconds with six digits, as its messages are named. */
const toTs = (at: Instant): string => (at / 1000).toFixed(6);

function readPage(
  inChannel: InChannel,
  channel: string,
  { thread, since }: Wanted,
  cursor: string,
): Promise<Page> {
  const wanted = {
    oldest: toTs(since),
    inclusive: true,
    limit: PAGE,
    include_all_metadata: true,
    ...(cursor !== "" && { cursor }),
  };
  return thread === null
    ? inChannel(channel, "conversations.history", ({ conversations }, id) =>
        conversations.history({ ...wanted, channel: id }),
      )
    : inChannel(channel, "conversations.replies", ({ conversations }, id) =>
        conversations.replies({ ...wanted, channel: id, ts: thread.id }),
      );
}

/** The name in Slack of the message that was posted with this key; null: it is not there. */
export async function findMessage(
  inChannel: InChannel,
  channel: string,
  wanted: Wanted,
): Promise<string | null> {
  let cursor = "";
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { messages = [], response_metadata } = await readPage(inChannel, channel, wanted, cursor);
    const found = messages.find((message) => hasKey(message, wanted.key));
    if (found?.ts !== undefined) return found.ts;
    cursor = response_metadata?.next_cursor ?? "";
    if (cursor === "") return null;
  }
  return null;
}
