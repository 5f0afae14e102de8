import type { Refusal } from "../acts/refusal.ts";

/** An answer that is an error, in the form that GitHub's REST API gives it. */
export class HttpError extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    more: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "HttpError";
    this.status = status;
    this.headers = headers;
    this.body = {
      message,
      ...more,
      documentation_url: "https://docs.github.com/rest",
      status: String(status),
    };
  }
}

/** What a suspended installation is told. */
export const SUSPENDED = "This installation has been suspended";

/** A refusal as REST answers it. */
export function toHttpError({ kind, message, details }: Refusal): HttpError {
  if (kind === "NOT_FOUND") return new HttpError(404, "Not Found");
  if (kind === "FORBIDDEN") return new HttpError(403, message);
  return new HttpError(422, "Validation Failed", { errors: details });
}
