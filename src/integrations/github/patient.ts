import { RetryLaterError, TerminalError } from "../../incident/errors.ts";
import type { Answer, Client } from "./client.ts";

/** How a program waits that has no queue to try again for it. */
export interface Patience {
  readonly sleep: (ms: number) => Promise<void>;
  /** Calls, the first one included. */
  readonly times: number;
  /** What GitHub may ask for at most; where it asks for more, the call is given up. ms. */
  readonly longestMs: number;
}

/** Parts that are not there for the token have a meaning; other parts that failed are asked for again. */
function demandWhole(answer: Answer): Answer {
  const failed = answer.failures.find(({ type }) => type !== "NOT_FOUND" && type !== "FORBIDDEN");
  if (failed !== undefined) throw new RetryLaterError(`GitHub answers ${failed.type}`, 1000);
  return answer;
}

const isRefused = (error: unknown): boolean =>
  error instanceof TerminalError ||
  error instanceof TypeError ||
  (typeof error === "object" && error !== null && "status" in error && error.status === 401);

/**
 * The client, whose queries are made again when GitHub is down, answers a part of them, or asks for patience: after as long as it asked, else after a second,
 * and twice as long each time.
 */
export function createPatient(client: Client, { sleep, times, longestMs }: Patience): Client {
  return {
    ...client,
    query: async (document, variables) => {
      for (let count = 1; ; count++) {
        try {
          return demandWhole(await client.query(document, variables));
        } catch (error) {
          const asked = error instanceof RetryLaterError ? error.retryAfterMs : 0;
          if (isRefused(error) || count >= times || asked > longestMs) throw error;
          await sleep(Math.max(asked, 1000 * 2 ** (count - 1)));
        }
      }
    },
  };
}
