import type { IncomingMessage, ServerResponse } from "node:http";
import { type AnswerName, answer, refuse } from "./answers.ts";
import type { BodyReader } from "./body-reader.ts";
import { type DeliveryHead, readDeliveryHead } from "./delivery-head.ts";
import type { Delivery, Receiver } from "./receiver.ts";

/** One delivery as it was answered, for the log and the metrics. */
export interface DeliveryOutcome {
  /** GitHub's id of the delivery and the event's name; null when the headers did not say. */
  readonly id: string | null;
  readonly event: string | null;
  readonly status: number;
}

export interface IntakeOptions {
  readonly receiver: Receiver;
  readonly reader: BodyReader;
  readonly onError: (error: unknown, deliveryId: string) => void;
  readonly onDelivery: (outcome: DeliveryOutcome) => void;
}

/**
 * Takes in one delivery: refuses by the headers alone what cannot be one, reads the body within the limits, verifies it,
 * answers 202 and only then hands it on. Resolves when the delivery was handed on or refused; never rejects.
 */
export async function takeDelivery(
  request: IncomingMessage,
  response: ServerResponse,
  { receiver, reader, onError, onDelivery }: IntakeOptions,
): Promise<void> {
  const head = readDeliveryHead(request, reader.bodyBytes);
  if (typeof head === "string") {
    refuse(request, response, head);
    return onDelivery({ id: null, event: null, status: response.statusCode });
  }
  const { id, event } = head;
  try {
    if (request.headers.expect !== undefined) response.writeContinue();
    const delivery = await readDelivery(request, head, receiver, reader);
    if (delivery === null) return onDelivery({ id, event, status: 0 });
    if (typeof delivery === "string") dismiss(request, response, delivery);
    else answer(response, "accepted");
    onDelivery({ id, event, status: response.statusCode });
    if (typeof delivery !== "string") await receiver.receive(delivery);
  } catch (error) {
    if (!response.headersSent) {
      answer(response, "failed");
      onDelivery({ id, event, status: response.statusCode });
    }
    onError(error, id);
  }
}

/** The verified delivery, the name of the answer why there is none, or null when the sender went away. */
async function readDelivery(
  request: IncomingMessage,
  { id, event, signature }: DeliveryHead,
  { verify }: Receiver,
  reader: BodyReader,
): Promise<Delivery | AnswerName | null> {
  const body = await reader.read(request);
  if (body === "gone") return null;
  if (typeof body === "string") return body;
  try {
    if (body.bytes.length === 0) return "empty";
    const text = body.bytes.toString("utf8");
    if (!(await verify(text, signature))) return "wrongSignature";
    const payload = parseObject(text);
    return payload === null ? "notJson" : { id, name: event, payload };
  } finally {
    body.release();
  }
}

/** A request that was read to its end may keep its connection; one that was not is cut off. */
function dismiss(request: IncomingMessage, response: ServerResponse, name: AnswerName): void {
  const headers: Record<string, string> = name === "busy" ? { "retry-after": "60" } : {};
  if (request.complete) answer(response, name, headers);
  else refuse(request, response, name, headers);
}

function parseObject(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
