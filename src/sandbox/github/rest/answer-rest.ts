import { Refusal } from "../acts/refusal.ts";
import { HttpError, SUSPENDED, toHttpError } from "../http/http-error.ts";
import type { RateLimits } from "../http/rate-limit.ts";
import type { Caller, Tokens } from "../http/tokens.ts";
import type { Store } from "../world/store.ts";
import type { MatchedRoute } from "./match-route.ts";
import type { RestAnswer, RestCall, Route } from "./route.ts";

/** What a REST call brings with it. */
export interface RestRequest {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly caller: Caller;
  readonly url: URL;
  readonly accept: string;
  readonly body: unknown;
}

function checkAccess({ access }: Route, caller: Caller): void {
  if (caller.kind === "nobody") throw new HttpError(401, "Requires authentication");
  if (access === "anybody") return;
  if (access === "app") {
    if (caller.kind === "app") return;
    throw new HttpError(401, "A JSON web token could not be decoded");
  }
  if (caller.kind !== "installation")
    throw new HttpError(403, "You must authenticate with an installation access token");
  const { installation } = caller;
  if (installation.suspendedAt !== null) throw new HttpError(403, SUSPENDED);
  const [name = "", level] = access.split(":");
  const granted = installation.permissions[name];
  if (granted === undefined || (level === "write" && granted === "read"))
    throw new HttpError(403, "Resource not accessible by integration");
}

function toRestCall(matched: MatchedRoute, request: RestRequest): RestCall {
  const { store, caller, body, url } = request;
  const isObject = typeof body === "object" && body !== null;
  // GitHub reads a bare list as the operation's one list, as in `POST …/labels`.
  const fields = Array.isArray(body) ? { labels: body } : isObject ? body : {};
  return {
    ...request,
    params: matched.params,
    query: url.searchParams,
    body: fields as Readonly<Record<string, unknown>>,
    writes: matched.route.method !== "GET",
    actor: store.bot,
    get installation() {
      if (caller.kind === "installation") return caller.installation;
      throw new HttpError(403, "Resource not accessible by integration");
    },
  };
}

/** Answers a REST call by its route; what is refused becomes the status that GitHub gives it. */
export function answerRest(matched: MatchedRoute, request: RestRequest): RestAnswer {
  try {
    checkAccess(matched.route, request.caller);
    return matched.route.answer(toRestCall(matched, request));
  } catch (error) {
    const answer = error instanceof Refusal ? toHttpError(error) : error;
    if (!(answer instanceof HttpError)) throw error;
    const { status, body, headers } = answer;
    return { status, body, headers };
  }
}
