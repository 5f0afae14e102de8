/** How GitHub refuses, by what REST and GraphQL call it. */
export type RefusalKind = "NOT_FOUND" | "FORBIDDEN" | "UNPROCESSABLE";

/** One entry of a REST validation error's `errors`. */
export interface RefusalDetail {
  readonly resource: string;
  readonly field: string;
  readonly code: string;
  readonly value?: string;
  readonly message?: string;
}

/** GitHub says no. REST turns it into a status, GraphQL into an entry of `errors`; an act in the sandbox throws it. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly details: readonly RefusalDetail[];

  constructor(kind: RefusalKind, message: string, details: readonly RefusalDetail[] = []) {
    super(message);
    this.name = "Refusal";
    this.kind = kind;
    this.details = details;
  }
}
