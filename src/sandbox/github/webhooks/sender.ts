import { randomUUID } from "node:crypto";
import PQueue from "p-queue";
import type { DeliveryFault } from "../delivery-faults.ts";
import type { FaultState } from "../faults.ts";
import type { Happening } from "../world/happening.ts";
import type { Installation } from "../world/records.ts";
import type { Store } from "../world/store.ts";
import type { Delivery, DeliveryLog } from "./delivery-log.ts";
import { createHeldDeliveries } from "./held-deliveries.ts";
import { postDelivery } from "./post-delivery.ts";
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
  /** Resolves when the deliveries that are on their way now have been answered. */
  settled(): Promise<unknown>;
  /** Sends those that faults kept back and whose time has come, or all that are kept back; returns how many. */
  readonly deliverDue: () => number;
  readonly deliverHeld: () => number;
}

/** The permission without which an app cannot get an event. Events that are not named here come to every app. */
export const EVENT_PERMISSIONS: Readonly<Record<string, string>> = {
  issues: "issues",
  issue_comment: "issues",
  sub_issues: "issues",
  label: "metadata",
  repository: "metadata",
  push: "contents",
  pull_request: "pull_requests",
  pull_request_review: "pull_requests",
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

/** How many deliveries are on their way at a time. Thousands at once would wait for each other and time out. */
const MOST = 50;

type Mutable = { -readonly [Key in keyof Delivery]: Delivery[Key] };

/** The sender of signed deliveries: each is sent once, at once; the answer is only logged, as GitHub does. */
export function createSender(options: SenderOptions): Sender {
  let target: string | null = null;
  const all: Mutable[] = [];
  const pending = new Set<Promise<void>>();
  const held = createHeldDeliveries<Mutable>();
  const line = new PQueue({ concurrency: MOST });

  async function post(delivery: Mutable): Promise<void> {
    if (target === null) {
      delivery.problem = "there is no webhook URL";
      return;
    }
    delivery.attempts += 1;
    const { secret, store } = options;
    const to = { url: target, appId: store().app.id, secret };
    Object.assign(delivery, await postDelivery(delivery, to));
  }

  function track(work: Promise<void>): void {
    const sending = work.finally(() => {
      pending.delete(sending);
      options.onChange();
    });
    pending.add(sending);
  }

  const start = (delivery: Mutable): void => track(line.add(() => post(delivery)));

  /** Each after the one before is answered, since deliveries that are on their way together keep no order. */
  function startInOrder(deliveries: readonly Mutable[]): number {
    const sendAll = async (): Promise<void> => {
      for (const delivery of deliveries) await line.add(() => post(delivery));
    };
    if (deliveries.length > 0) track(sendAll());
    return deliveries.length;
  }

  function startWith(fault: DeliveryFault | null, delivery: Mutable): void {
    switch (fault?.kind) {
      case undefined:
        return start(delivery);
      case "drop":
        delivery.problem = "dropped";
        return;
      case "double":
        start(delivery);
        return start(delivery);
      case "delay":
        delivery.problem = "delayed";
        return held.delay(delivery, options.now().getTime() + fault.ms);
      case "reorder":
        delivery.problem = "kept back until later ones are there";
        startInOrder(held.collect(delivery, fault.group));
    }
  }

  function deliver(happening: Happening, installation: Installation | null): void {
    const payload = renderPayload(options.store(), happening, installation);
    const issue = payload["issue"] as { readonly number: number } | undefined;
    const repository = payload["repository"] as { readonly full_name: string } | undefined;
    const delivery: Mutable = {
      id: randomUUID(),
      event: happening.event,
      action: "action" in happening ? happening.action : null,
      repository: repository?.full_name ?? null,
      issue: issue?.number ?? null,
      sender: "sender" in happening ? happening.sender.login : null,
      installationId: installation?.id ?? null,
      at: options.now(),
      payload,
      status: null,
      problem: null,
      attempts: 0,
    };
    all.push(delivery);
    if (all.length > options.keep) all.shift();
    startWith(options.faults.takeDeliveryFault(), delivery);
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
    settled: () => Promise.all(pending),
    deliverDue: () => startInOrder(held.takeDue(options.now().getTime())),
    deliverHeld: () => startInOrder(held.takeAll()),
  };
}
