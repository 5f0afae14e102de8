import { createHmac, randomUUID } from "node:crypto";
import type { FaultState } from "../faults.ts";
import type { Happening } from "../world/happening.ts";
import type { Installation } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import type { Delivery, DeliveryLog } from "./delivery-log.ts";
import { renderPayload, repositoryOf } from "./payload.ts";

/** What the sender needs from outside. */
export interface SenderOptions {
  readonly store: () => Store;
  readonly secret: string;
  readonly faults: FaultState;
  readonly now: () => Date;
  readonly keep: number;
  readonly onChange: () => void;
}

/** Sends deliveries, and knows which are on their way. */
export interface Sender {
  readonly log: DeliveryLog;
  readonly setUrl: (url: string | null) => void;
  readonly send: (happening: Happening) => void;
  /** Whether a delivery is on its way. */
  readonly busy: boolean;
  /** Resolves when a delivery that is on its way now has been answered. */
  settled(): Promise<unknown>;
}

/** How long GitHub waits for an answer, in ms. */
const TIMEOUT = 10_000;

/** The permission without which an app cannot get an event. Events that are not named here come to every app. */
export const EVENT_PERMISSIONS: Readonly<Record<string, string>> = {
  issues: "issues",
  issue_comment: "issues",
  label: "metadata",
  push: "contents",
};

function isWanted({ event }: Happening, installation: Installation, store: Store): boolean {
  const needed = EVENT_PERMISSIONS[event];
  if (needed === undefined) return true;
  if (installation.suspendedAt !== null || !store.app.events.includes(event)) return false;
  return needed in installation.permissions;
}

function receivers(happening: Happening, store: Store): readonly (Installation | null)[] {
  if (happening.event === "ping") return [null];
  if ("installation" in happening) return [happening.installation];
  const repository = repositoryOf(happening);
  return [...store.installations.values()].filter(
    (each) =>
      repository !== null && each.repositories.has(repository) && isWanted(happening, each, store),
  );
}

type Mutable = { -readonly [Key in keyof Delivery]: Delivery[Key] };

/** The sender of signed deliveries: each is sent once, at once; the answer is only logged, as GitHub does. */
export function createSender(options: SenderOptions): Sender {
  let target: string | null = null;
  const all: Mutable[] = [];
  const pending = new Set<Promise<void>>();

  async function post(delivery: Mutable): Promise<void> {
    const store = options.store();
    if (target === null) {
      delivery.problem = "there is no webhook URL";
      return;
    }
    delivery.attempts += 1;
    const body = JSON.stringify(delivery.payload);
    const hash = (algorithm: string): string =>
      createHmac(algorithm, options.secret).update(body).digest("hex");
    const headers = {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/5a17e99",
      "x-github-delivery": delivery.id,
      "x-github-event": delivery.event,
      "x-github-hook-id": String(store.app.id),
      "x-github-hook-installation-target-id": String(store.app.id),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature": `sha1=${hash("sha1")}`,
      "x-hub-signature-256": `sha256=${hash("sha256")}`,
    };
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const answer = await fetch(target, { method: "POST", body, headers, signal });
      await answer.arrayBuffer();
      Object.assign(delivery, { status: answer.status, problem: null });
    } catch (error) {
      const timedOut = error instanceof Error && error.name === "TimeoutError";
      delivery.problem = timedOut ? "timed out" : "not reachable";
    }
  }

  function start(delivery: Mutable): void {
    const sending = post(delivery).finally(() => {
      pending.delete(sending);
      options.onChange();
    });
    pending.add(sending);
  }

  function deliver(happening: Happening, installation: Installation | null): void {
    const payload = renderPayload(options.store(), happening, installation);
    const issue = (payload["issue"] as { number: number } | undefined)?.number ?? null;
    const fault = options.faults.takeDeliveryFault();
    const delivery: Mutable = {
      id: randomUUID(),
      event: happening.event,
      issue,
      at: options.now(),
      payload,
      action: "action" in happening ? happening.action : null,
      repository:
        (
          payload["repository"] as
            | {
                full_name: string;
              }
            | undefined
        )?.full_name ?? null,
      sender: "sender" in happening ? happening.sender.login : null,
      installationId: installation?.id ?? null,
      status: null,
      problem: fault === "drop" ? "dropped" : null,
      attempts: 0,
    };
    all.push(delivery);
    if (all.length > options.keep) all.shift();
    if (fault !== "drop") start(delivery);
    if (fault === "double") start(delivery);
  }

  return {
    log: {
      all,
      redeliver: (id) => {
        const delivery = all.find((each) => each.id === id);
        if (delivery === undefined) throw new Error(`There is no delivery ${id}`);
        start(delivery);
      },
      clear: () => {
        all.length = 0;
      },
    },
    setUrl: (url) => {
      target = url;
    },
    send: (happening) => {
      for (const installation of receivers(happening, options.store()))
        deliver(happening, installation);
    },
    get busy() {
      return pending.size > 0;
    },
    settled: () => Promise.race(pending),
  };
}
