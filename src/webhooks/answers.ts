import type { IncomingMessage, ServerResponse } from "node:http";

/** Every sentence that the server answers, by name. Fixed: nothing of an error, a setting or a payload is ever in an answer. */
export const ANSWERS = {
  accepted: { status: 202, text: "Accepted." },
  alive: { status: 200, text: "ok" },
  badEvent: { status: 400, text: "X-GitHub-Event is missing or is no event name." },
  badDelivery: { status: 400, text: "X-GitHub-Delivery is missing or is no delivery id." },
  empty: { status: 400, text: "The delivery has no body." },
  notJson: { status: 400, text: "The body is no JSON object." },
  badSignature: { status: 401, text: "X-Hub-Signature-256 is missing or is no SHA-256 signature." },
  wrongSignature: { status: 401, text: "The signature does not fit the body and the secret." },
  notFound: { status: 404, text: "Nothing is here." },
  wrongMethod: { status: 405, text: "This address does not answer that method." },
  tooLarge: { status: 413, text: "The body is larger than a delivery from GitHub can be." },
  notAskedAsJson: { status: 415, text: "The content type must be application/json." },
  failed: { status: 500, text: "Sitrep failed here; its log says why." },
  busy: { status: 503, text: "Too many deliveries at once. Please send it again later." },
} as const satisfies Record<string, { readonly status: number; readonly text: string }>;

export type AnswerName = keyof typeof ANSWERS;

/** How long a refused sender may read the answer before the connection is cut. Milliseconds. */
const lingerMs = 500;

/** Sends a fixed answer. */
export function answer(
  response: ServerResponse,
  name: AnswerName,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { status, text } = ANSWERS[name];
  send(response, status, "text/plain; charset=utf-8", text, headers);
}

/** Sends `body` whole. To HEAD it sends the headers alone. */
export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...headersFor(type, body), ...headers });
  response.end(body);
}

/**
 * Sends a fixed answer to a request whose body is not wanted, reads none of it, and cuts the connection. The response is
 * complete but left open for a moment: ended, Node would read on, or cut before the sender has seen the answer.
 */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  name: AnswerName,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { status, text } = ANSWERS[name];
  const type = "text/plain; charset=utf-8";
  request.pause();
  response.writeHead(status, { ...headersFor(type, text), ...headers, connection: "close" });
  response.write(text);
  const timer = setTimeout(() => request.socket.destroy(), lingerMs);
  request.socket.once("close", () => clearTimeout(timer));
}

function headersFor(type: string, body: string): Record<string, string> {
  return {
    "content-type": type,
    "content-length": String(Buffer.byteLength(body)),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
}
