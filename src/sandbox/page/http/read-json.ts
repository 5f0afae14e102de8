import type { IncomingMessage } from "node:http";

/** Room for two bodies of 65,536 characters, each escaped. */
const MOST_BYTES = 1_048_576;

/** What was sent, or why it is not taken, with the HTTP status for that. */
export type ReadJson =
  | { readonly value: unknown }
  | { readonly problem: string; readonly status: 400 | 413 | 415 };

/** Reads a JSON body of at most one MiB. Asking for the type keeps foreign forms out: a browser sends no JSON unasked. */
export async function readJson(request: IncomingMessage): Promise<ReadJson> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim();
  if (type !== "application/json") return { problem: "Send JSON (application/json).", status: 415 };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return { problem: "That is more than one MiB.", status: 413 };
    chunks.push(chunk);
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { problem: "This is not valid JSON.", status: 400 };
  }
}
