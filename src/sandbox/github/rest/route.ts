import type { RateLimits } from "../http/rate-limit.ts";
import type { Caller, Tokens } from "../http/tokens.ts";
import type { Account, Installation } from "../world/records.ts";
import type { Store } from "../world/store.ts";

/** A call of a REST operation, as its route gets it. */
export interface RestCall {
  readonly store: Store;
  readonly tokens: Tokens;
  readonly limits: RateLimits;
  readonly caller: Caller;
  /** The installation that calls. Throws a 403 when it is not one. */
  readonly installation: Installation;
  /** Whether the operation changes something. */
  readonly writes: boolean;
  /** Who acts: the app's bot. */
  readonly actor: Account;
  /** The path's variables, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The `Accept` header. */
  readonly accept: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The absolute address of the call, for links to other pages of a list. */
  readonly url: URL;
}

/** The answer of a REST operation. */
export interface RestAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One operation of GitHub's REST API. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** The path as GitHub's OpenAPI description has it. */
  readonly template: string;
  readonly operationId: string;
  /** Who may call: the app with its JWT, an installation with this permission, or anybody who is known. */
  readonly access: "app" | "anybody" | `${string}:${"read" | "write"}`;
  answer(call: RestCall): RestAnswer;
}
