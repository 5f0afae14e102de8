import type { Probot } from "probot";
import type { IncidentKey } from "../incident/key.ts";
import { deliveryKey, type KnownIncidents } from "./delivery-key.ts";
import { policyProposal, type PolicyProposal } from "./policy-proposal.ts";
import { policyPush, type PolicyPush } from "./policy-push.ts";
import { reportKey } from "./report-key.ts";

export interface AppOptions {
  /** Wants a look at the incident; resolves when the wish is held, before the look. */
  readonly enqueue: (key: IncidentKey) => Promise<void>;
  readonly known: KnownIncidents;
  /** Told of each push to a branch, and whether it touched the policy file. */
  readonly pushed: (push: PolicyPush) => Promise<void>;
  /** Told of each open pull request from another repository, whatever it changes. */
  readonly proposed: (proposal: PolicyProposal) => Promise<void>;
  /** Told when a delivery could not be turned into a wish, with the delivery's id. The next sweep looks at what it missed. */
  readonly onError: (error: unknown, deliveryId: string) => void;
}

/**
 * Sitrep as a Probot app: every delivery about an issue, a comment, or a report's pull request, whatever its action, puts the
 * incident's key on the queue, or nothing; and a push to a branch, or a pull request from elsewhere, is told. Load it with `probot.load`. Errors end here, since Probot would log the whole payload with them.
 */
export function createApp(options: AppOptions): (probot: Probot) => void {
  const { enqueue, known, pushed, proposed, onError } = options;
  /** What to do with a delivery; what is thrown is told with its id. */
  const telling =
    <Delivery extends { readonly id: string }>(take: (delivery: Delivery) => Promise<void>) =>
    async (delivery: Delivery): Promise<void> => {
      try {
        await take(delivery);
      } catch (error) {
        onError(error, delivery.id);
      }
    };
  const want = async (key: IncidentKey | null): Promise<void> => {
    if (key !== null) await enqueue(key);
  };
  return (probot) => {
    probot.on(
      ["issues", "issue_comment"],
      telling(({ name, payload }) => want(deliveryKey(name, payload, known))),
    );
    probot.on(
      ["pull_request", "pull_request_review"],
      telling(({ name, payload }) => want(reportKey(name, payload, known))),
    );
    probot.on(
      "pull_request",
      telling(async ({ payload }) => {
        const proposal = policyProposal(payload);
        if (proposal !== null) await proposed(proposal);
      }),
    );
    probot.on(
      "push",
      telling(async ({ payload }) => {
        const push = policyPush(payload);
        if (push !== null) await pushed(push);
      }),
    );
  };
}
