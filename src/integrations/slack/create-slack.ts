import type { Chat, ChatRef } from "../../effects/chat.ts";
import { createChannels } from "./channels.ts";
import { createSlackClient, type SlackOptions } from "./client.ts";
import { findMessage } from "./find-message.ts";
import { createInChannel } from "./in-channel.ts";
import { createMemberOf } from "./member-of.ts";
import { toSentAt } from "./message-key.ts";
import { postMessage, toBody } from "./post-message.ts";
import { SlackRefusal } from "./to-error.ts";

/** Refusals that say that the message at the head of a thread is gone. */
const NO_THREAD: readonly string[] = [
  "thread_not_found",
  "message_not_found",
  "cannot_reply_to_message",
];

/** Refusals that say that a message is gone, or stays as it is. */
const NO_EDIT: readonly string[] = [
  "message_not_found",
  "cant_update_message",
  "edit_window_closed",
];

const isRefusal = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof SlackRefusal && codes.includes(error.code);

/** What was wanted in a thread, in the channel itself where the thread's head is gone. */
async function orWithoutThread<Result>(
  thread: ChatRef | null,
  act: (thread: ChatRef | null) => Promise<Result>,
): Promise<Result> {
  try {
    return await act(thread);
  } catch (error) {
    if (thread === null || !isRefusal(error, NO_THREAD)) throw error;
    return act(null);
  }
}

/**
 * Slack as a chat, through its official client. No call is repeated here: a message whose answer was lost is found by its
 * key. Where the head of a thread was deleted, what belongs into the thread is said in the channel.
 */
export function createSlack(options: SlackOptions): Chat {
  const client = createSlackClient(options);
  const channels = createChannels(client, options.now);
  const inChannel = createInChannel(client, channels);
  return {
    say: (channel, content, { key, thread }) =>
      orWithoutThread(thread, (head) =>
        postMessage(inChannel, channel, content, { key, thread: head }),
      ),

    find: async (channel, { key, thread, since }) => {
      const id = await orWithoutThread(thread, (head) =>
        findMessage(inChannel, channel, { key, thread: head, since }),
      );
      if (id === null) return null;
      return { channel: await channels.idOf(channel), id, at: toSentAt(id) };
    },

    memberOf: createMemberOf(client, options.now),

    edit: async (ref, content) => {
      try {
        await client.call("chat.update", ref.channel, ({ chat }) =>
          // Without metadata the message keeps its own (https://docs.slack.dev/reference/methods/chat.update).
          chat.update({ ...toBody(ref.channel, content), ts: ref.id }),
        );
      } catch (error) {
        if (!isRefusal(error, NO_EDIT)) throw error;
      }
    },
  };
}
