import type { GraphQLSchema } from "graphql";
import type { FaultState } from "../faults.ts";
import { readGraphql } from "../graphql/answer-graphql.ts";
import { answerRest } from "../rest/answer-rest.ts";
import { matchRoute } from "../rest/match-route.ts";
import type { Store } from "../world/store.ts";
import type { Answer, AnsweredCall, ReadCall } from "./answer.ts";
import { HttpError, SUSPENDED } from "./http-error.ts";
import type { RateLimits } from "./rate-limit.ts";
import type { Caller, Tokens } from "./tokens.ts";

/** The parts of the embedded GitHub that answer calls. */
export interface Machinery {
  readonly store: Store;
  readonly schema: GraphQLSchema;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly faults: FaultState;
}

/** A call as it came in over HTTP; `path` is without `/api/v3`. */
export interface IncomingCall {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly accept: string;
  readonly body: unknown;
  readonly caller: Caller;
}

const NOTHING = { template: null, operationId: null, operationName: null, fields: [] } as const;

const refuse = (error: HttpError): Answer => ({ status: error.status, body: error.body });

function always(answer: Answer, unknown: boolean): () => Promise<AnsweredCall> {
  return () => Promise.resolve({ answer, permissions: [], errors: 0, unknown });
}

function readGraphqlCall(machinery: Machinery, { body, caller }: IncomingCall): ReadCall {
  const { store, faults, limits } = machinery;
  const fields = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const { query, variables, operationName } = fields;
  const call = readGraphql(machinery.schema, {
    query: typeof query === "string" ? query : "",
    variables: typeof variables === "object" ? ((variables ?? {}) as Record<string, unknown>) : {},
    operationName: typeof operationName === "string" ? operationName : null,
  });
  return {
    ...NOTHING,
    protocol: "graphql",
    kind: call.kind,
    fields: call.fields,
    operationName: call.operationName,
    run: async () => {
      if (caller.kind === "nobody")
        return always(
          refuse(new HttpError(401, "This endpoint requires you to be authenticated.")),
          false,
        )();
      if (caller.kind === "installation" && caller.installation.suspendedAt !== null)
        return always(refuse(new HttpError(403, SUSPENDED)), false)();
      if (caller.kind === "app")
        return always(
          refuse(new HttpError(403, "Resource not accessible by integration")),
          false,
        )();
      const { installation } = caller;
      const limit = limits.look(String(installation.id), "graphql");
      const used = new Set<string>();
      const context = {
        store,
        faults,
        installation,
        limit,
        price: call.price,
        used,
      };
      const answer = call.problem ?? (await call.run(context));
      const unknown = answer.data === undefined;
      const errors = answer.errors?.length ?? 0;
      return {
        answer: {
          status: 200,
          body: answer,
        },
        permissions: [...used],
        errors,
        unknown,
      };
    },
  };
}

function readRestCall(machinery: Machinery, call: IncomingCall): ReadCall {
  const matched = matchRoute(call.method, call.path);
  const kind = call.method === "GET" ? "read" : "write";
  if (matched === null) {
    const message = `The embedded GitHub does not know ${call.method} ${call.path}`;
    const run = always({ status: 501, body: { message } }, true);
    return { ...NOTHING, protocol: "rest", kind, run };
  }
  const { template, operationId, access } = matched.route;
  return {
    ...NOTHING,
    protocol: "rest",
    template,
    operationId,
    kind: operationId === "apps/create-installation-access-token" ? "token" : kind,
    run: () => {
      const answer = answerRest(matched, {
        ...machinery,
        ...call,
      });
      const permissions = access.includes(":") ? [access] : [];
      return Promise.resolve({
        answer,
        permissions,
        errors: 0,
        unknown: false,
      });
    },
  };
}

/** Finds out what a call is about, without doing anything yet. */
export function readCall(machinery: Machinery, call: IncomingCall): ReadCall {
  const isGraphql = call.method === "POST" && call.path === "/api/graphql";
  return isGraphql ? readGraphqlCall(machinery, call) : readRestCall(machinery, call);
}
