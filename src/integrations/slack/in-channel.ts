import type { WebClient } from "@slack/web-api";
import { TerminalError } from "../../incident/errors.ts";
import type { Channels } from "./channels.ts";
import type { SlackClient } from "./client.ts";

/** One call about a channel, which is named as the policy has it; `act` gets the channel's id. */
export type InChannel = <Result>(
  channel: string,
  method: string,
  act: (client: WebClient, id: string) => Promise<Result>,
) => Promise<Result>;

/** Makes such calls. After a refusal the channel's name is looked up anew: the channel may have gone, and come back as another. */
export function createInChannel(client: SlackClient, channels: Channels): InChannel {
  return async (channel, method, act) => {
    const id = await channels.idOf(channel);
    try {
      return await client.call(method, channel, (web) => act(web, id));
    } catch (error) {
      if (error instanceof TerminalError) channels.forget(channel);
      throw error;
    }
  };
}
