import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createDeskFaults, type DeskFault, type DeskFaults } from "./desk-faults.ts";
import { answerDesk, type DeskAnswer, type DeskCall } from "./desk-routes.ts";
import { createDeskWorld, type DeskWorld } from "./desk-world.ts";

/** What was asked of the desk, and its answer; null: none left. */
export interface DeskTraffic {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number | null;
}

/** A support desk on this machine. */
export interface EmbeddedFreshdesk {
  /** Its address, for FRESHDESK_URL. */
  readonly url: string;
  /** The key that it accepts, for FRESHDESK_API_KEY. */
  readonly apiKey: string;
  readonly world: DeskWorld;
  readonly faults: DeskFaults;
  /** Every call so far, oldest first. */
  calls(): readonly DeskTraffic[];
  /** Told after each call; answers how to be told no more. */
  subscribe(listener: () => void): () => void;
  /** The address of a ticket, as agents see it. */
  addressOf(ticket: number): string;
  /** Ends it, with every connection. */
  stop(): Promise<void>;
}

/** The time that it goes by (UTC, ms), and the port; 0 or left out: a free one. */
export interface EmbeddedFreshdeskOptions {
  readonly now: () => number;
  readonly port?: number;
}

const API = "/api/v2";
const KEY = "sandbox-freshdesk-key";
const MOST = 1024 * 1024;

/** Reads at most a megabyte as JSON; undefined: there is none, or it is none. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
  }
  try {
    return size > MOST
      ? undefined
      : (JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown);
  } catch {
    return undefined;
  }
}

const isAllowed = ({ headers }: IncomingMessage): boolean =>
  headers.authorization === `Basic ${Buffer.from(`${KEY}:X`).toString("base64")}`;

const refusal: DeskAnswer = {
  status: 401,
  body: {
    code: "invalid_credentials",
    message: "You have to be logged in to perform this action.",
  },
};

/** What is answered in the end; null: nothing. */
function toFinal(fault: DeskFault | null, run: () => DeskAnswer): DeskAnswer | null {
  if (fault === null) return run();
  if (fault.kind !== "hang" && fault.when === "after") run();
  if (fault.kind !== "answer") return null;
  const { status, retryAfter, body } = fault;
  return {
    status,
    body,
    ...(retryAfter !== undefined && { headers: { "retry-after": retryAfter } }),
  };
}

function send(response: ServerResponse, { status, body, headers }: DeskAnswer): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(body === undefined ? undefined : text);
}

/** Starts a support desk that speaks as much of Freshdesk's API v2 as Sitrep uses, on 127.0.0.1, in memory. */
export async function createEmbeddedFreshdesk({
  now,
  port = 0,
}: EmbeddedFreshdeskOptions): Promise<EmbeddedFreshdesk> {
  const world = createDeskWorld(now);
  const faults = createDeskFaults(now);
  const listeners = new Set<() => void>();
  let calls: readonly DeskTraffic[] = [];
  let origin = "";

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const body = await readJson(request);
    const method = request.method ?? "GET";
    const fault = faults.take(method);
    const isApi = url.pathname.startsWith(`${API}/`);
    const path = url.pathname.slice(API.length);
    const call: DeskCall = { method, path, query: url.searchParams, body, origin };
    const run = (): DeskAnswer => {
      if (!isApi) return { status: 404 };
      return isAllowed(request) ? answerDesk(world, call) : refusal;
    };
    const final = toFinal(fault, run);
    calls = [...calls, { method, path: path + url.search, body, status: final?.status ?? null }];
    for (const listener of listeners) listener();
    if (final !== null) send(response, final);
    else if (fault?.kind === "drop") request.socket.destroy();
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: origin,
    apiKey: KEY,
    world,
    faults,
    calls: () => calls,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addressOf: (ticket) => `${origin}/a/tickets/${ticket}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
