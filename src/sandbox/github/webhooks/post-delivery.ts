import { createHmac } from "node:crypto";
import type { Delivery } from "./delivery-log.ts";

/** How long GitHub waits for an answer, in ms. */
const TIMEOUT = 10_000;

/** Where a delivery goes, who it is for, and what it is signed with. */
export interface DeliveryTarget {
  readonly url: string;
  readonly appId: number;
  readonly secret: string;
}

/** The headers of a delivery with this body, with its signatures. */
function headersOf({ id, event }: Delivery, body: string, { appId, secret }: DeliveryTarget) {
  const hash = (algorithm: string): string =>
    createHmac(algorithm, secret).update(body).digest("hex");
  return {
    accept: "*/*",
    "content-type": "application/json",
    "user-agent": "GitHub-Hookshot/5a17e99",
    "x-github-delivery": id,
    "x-github-event": event,
    "x-github-hook-id": String(appId),
    "x-github-hook-installation-target-id": String(appId),
    "x-github-hook-installation-target-type": "integration",
    "x-hub-signature": `sha1=${hash("sha1")}`,
    "x-hub-signature-256": `sha256=${hash("sha256")}`,
  };
}

/** Sends a delivery once, signed, and tells the answer's status, or why there is none. Never rejects. */
export async function postDelivery(
  delivery: Delivery,
  target: DeliveryTarget,
): Promise<{ readonly status?: number; readonly problem: string | null }> {
  const body = JSON.stringify(delivery.payload);
  const headers = headersOf(delivery, body, target);
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const answer = await fetch(target.url, { method: "POST", body, headers, signal });
    await answer.arrayBuffer();
    return { status: answer.status, problem: null };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === "TimeoutError";
    return { problem: timedOut ? "timed out" : "not reachable" };
  }
}
