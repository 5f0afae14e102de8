import type { IncomingHttpHeaders } from "node:http";

const OURS = new Set(["localhost", "127.0.0.1"]);

const hostname = (host: string): string => host.replace(/:\d+$/, "").toLowerCase();

/**
 * Why a request is refused, or null. Only this machine's own names are served, so that a foreign page cannot reach the sandbox
 * by a name that it has pointed here; and only the page itself may ask from a browser.
 */
export function findIntruder(headers: IncomingHttpHeaders): string | null {
  const { host, origin } = headers;
  if (host === undefined || !OURS.has(hostname(host)))
    return "The sandbox answers only at localhost or 127.0.0.1.";
  if (origin !== undefined && origin !== `http://${host}`)
    return "The sandbox answers only to its own page.";
  if (headers["sec-fetch-site"] === "cross-site" && headers["sec-fetch-mode"] !== "navigate")
    return "The sandbox answers only to its own page.";
  return null;
}
