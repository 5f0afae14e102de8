/** What of an error is written to the log. */
export interface LoggedError {
  readonly type: string;
  /** With the messages of its causes. */
  readonly message: string;
  readonly stack?: string;
  /** The answer's, where it was none of success. */
  readonly status?: number;
  /** ms. */
  readonly retryAfterMs?: number;
}

const HIDDEN = "(not shown)";
const MOST_CAUSES = 5;

// By their forms, in case a library writes one into a message: keys in PEM, GitHub's and Slack's tokens, JWTs, and headers.
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[^]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b(?:gh[a-z]_|github_pat_)\w+/g,
  /\b(?:xox[a-z]|xapp)[.-][\w.-]+/g,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(?<=(?:basic|bearer|token) )[\w+/=.~-]{16,}/gi,
];

const withoutSecrets = (text: string): string =>
  SECRETS.reduce((left, secret) => left.replace(secret, HIDDEN), text);

function chainOf(error: Error): readonly Error[] {
  const chain = [error];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) {
    if (chain.includes(cause) || chain.length > MOST_CAUSES) break;
    chain.push(cause);
  }
  return chain;
}

const numberOf = (error: Error, name: string): number | undefined => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === "number" ? value : undefined;
};

/**
 * An error as it may stand in the log: what a library hangs onto it (the request with its headers and body, the answer) stays
 * out, and what looks like a credential is taken from its texts. What is no error is only named by its type. Never throws.
 */
export function toLoggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error" };
  const chain = chainOf(error);
  const status = numberOf(error, "status");
  const retryAfterMs = numberOf(error, "retryAfterMs");
  const { stack } = error;
  return {
    type: error.name,
    message: withoutSecrets(chain.map(({ message }) => message).join(": ")),
    ...(stack !== undefined && { stack: withoutSecrets(stack) }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
