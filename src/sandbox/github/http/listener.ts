import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Call } from "../call-log.ts";
import type { DueFailure } from "../faults.ts";
import type { Answer, AnsweredCall, ReadCall } from "./answer.ts";
import { HttpError } from "./http-error.ts";
import { rateLimitHeaders } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import { readCall } from "./read-call.ts";
import type { IncomingCall, Machinery } from "./read-call.ts";
import type { Caller } from "./tokens.ts";

/** What the listener tells of each call. */
export interface ListenerOptions extends Machinery {
  readonly now: () => Date;
  readonly onCall: (call: Call) => void;
}

const API = "/api/v3";

const callerKey = (caller: Caller): string =>
  caller.kind === "installation" ? String(caller.installation.id) : caller.kind;

/** The same body without the token that it may carry. */
function withoutToken(body: unknown): unknown {
  return typeof body === "object" && body !== null && "token" in body
    ? { ...body, token: "***" }
    : body;
}

function toFailedAnswer({ status, headers, body }: DueFailure): Answer | null {
  if (status === "drop") return null;
  return { status, body: body ?? { message: `This answer was made to be ${status}` }, headers };
}

function withEtag(request: IncomingMessage, answer: Answer): Answer {
  if (request.method !== "GET" || answer.status !== 200) return answer;
  const hash = createHash("sha1").update(JSON.stringify(answer.body)).digest("hex");
  const etag = `W/"${hash}"`;
  const headers = { ...answer.headers, etag };
  const { body } = answer;
  return request.headers["if-none-match"] === etag
    ? { status: 304, headers }
    : { status: 200, body, headers };
}

function send(response: ServerResponse, answer: Answer): void {
  const { status, body } = answer;
  const isText = typeof body === "string";
  const type = isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  const text = isText ? body : JSON.stringify(body);
  response.writeHead(status, {
    ...(body !== undefined && { "content-type": type }),
    "x-github-request-id": randomUUID(),
    ...answer.headers,
  });
  response.end(body === undefined ? undefined : text);
}

async function readIncoming(
  request: IncomingMessage,
  { store, tokens }: ListenerOptions,
): Promise<IncomingCall & { readonly problem: HttpError | null }> {
  const url = new URL(request.url ?? "/", store.origin);
  const path = url.pathname.startsWith(API) ? url.pathname.slice(API.length) : url.pathname;
  const { authorization, accept = "" } = request.headers;
  const call = { method: request.method ?? "GET", url, path, accept };
  const nobody = { kind: "nobody" } as const;
  try {
    const body = await readBody(request);
    const caller = tokens.recognise(authorization);
    const problem = caller === null ? new HttpError(401, "Bad credentials") : null;
    return { ...call, body, caller: caller ?? nobody, problem };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return { ...call, body: undefined, caller: nobody, problem: error };
  }
}

async function runCall(
  call: ReadCall,
  problem: HttpError | null,
  failure: DueFailure | null,
): Promise<AnsweredCall | null> {
  const nothing = { permissions: [], errors: 0, unknown: false };
  const runs = failure === null || failure.when === "after";
  const refused = problem && { ...nothing, answer: problem };
  const ran = runs ? (refused ?? (await call.run())) : null;
  if (failure === null) return ran;
  const answer = toFailedAnswer(failure);
  const { errors } = (failure.body ?? {}) as { readonly errors?: readonly unknown[] };
  const counted = errors?.length ?? ran?.errors ?? 0;
  return answer && { ...nothing, ...ran, errors: counted, unknown: false, answer };
}

/** Answers API calls, with the faults that were ordered, and tells of each before its answer leaves. */
export function createListener(options: ListenerOptions) {
  const { faults, limits } = options;

  async function answerCall(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const incoming = await readIncoming(request, options);
    const { method, caller, url } = incoming;
    const path = incoming.path + url.search;
    const { run, ...about } = readCall(options, incoming);
    const failure = faults.takeFailure({ ...about, method, path });
    if (faults.answerDelay > 0) await sleep(faults.answerDelay / 2);
    faults.interrupt({ ...about, method, path });
    const ran = await runCall({ ...about, run }, incoming.problem, failure);
    const limit = limits.use(callerKey(caller), about.protocol === "graphql" ? "graphql" : "core");
    options.onCall({
      at: options.now(),
      ...about,
      method,
      path,
      requestBody: incoming.body,
      installationId: caller.kind === "installation" ? caller.installation.id : null,
      permissions: ran?.permissions ?? [],
      status: ran?.answer.status ?? null,
      responseBody: withoutToken(ran?.answer.body),
      errors: ran?.errors ?? 0,
      unknown: ran?.unknown ?? false,
      faulty: failure !== null,
    });
    if (faults.answerDelay > 0) await sleep(faults.answerDelay / 2);
    if (ran === null) {
      request.socket.destroy();
      return;
    }
    const headers = { ...rateLimitHeaders(limit), ...ran.answer.headers };
    send(response, withEtag(request, { ...ran.answer, headers }));
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answerCall(request, response).catch((error: unknown) => {
      console.error("The embedded GitHub failed:", error);
      if (!response.headersSent) send(response, new HttpError(500, "The embedded GitHub failed"));
    });
  };
}
