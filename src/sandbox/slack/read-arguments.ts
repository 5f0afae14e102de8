import type { IncomingMessage } from "node:http";
import type { Arguments } from "./methods.ts";

/** The largest body that is read, in bytes. */
const MOST = 1024 * 1024;

/** What a call was given, from a form or from JSON; nothing where it is neither, or too large. */
export async function readArguments(request: IncomingMessage): Promise<Arguments> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST) chunks.push(chunk);
  }
  if (size > MOST) return {};
  const body = Buffer.concat(chunks).toString("utf8");
  if (!(request.headers["content-type"] ?? "").startsWith("application/json")) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Arguments) : {};
  } catch {
    return {};
  }
}
