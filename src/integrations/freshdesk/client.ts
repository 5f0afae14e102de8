import ky from "ky";
import type { z } from "zod";
import { RetryLaterError } from "../../incident/errors.ts";
import { PAUSE_MS, toError, type CallWords } from "./to-error.ts";

/** Where and as whom Freshdesk is called. */
export interface ClientOptions {
  /** Origin of the support desk. */
  readonly url: string;
  /** A secret. */
  readonly apiKey: string;
  /** UTC, ms. */
  readonly now: () => number;
  /** Milliseconds that a call may take altogether. */
  readonly timeoutMs: number;
}

/** One call of Freshdesk's API. */
export interface Call<T> {
  readonly method: "get" | "post" | "put";
  /** Below `/api/v2/`, with its query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly json?: object;
  /** What of the answer is used. */
  readonly shape: z.ZodType<T>;
  readonly words: CallWords;
}

/** What was answered: the body, and whether there is a further page. */
export interface Answered<T> {
  readonly body: T;
  readonly hasNext: boolean;
}

/**
 * Calls Freshdesk's API v2. A read is tried once more where the connection failed; what writes never is, since it may have taken
 * effect. Every call rejects with `RetryLaterError` or `TerminalError`, and nothing else.
 */
export function createClient({ url, apiKey, now, timeoutMs }: ClientOptions) {
  const client = ky.create({
    prefix: `${url}/api/v2/`,
    headers: { authorization: `Basic ${Buffer.from(`${apiKey}:X`).toString("base64")}` },
    // The signal bounds the whole of a call, its body too.
    timeout: false,
    retry: { limit: 1, methods: ["get"], delay: () => 200 },
    throwHttpErrors: false,
    // Followed, a POST would silently become a GET.
    redirect: "manual",
  });

  async function ask<T>({ method, path, json }: Call<T>): Promise<Response & { text: string }> {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await client(path, { method, signal, ...(json !== undefined && { json }) });
    return Object.assign(response, { text: await response.text() });
  }

  return async function call<T>(wanted: Call<T>): Promise<Answered<T>> {
    // Whatever went wrong on the way: it is not passed on, since it carries the request with the key.
    const response = await ask(wanted).catch(() => null);
    if (response === null) {
      throw new RetryLaterError(
        "Freshdesk cannot be reached, or did not answer in time.",
        PAUSE_MS,
      );
    }
    if (!response.ok) throw toError(response, wanted.words, now());
    const body = wanted.shape.safeParse(toJson(response.text));
    if (!body.success) {
      throw new RetryLaterError("Freshdesk answers what Sitrep cannot read.", PAUSE_MS);
    }
    const hasNext = /\brel="?next\b/.test(response.headers.get("link") ?? "");
    return { body: body.data, hasNext };
  };
}

/** Calls Freshdesk, as {@link createClient} makes it. */
export type Client = ReturnType<typeof createClient>;

function toJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
