import { connect, type Socket } from "node:net";
import { Webhooks } from "@octokit/webhooks";
import { sign } from "@octokit/webhooks-methods";
import type { DeliveryOutcome } from "../../src/webhooks/delivery-intake.ts";
import type { Delivery, Receiver } from "../../src/webhooks/receiver.ts";
import {
  createWebhookServer,
  type WebhookServer,
  type WebhookServerOptions,
} from "../../src/webhooks/server.ts";

export const secret = "s3cret";
export const path = "/api/github/webhooks";

/** A webhook server on a free port, and everything that it did. */
export interface ServerHarness {
  readonly server: WebhookServer;
  readonly port: number;
  readonly received: readonly Delivery[];
  readonly errors: readonly unknown[];
  readonly outcomes: readonly DeliveryOutcome[];
  /** Requests `path` over real HTTP. */
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
}

type Given = Partial<Omit<WebhookServerOptions, "receiver">> & Partial<Receiver>;

export async function startServer(given: Given = {}): Promise<ServerHarness> {
  const { verify, receive, ...options } = given;
  const received: Delivery[] = [];
  const errors: unknown[] = [];
  const outcomes: DeliveryOutcome[] = [];
  const webhooks = new Webhooks({ secret });
  const server = createWebhookServer({
    receiver: {
      verify: verify ?? ((body, signature) => webhooks.verify(body, signature)),
      receive: async (one) => {
        received.push(one);
        await receive?.(one);
      },
    },
    ready: async () => ({ checks: {} }),
    onError: (error) => void errors.push(error),
    onDelivery: (outcome) => void outcomes.push(outcome),
    ...options,
    host: "127.0.0.1",
    port: 0,
  });
  const port = await server.listen();
  const request = (to: string, init?: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${to}`, init);
  return { server, port, received, errors, outcomes, request };
}

/** A POST as GitHub sends it, with headers replaced by `headers` (null: left out). */
export async function delivery(
  body: string,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<RequestInit> {
  const all = {
    "content-type": "application/json",
    "x-github-event": "issues",
    "x-github-delivery": "00000000-0000-4000-8000-000000000001",
    "x-hub-signature-256": body === "" ? `sha256=${"0".repeat(64)}` : await sign(secret, body),
    ...headers,
  };
  const given = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as [string, string]],
  );
  return { method: "POST", headers: given, body };
}

/** A raw connection: what it was answered, and a promise of its end. */
export interface RawClient {
  readonly socket: Socket;
  readonly answer: () => string;
  readonly closed: Promise<void>;
}

export function connectRaw(port: number): RawClient {
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => resolve()).once("end", () => socket.destroy());
  });
  return { socket, answer: () => text, closed };
}

/** Sends the lines of a request's head. */
export function sendHead({ socket }: RawClient, ...lines: readonly string[]): void {
  socket.write([...lines, "Host: 127.0.0.1", "", ""].join("\r\n"));
}

/** Sends chunks of a chunked body as fast as the server takes them, up to `bytes`; resolves with what left when the connection ended. */
export async function flood(client: RawClient, bytes: number): Promise<number> {
  const { socket, closed } = client;
  const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
  const pump = (): void => {
    while (socket.writable && socket.bytesWritten < bytes) if (!socket.write(chunk)) return;
  };
  socket.on("drain", pump);
  pump();
  await closed;
  return socket.bytesWritten;
}
