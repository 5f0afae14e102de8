import { createChannels } from "./channels.ts";
import { createSlackClient, type SlackOptions } from "./client.ts";

/** Asks Slack whether it can be used. Each rejects with `RetryLaterError` or `TerminalError` where it cannot. */
export interface SlackCheck {
  /** The workspace and the bot of the token. */
  token(): Promise<{ readonly workspace: string; readonly bot: string }>;
  /** Resolves when Sitrep sees this channel, as the policy names it, and is in it. Nothing is posted. */
  channel(name: string): Promise<void>;
}

/** Makes one; nothing is asked yet. */
export function createSlackCheck(options: SlackOptions): SlackCheck {
  const client = createSlackClient(options);
  const channels = createChannels(client, options.now);
  return {
    token: async () => {
      const { team, user } = await client.call("auth.test", "Slack", ({ auth }) => auth.test());
      return { workspace: team ?? "(without a name)", bot: user ?? "(without a name)" };
    },
    channel: async (name) => {
      const channel = await channels.idOf(name);
      // Whoever may not read a channel's messages could not look for its own there.
      await client.call("conversations.history", name, ({ conversations }) =>
        conversations.history({ channel, limit: 1 }),
      );
    },
  };
}
