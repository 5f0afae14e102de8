import type { ServerResponse } from "node:http";
import { SAFETY } from "./answer.ts";

/** Tells the open pages that something changed (Server-Sent Events). */
export interface EventStream {
  /** Keeps this answer open and tells it of every change from now on. */
  open(response: ServerResponse): void;
  /** Tells all, a moment later, once for whatever happens until then. */
  changed(): void;
  close(): void;
}

/** How long changes are gathered, in ms. */
const GATHER = 40;
/** A sign of life for proxies and sleeping laptops, in ms. */
const BEAT = 20_000;

/** A stream without listeners. Events are called `change` and carry a number that grows. */
export function createEventStream(): EventStream {
  const open = new Set<ServerResponse>();
  let count = 0;
  let pending: NodeJS.Timeout | undefined;
  const say = (text: string): void => open.forEach((response) => void response.write(text));
  const beat = setInterval(() => say(": still here\n\n"), BEAT);
  beat.unref();

  return {
    open: (response) => {
      response.writeHead(200, { ...SAFETY, "content-type": "text/event-stream" });
      response.write(`retry: 1000\nevent: change\ndata: ${count}\n\n`);
      open.add(response);
      response.once("close", () => open.delete(response));
    },
    changed: () => {
      pending ??= setTimeout(() => {
        pending = undefined;
        count += 1;
        say(`event: change\ndata: ${count}\n\n`);
      }, GATHER);
    },
    close: () => {
      clearInterval(beat);
      clearTimeout(pending);
      open.forEach((response) => void response.end());
    },
  };
}
