import type { Project } from "./project-records.ts";
import type { Account, Installation, NodeRecord, Repository, Team, Timestamp } from "./records.ts";
import type { Happening } from "./happening.ts";

/** The app as GitHub knows it: its identity and what it asks for when it is installed. */
export interface AppRecord {
  readonly id: number;
  readonly slug: string;
  readonly publicKey: string;
  readonly events: readonly string[];
  readonly permissions: Readonly<Record<string, "read" | "write" | "admin">>;
}

/** The whole state of the embedded GitHub. Acts change it; REST and GraphQL show it. */
export interface Store {
  readonly app: AppRecord;
  /** The account that acts for the app, `slug[bot]`. */
  readonly bot: Account;
  /** By login in lower case. */
  readonly accounts: Map<string, Account>;
  /** By `owner/name` in lower case. */
  readonly repositories: Map<string, Repository>;
  readonly installations: Map<number, Installation>;
  /** By `organisation/slug` in lower case. */
  readonly teams: Map<string, Team>;
  /** By `owner/number` in lower case. */
  readonly projects: Map<string, Project>;
  readonly nodes: Map<string, NodeRecord>;
  /** Where its pages and API are, without a slash at the end. */
  readonly origin: string;
  /** The time by the caller's clock, in whole seconds. */
  timestamp(): Timestamp;
  nextId(): number;
  /** Gives a record its ids and makes it findable by its node id. */
  add<T extends NodeRecord>(prefix: string, fields: Omit<T, "id" | "nodeId">): T;
  /** Tells the webhooks, and whoever watches, that something happened. */
  happened(happening: Happening): void;
  /** Tells whoever watches that something changed that GitHub sends no delivery for. */
  changed(): void;
}

/** What a store needs from outside. */
export interface StoreOptions {
  readonly app: AppRecord;
  readonly now: () => Date;
  readonly origin: string;
  readonly onHappening: (happening: Happening) => void;
  readonly onChange: () => void;
}

/** An instant as GitHub writes it: whole seconds, UTC. */
export function toTimestamp(instant: Date): Timestamp {
  return instant.toISOString().replace(/\.\d+Z$/, "Z");
}

function toNodeId(prefix: string, id: number): string {
  return `${prefix}_kwDO${Buffer.from(`s:${id}`).toString("base64url")}`;
}

/** An empty store, whose only account is the app's bot. */
export function createStore(options: StoreOptions): Store {
  let lastId = 1000;
  const nodes = new Map<string, NodeRecord>();
  const accounts = new Map<string, Account>();
  const timestamp = (): Timestamp => toTimestamp(options.now());
  const nextId = (): number => (lastId += 1);
  const add = <T extends NodeRecord>(prefix: string, fields: Omit<T, "id" | "nodeId">): T => {
    const id = nextId();
    const record = { ...fields, id, nodeId: toNodeId(prefix, id) } as unknown as T;
    nodes.set(record.nodeId, record);
    return record;
  };
  const login = `${options.app.slug}[bot]`;
  const bot = add<Account>("BOT", { typename: "Bot", login, name: null, createdAt: timestamp() });
  accounts.set(login.toLowerCase(), bot);
  return {
    app: options.app,
    bot,
    accounts,
    nodes,
    timestamp,
    nextId,
    add,
    repositories: new Map(),
    installations: new Map(),
    teams: new Map(),
    projects: new Map(),
    origin: options.origin,
    happened: (happening) => {
      options.onHappening(happening);
      options.onChange();
    },
    changed: options.onChange,
  };
}
