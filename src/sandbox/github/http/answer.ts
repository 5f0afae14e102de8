/** An answer of the API before it is sent. A text body is sent as it is, any other as JSON. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What the call log has to know of a call besides its answer. */
export interface AnsweredCall {
  readonly answer: Answer;
  readonly permissions: readonly string[];
  readonly errors: number;
  readonly unknown: boolean;
}

/** A call that was read and can be run, once. */
export interface ReadCall {
  readonly kind: "read" | "write" | "token";
  readonly protocol: "rest" | "graphql";
  readonly template: string | null;
  readonly operationId: string | null;
  readonly operationName: string | null;
  readonly fields: readonly string[];
  readonly run: () => Promise<AnsweredCall>;
}
