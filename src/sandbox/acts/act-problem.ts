import { Refusal } from "../github/index.ts";

/** An act that cannot be done. `message` is a sentence for the person who tried; `status` is the HTTP status for it. */
export class ActProblem extends Error {
  readonly status: 403 | 404 | 409 | 422;

  constructor(status: ActProblem["status"], message: string) {
    super(message);
    this.name = "ActProblem";
    this.status = status;
  }
}

const STATUSES = { FORBIDDEN: 403, NOT_FOUND: 404, UNPROCESSABLE: 422 } as const;

/** GitHub's refusal as the page says it. */
export function toActProblem({ kind, message }: Refusal, as: string): ActProblem {
  const needed = /Must have (\w+) rights/.exec(message)?.[1];
  const text =
    needed === undefined
      ? `GitHub refuses: ${message}`
      : `${as} may not do that: GitHub asks for ${needed} rights. Act as somebody else.`;
  return new ActProblem(STATUSES[kind], text);
}
