import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Answer, type Arguments, METHODS } from "./methods.ts";
import { readArguments } from "./read-arguments.ts";
import { createSlackFaults, type SlackFault, type SlackFaults } from "./slack-faults.ts";
import { type ChannelSetup, createSlackWorld, type SlackWorld } from "./world.ts";

/** How an embedded Slack is made. */
export interface SlackSetup {
  readonly channels: readonly ChannelSetup[];
  readonly now: () => Date;
  /** What the app has to send. Default `xoxb-sandbox`. */
  readonly token?: string;
  /** What the app may do. Default: all that its methods need. */
  readonly scopes?: readonly string[];
}

/** One call, as it came and was answered. */
export interface SlackCall {
  readonly method: string;
  readonly arguments: Arguments;
  readonly status: number | null;
  readonly answer: Answer | null;
}

/** A small Slack on 127.0.0.1. */
export interface EmbeddedSlack {
  /** For SLACK_API_URL. */
  readonly apiUrl: string;
  readonly token: string;
  readonly world: SlackWorld;
  readonly faults: SlackFaults;
  /** Every call so far. */
  calls(): readonly SlackCall[];
  /** Told after each call; answers how to be told no more. */
  subscribe(listener: () => void): () => void;
  close(): Promise<void>;
}

const SCOPES = [
  "chat:write",
  "channels:read",
  "channels:history",
  "groups:read",
  "usergroups:read",
  "users:read.email",
];

type Sent = Pick<SlackCall, "status" | "answer"> & {
  readonly headers?: Readonly<Record<string, string>>;
};

interface Workspace {
  readonly world: SlackWorld;
  readonly token: string;
  readonly scopes: readonly string[];
}

function runMethod(
  { world, token, scopes }: Workspace,
  method: string,
  given: Arguments,
  sent: string,
): Answer {
  if (sent === "") return { ok: false, error: "not_authed" };
  if (sent !== token) return { ok: false, error: "invalid_auth" };
  const found = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (found === undefined) return { ok: false, error: "unknown_method" };
  const missing = found.scopes(given).filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) return { ok: false, error: "missing_scope", needed: missing.join() };
  return found.run(world, given);
}

/** What is answered: null for `answer` where a fault comes in between, and for `status` where nothing is. */
function answered(fault: SlackFault | null, act: () => Answer): Sent {
  if (fault === null) return { status: 200, answer: act() };
  if (fault.when === "after") act();
  return {
    status: typeof fault.status === "number" ? fault.status : null,
    answer: fault.body ?? null,
    ...(fault.headers && { headers: fault.headers }),
  };
}

/** Starts one. */
export async function startEmbeddedSlack(setup: SlackSetup): Promise<EmbeddedSlack> {
  const { token = "xoxb-sandbox", scopes = SCOPES, now } = setup;
  const world = createSlackWorld(setup.channels, now);
  const faults = createSlackFaults(() => now().getTime());
  const listeners = new Set<() => void>();
  let calls: readonly SlackCall[] = [];

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = new URL(request.url ?? "/", "http://slack").pathname.replace("/api/", "");
    const given = await readArguments(request);
    const bearer = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    const fault = faults.take(method);
    const {
      status,
      answer,
      headers = {},
    } = answered(fault, () => runMethod({ world, token, scopes }, method, given, bearer));
    calls = [...calls, { method, arguments: given, status, answer }];
    for (const listener of listeners) listener();
    if (fault?.status === "hang") return;
    if (status === null) {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
    response.end(JSON.stringify(answer ?? { ok: false, error: "fault" }));
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error("The embedded Slack failed:", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    token,
    world,
    faults,
    calls: () => calls,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
