import type { Probot } from "probot";
import type { IncidentKey } from "../incident/key.ts";
import { deliveryKey, type KnownIncidents } from "./delivery-key.ts";

export interface AppOptions {
  /** Wants a look at the incident; resolves when the wish is held, before the look. */
  readonly enqueue: (key: IncidentKey) => Promise<void>;
  readonly known: KnownIncidents;
  /** Told when a delivery could not be turned into a wish, with the delivery's id. The next sweep looks at what it missed. */
  readonly onError: (error: unknown, deliveryId: string) => void;
}

/**
 * Sitrep as a Probot app: every delivery about an issue or a comment, whatever its action, puts the incident's key on the
 * queue, or nothing. Load it with `probot.load`. Errors end here, since Probot would log the whole payload with them.
 */
export function createApp({ enqueue, known, onError }: AppOptions): (probot: Probot) => void {
  return (probot) => {
    probot.on(["issues", "issue_comment"], async ({ id, name, payload }) => {
      try {
        const key = deliveryKey(name, payload, known);
        if (key !== null) await enqueue(key);
      } catch (error) {
        onError(error, id);
      }
    });
  };
}
