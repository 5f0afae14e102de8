/**
 * Their side is down or asks for patience: try again, not before `retryAfterMs` from now.
 * Any other error that a look throws is tried again too, by the queue's own back-off.
 */
export class RetryLaterError extends Error {
  override readonly name = "RetryLaterError";
  /** Milliseconds to wait at least, as the other side asked (`Retry-After`, a rate limit's reset). */
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number, options?: ErrorOptions) {
    super(message, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Never going to work by trying again (a missing scope, 410 Gone, a suspended installation): told once, not retried. */
export class TerminalError extends Error {
  override readonly name = "TerminalError";
}

/** Sitrep's own bug: a state that the code says cannot be. Its text is for the log, never for an issue or an answer. */
export class InternalError extends Error {
  override readonly name = "InternalError";
}
