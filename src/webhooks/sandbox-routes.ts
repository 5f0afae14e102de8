import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import type { IncidentKey } from "../incident/key.ts";
import { answer, send } from "./answers.ts";
import { type Route, turnAway } from "./server.ts";

/** What the sandbox may do to the app that it runs. Instants are ms since 1970 UTC. */
export interface SandboxDesk {
  /**
   * Sets by how many ms the app's clock is ahead of the system's, but never back, and resolves when what is due by then is done, or
   * after a few seconds: with the app's time, and the next time for which any look is wanted (null: none).
   */
  wind(offset: number): Promise<{ readonly now: number; readonly nextLookAt: number | null }>;
  /** What the last look at this issue found, as JSON. */
  deadlines(key: Omit<IncidentKey, "installation">): object;
}

const MOST_BYTES = 1_000;
const JSON_TYPE = "application/json; charset=utf-8";

const winding = z.object({ offset: z.int() });
const place = z.object({
  owner: z.string().min(1),
  repo: z.string().min(1),
  number: z.coerce.number().int().positive(),
});

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** The body of a small JSON request; null when it is none. */
async function readSmall(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    return null;
  }
}

/**
 * The two addresses by which the sandbox winds the app's clock and reads its deadlines. For whoever does not bear the token there
 * is nothing here.
 */
export function createSandboxRoutes(
  token: string,
  desk: SandboxDesk,
  onError: (error: unknown, deliveryId: null) => void,
): ReadonlyMap<string, Route> {
  const wanted = digest(`Bearer ${token}`);
  const isKnown = ({ headers }: IncomingMessage): boolean =>
    timingSafeEqual(digest(headers.authorization ?? ""), wanted);

  const guarded =
    (serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      if (!isKnown(request)) return turnAway(request, response, "notFound");
      serve(request, response).catch((error: unknown) => {
        onError(error, null);
        answer(response, "failed");
      });
    };

  const wind = guarded(async (request, response) => {
    const asked = winding.safeParse(await readSmall(request));
    if (!asked.success) return answer(response, "notJson");
    send(response, 200, JSON_TYPE, JSON.stringify(await desk.wind(asked.data.offset)));
  });

  const deadlines = guarded(async ({ url = "" }, response) => {
    const { searchParams } = new URL(url, "http://sandbox");
    const key = place.safeParse(Object.fromEntries(searchParams));
    if (!key.success) return answer(response, "notFound");
    send(response, 200, JSON_TYPE, JSON.stringify(desk.deadlines(key.data)));
  });

  return new Map<string, Route>([
    ["/sandbox/clock", { PUT: wind }],
    ["/sandbox/deadlines", { GET: deadlines }],
  ]);
}
