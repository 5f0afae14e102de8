import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type AnswerName, answer, refuse, send } from "./answers.ts";
import { type BodyLimits, BodyReader } from "./body-reader.ts";
import { type DeliveryOutcome, takeDelivery } from "./delivery-intake.ts";
import { type ReadyReport, shareOne, toReadyAnswer } from "./readiness.ts";
import type { Receiver } from "./receiver.ts";

export interface ServerTimeouts {
  /** For the headers to arrive. Milliseconds, default 10,000. */
  readonly headersMs?: number;
  /** For the whole request to arrive. Milliseconds, default 30,000. */
  readonly requestMs?: number;
  /** How often the two are looked at. Milliseconds, default 2,000. */
  readonly checkMs?: number;
  /** How long `close` waits for what is under way. Milliseconds, default 10,000. */
  readonly closeMs?: number;
}

export interface WebhookServerOptions {
  readonly receiver: Receiver;
  /** Whether Sitrep can do its work now; asked once at a time. */
  readonly ready: () => Promise<ReadyReport>;
  /** Told of every error whose text no answer carries; the delivery's id, or null when it is about readiness. */
  readonly onError: (error: unknown, deliveryId: string | null) => void;
  /** Told of each delivery when it was answered; status 0 when the sender went away first. */
  readonly onDelivery?: (outcome: DeliveryOutcome) => void;
  /** The address to listen on. Default `0.0.0.0`. */
  readonly host?: string;
  /** Default 3000; 0 takes a free one. */
  readonly port?: number;
  /** Where deliveries arrive. Default `/api/github/webhooks`. */
  readonly path?: string;
  /** Further addresses, by their path; none of the server's own. */
  readonly routes?: ReadonlyMap<string, Route>;
  readonly limits?: BodyLimits;
  readonly timeouts?: ServerTimeouts;
}

export interface WebhookServer {
  /** Starts to listen; resolves with the port. Rejects when the address is taken or not to be had. */
  listen(): Promise<number>;
  /** Takes no more requests, finishes those under way (for at most `closeMs`), then resolves. */
  close(): Promise<void>;
  /** Bytes of bodies held in memory now. */
  heldBytes(): number;
}

/** What is done at one address, by method; `GET` answers HEAD too. */
export type Route = Readonly<
  Record<string, (request: IncomingMessage, response: ServerResponse) => void>
>;

/** Sitrep's own HTTP server: deliveries on `path`, `GET /healthz` (alive), `GET /readyz` (able). Everything else is refused unread. */
export function createWebhookServer(options: WebhookServerOptions): WebhookServer {
  const { timeouts = {}, host = "0.0.0.0", port = 3000 } = options;
  const reader = new BodyReader(options.limits);
  const underWay = new Set<Promise<void>>();
  const routes = createRoutes(options, reader, underWay);
  const server = createServer({
    headersTimeout: timeouts.headersMs ?? 10_000,
    requestTimeout: timeouts.requestMs ?? 30_000,
    connectionsCheckingInterval: timeouts.checkMs ?? 2_000,
  });
  const serve = (request: IncomingMessage, response: ServerResponse): void =>
    dispatch(routes, request, response);
  server.on("request", serve).on("checkContinue", serve);

  return {
    listen: () => listen(server, host, port),
    close: () => close(server, underWay, timeouts.closeMs ?? 10_000),
    heldBytes: () => reader.heldBytes,
  };
}

function createRoutes(
  {
    receiver,
    ready,
    onError,
    onDelivery = () => {},
    path,
    routes = new Map(),
  }: WebhookServerOptions,
  reader: BodyReader,
  underWay: Set<Promise<void>>,
): ReadonlyMap<string, Route> {
  const askReady = shareOne(ready);
  const takeIn = (request: IncomingMessage, response: ServerResponse): void => {
    const taken = takeDelivery(request, response, { receiver, reader, onError, onDelivery });
    const noted = taken.finally(() => underWay.delete(noted));
    underWay.add(noted);
  };
  const showReady = async (response: ServerResponse): Promise<void> => {
    try {
      const { status, body } = toReadyAnswer(await askReady());
      send(response, status, "application/json; charset=utf-8", body);
    } catch (error) {
      onError(error, null);
      answer(response, "failed");
    }
  };
  return new Map<string, Route>([
    ...routes,
    [path ?? "/api/github/webhooks", { POST: takeIn }],
    ["/healthz", { GET: (_request, response) => answer(response, "alive") }],
    ["/readyz", { GET: (_request, response) => void showReady(response) }],
  ]);
}

function dispatch(
  routes: ReadonlyMap<string, Route>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.on("error", () => request.socket.destroy());
  const [path = ""] = (request.url ?? "").split("?", 1);
  const route = routes.get(path);
  if (route === undefined) return turnAway(request, response, "notFound");
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "");
  const serve = Object.hasOwn(route, method) ? route[method] : undefined;
  if (serve !== undefined) return serve(request, response);
  const allowed = Object.keys(route).flatMap((one) => (one === "GET" ? ["GET", "HEAD"] : [one]));
  turnAway(request, response, "wrongMethod", { allow: allowed.join(", ") });
}

/** Refuses a request unread, whether it has a body or not. */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  name: AnswerName,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = request.headers["transfer-encoding"] ?? request.headers["content-length"] ?? "0";
  if (body === "0") answer(response, name, headers);
  else refuse(request, response, name, headers);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function close(
  server: Server,
  underWay: ReadonlySet<Promise<void>>,
  graceMs: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  let timer: NodeJS.Timeout | undefined;
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(() => resolve(server.closeAllConnections()), graceMs);
  });
  await closed;
  await Promise.race([Promise.all(underWay), grace]);
  clearTimeout(timer);
}
