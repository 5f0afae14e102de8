/** One call of the API, as it was answered. Holds no token. */
export interface Call {
  readonly at: Date;
  readonly protocol: "rest" | "graphql";
  /** `write` when the call can change something: a GraphQL mutation, a REST method other than GET. Minting a token is `token`. */
  readonly kind: "read" | "write" | "token";
  readonly method: string;
  /** The path without `/api/v3`, with its query. */
  readonly path: string;
  /** The path as GitHub's OpenAPI description has it, and its operation id; null for GraphQL and unknown paths. */
  readonly template: string | null;
  readonly operationId: string | null;
  /** GraphQL: the operation's name, or null; and its root fields by name. */
  readonly operationName: string | null;
  readonly fields: readonly string[];
  /** Who called; null for the app itself, or for nobody that is known. */
  readonly installationId: number | null;
  /** The permissions that the call made use of, such as `issues:write`. */
  readonly permissions: readonly string[];
  /** The status of the answer; null when the connection was dropped instead. */
  readonly status: number | null;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
  /** GraphQL: how many of the answer's `errors` there were. */
  readonly errors: number;
  /** Whether the fake was asked for something that it does not know: a test should never see one. */
  readonly unknown: boolean;
  /** Whether a fault that somebody ordered made the answer what it is. */
  readonly faulty: boolean;
}

/** The API calls, oldest first. */
export interface CallLog {
  readonly all: readonly Call[];
  /** How many since the start, or since the last `clear`, of one kind or of all. */
  count(kind?: Call["kind"]): number;
  /** Forgets them. */
  clear(): void;
}

/** An empty log and the way to add to it. `keep` is how many calls are remembered. */
export function createCallLog(keep: number): CallLog & { add(call: Call): void } {
  const all: Call[] = [];
  const counts = { read: 0, write: 0, token: 0 };
  return {
    all,
    count: (kind) =>
      kind === undefined ? counts.read + counts.write + counts.token : counts[kind],
    clear: () => {
      all.length = 0;
      Object.assign(counts, { read: 0, write: 0, token: 0 });
    },
    add: (call) => {
      counts[call.kind] += 1;
      all.push(call);
      if (all.length > keep) all.shift();
    },
  };
}
