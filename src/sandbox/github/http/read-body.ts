import type { IncomingMessage } from "node:http";
import { HttpError } from "./http-error.ts";

/** The largest body that is read, in bytes. */
const MOST = 4 * 1024 * 1024;

/** A request's body as JSON; undefined when there is none. Rejects with a 400 what is not JSON, with a 413 what is too large. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
  }
  if (size > MOST) throw new HttpError(413, "Payload too big");
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HttpError(400, "Problems parsing JSON");
  }
}
