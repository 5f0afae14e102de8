import type { Probot } from "probot";
import type { Delivery, Receiver } from "./receiver.ts";

type ProbotEvent = Parameters<Probot["receive"]>[0];

/** Lets a Probot verify and receive what the webhook server took in. Resolves when the Probot is ready. */
export async function createProbotReceiver(probot: Probot): Promise<Receiver> {
  const { webhooks } = await probot.ready();
  return {
    verify: (body, signature) => webhooks.verify(body, signature),
    // Probot types each event's payload; what the server verified came from GitHub and is not looked at here.
    receive: (delivery: Delivery) => webhooks.receive(delivery as unknown as ProbotEvent),
  };
}
