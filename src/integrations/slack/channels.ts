import type { Instant } from "../../incident/instant.ts";
import type { SlackClient } from "./client.ts";
import { SlackRefusal, toError } from "./to-error.ts";

/** From a channel as the policy has it to its id in Slack. */
export interface Channels {
  /** Rejects with `TerminalError` where Sitrep sees no such channel. */
  idOf(channel: string): Promise<string>;
  /** Takes back what was found: the channel may have gone since. */
  forget(channel: string): void;
}

const ID = /^[CG][A-Z\d]{2,}$/;
const PAGE = 500;
const MOST_PAGES = 40;
/** A name is looked up again so long after it was found, or not found. */
const FOUND_MS = 60 * 60_000;
const MISSED_MS = 60_000;

const PUBLIC = "public_channel";
const ALL = "public_channel,private_channel";

interface Known {
  readonly id: string | null;
  readonly until: Instant;
}

/** Makes a directory of channels that asks Slack for a name once in a while. Ids are taken as they are. */
export function createChannels(client: SlackClient, now: () => Instant): Channels {
  const known = new Map<string, Known>();
  // Without `groups:read` private channels cannot be listed, and all others still can.
  let types = ALL;

  const readPage = (channel: string, cursor: string | undefined) =>
    client.call("conversations.list", channel, ({ conversations }) =>
      conversations.list({
        types,
        exclude_archived: true,
        limit: PAGE,
        ...(cursor !== undefined && { cursor }),
      }),
    );

  async function readAllowed(channel: string, cursor: string | undefined) {
    try {
      return await readPage(channel, cursor);
    } catch (error) {
      const isAboutPrivate = error instanceof SlackRefusal && error.code === "missing_scope";
      if (!isAboutPrivate || types === PUBLIC) throw error;
      types = PUBLIC;
      return await readPage(channel, cursor);
    }
  }

  async function find(channel: string): Promise<string | null> {
    const name = channel.replace(/^#/, "");
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { channels = [], response_metadata } = await readAllowed(channel, cursor);
      const found = channels.find((one) => one.name === name || one.name_normalized === name);
      if (found?.id !== undefined) return found.id;
      cursor = response_metadata?.next_cursor || undefined;
      if (cursor === undefined) return null;
    }
    return null;
  }

  return {
    idOf: async (channel) => {
      if (ID.test(channel)) return channel;
      const before = known.get(channel);
      const isKnown = before !== undefined && before.until > now();
      const id = isKnown ? before.id : await find(channel);
      if (!isKnown) known.set(channel, { id, until: now() + (id ? FOUND_MS : MISSED_MS) });
      if (id === null) throw toError({ data: { error: "channel_not_found" } }, channel);
      return id;
    },
    forget: (channel) => void known.delete(channel),
  };
}
