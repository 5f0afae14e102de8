import type { IncomingMessage } from "node:http";
import type { AnswerName } from "./answers.ts";

/** What a delivery's headers say, each in its right form. */
export interface DeliveryHead {
  readonly id: string;
  readonly event: string;
  /** As sent: `sha256=` and 64 hexadecimal digits. */
  readonly signature: string;
}

const signatureForm = /^sha256=[0-9a-f]{64}$/;
const eventForm = /^[a-z_]{1,64}$/;
const idForm = /^[\w-]{1,128}$/;
const jsonForm = /^application\/json\s*(?:;|$)/i;

/**
 * Reads a delivery's headers, or says why its body is not worth reading.
 * https://docs.github.com/en/webhooks/webhook-events-and-payloads#delivery-headers
 */
export function readDeliveryHead(
  { headers }: Pick<IncomingMessage, "headers">,
  maxBytes: number,
): DeliveryHead | AnswerName {
  const signature = only(headers["x-hub-signature-256"]);
  const event = only(headers["x-github-event"]);
  const id = only(headers["x-github-delivery"]);
  if (!signatureForm.test(signature)) return "badSignature";
  if (!eventForm.test(event)) return "badEvent";
  if (!idForm.test(id)) return "badDelivery";
  if (!jsonForm.test(headers["content-type"] ?? "")) return "notAskedAsJson";
  if (Number(headers["content-length"] ?? 0) > maxBytes) return "tooLarge";
  return { id, event, signature };
}

function only(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}
