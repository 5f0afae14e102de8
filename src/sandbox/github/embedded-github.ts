import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createCallLog } from "./call-log.ts";
import type { CallLog } from "./call-log.ts";
import { createFaults } from "./faults.ts";
import type { Faults } from "./faults.ts";
import { createSchema } from "./graphql/schema.ts";
import { createListener } from "./http/listener.ts";
import { createRateLimits } from "./http/rate-limit.ts";
import { createTokens } from "./http/tokens.ts";
import type { DeliveryLog } from "./webhooks/delivery-log.ts";
import { createSender } from "./webhooks/sender.ts";
import type { Permissions } from "./world/records.ts";
import { createStore } from "./world/store.ts";
import type { Store } from "./world/store.ts";
import { createWorld } from "./world/world.ts";
import type { World } from "./world/world.ts";

/** What an embedded GitHub is made with. */
export interface EmbeddedGitHubOptions {
  /** Where deliveries go; null: nowhere yet. */
  readonly webhookUrl: string | null;
  readonly webhookSecret: string;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    /** PEM. The app's JWTs are verified with it. */
    readonly publicKey: string;
    /** Default: `issues`, `issue_comment`, `push`. */
    readonly events?: readonly string[];
    /** What installations grant. Default: issues write, metadata and contents read. */
    readonly permissions?: Permissions;
  };
  /** The clock of everything but credentials, which go by the machine's. */
  readonly now: () => Date;
  /** Default: any free one. */
  readonly port?: number;
  /** How many calls and deliveries are remembered. Default: all. */
  readonly keep?: number;
}

/** A small GitHub on 127.0.0.1: REST under `/api/v3`, GraphQL at `/api/graphql`, signed deliveries to one app. */
export interface EmbeddedGitHub {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly world: World;
  readonly deliveries: DeliveryLog;
  readonly calls: CallLog;
  readonly faults: Faults;
  setWebhookUrl(url: string | null): void;
  /** Resolves when all deliveries are answered, those caused in the meantime included. It does not wait for what faults keep back. */
  idle(): Promise<void>;
  /** Sends the delayed deliveries whose time has come, for whoever winds the clock; returns how many. */
  deliverDue(): number;
  /** Sends all deliveries that faults keep back, whatever their time; returns how many. */
  deliverHeld(): number;
  /** A number that grows with every change of the world, the calls and the deliveries. */
  snapshot(): number;
  /** Calls back after changes (not more than once per turn of the event loop); returns how to stop that. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
}

const PERMISSIONS: Permissions = {
  issues: "write",
  metadata: "read",
  contents: "write",
  pull_requests: "write",
  checks: "write",
  members: "read",
  organization_projects: "write",
};

function createChanges() {
  const listeners = new Set<() => void>();
  let count = 0;
  let told = true;
  return {
    snapshot: () => count,
    changed: () => {
      count += 1;
      if (!told) return;
      told = false;
      setImmediate(() => {
        told = true;
        for (const listener of listeners) listener();
      });
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Starts an embedded GitHub. Rejects when the port is taken. It does not keep the process alive by itself. */
export async function createEmbeddedGitHub(
  options: EmbeddedGitHubOptions,
): Promise<EmbeddedGitHub> {
  const { now, keep = Infinity } = options;
  const changes = createChanges();
  const server = createServer({ keepAliveTimeout: 5_000 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  server.unref();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const faults = createFaults(now, () => tokens.expireAll());
  const sender = createSender({
    secret: options.webhookSecret,
    faults,
    now,
    keep,
    onChange: changes.changed,
    store: (): Store => store,
  });
  const store = createStore({
    app: {
      events: ["issues", "issue_comment", "push", "pull_request", "pull_request_review"],
      permissions: PERMISSIONS,
      ...options.app,
    },
    now,
    origin: url,
    onHappening: sender.send,
    onChange: changes.changed,
  });
  const tokens = createTokens(store);
  const calls = createCallLog(keep);
  const listener = createListener({
    store,
    schema: createSchema(),
    tokens,
    limits: createRateLimits(now),
    faults,
    now,
    onCall: (call) => {
      calls.add(call);
      if (call.unknown) console.error("The embedded GitHub was asked for what it lacks:", call);
      changes.changed();
    },
  });
  server.on("request", listener);
  sender.setUrl(options.webhookUrl);

  return {
    url,
    world: createWorld(store),
    deliveries: sender.log,
    calls,
    faults,
    setWebhookUrl: sender.setUrl,
    idle: async () => {
      while (sender.busy) await sender.settled();
    },
    deliverDue: sender.deliverDue,
    deliverHeld: sender.deliverHeld,
    snapshot: changes.snapshot,
    subscribe: changes.subscribe,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
