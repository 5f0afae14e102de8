import PQueue from "p-queue";
import type { ProbotOctokit } from "probot";
import { RetryLaterError } from "../../incident/errors.ts";
import type { Answer, Client, FieldFailure } from "./client.ts";
import { pauseOf, toError } from "./to-error.ts";

export interface ClientOptions {
  readonly installation: number;
  /** The authenticated Octokit of the installation; asked for each call, so that a new token is taken when one runs out. */
  readonly octokit: () => Promise<ProbotOctokit>;
  /** Called when GitHub does not take the token any more, so that the next call gets a new one. */
  readonly forgetToken: () => void;
  readonly now: () => number;
}

// GitHub's guidance: mutating requests one after the other, at most 80 that create content in a minute.
const WRITES_A_MINUTE = 80;
const READS_AT_ONCE = 8;

interface GraphqlFailure {
  readonly data?: unknown;
  readonly errors: readonly { path?: (string | number)[]; type?: string; message: string }[];
  readonly headers?: Readonly<Record<string, string>>;
}

const isGraphqlFailure = (error: unknown): error is GraphqlFailure =>
  typeof error === "object" && error !== null && "errors" in error && Array.isArray(error.errors);

const isUnauthorised = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && error.status === 401;

const toFailures = (failure: GraphqlFailure): readonly FieldFailure[] =>
  failure.errors.map(({ path = [], type = "UNKNOWN", message }) => ({ path, type, message }));

/**
 * A client whose calls keep GitHub's guidance for one installation, whatever others do: one write at a time, and silence
 * for as long as GitHub asked.
 */
export function createClient(options: ClientOptions): Client {
  const { installation, octokit, forgetToken, now } = options;
  const writes = new PQueue({ concurrency: 1, intervalCap: WRITES_A_MINUTE, interval: 60_000 });
  const reads = new PQueue({ concurrency: READS_AT_ONCE });
  let pausedUntil = 0;
  // Pauses in a row, and in all: calls that were under way together are asked for patience together.
  let inARow = 0;
  let pauses = 0;

  function toFailure(error: unknown, pausesAtStart: number): unknown {
    if (isUnauthorised(error)) forgetToken();
    const isNew = pauses === pausesAtStart;
    const before = isNew ? inARow : inARow - 1;
    const pause = pauseOf(error, now(), before);
    if (pause !== null) {
      pausedUntil = Math.max(pausedUntil, now() + pause);
      if (isNew) {
        inARow += 1;
        pauses += 1;
      }
    }
    return toError(error, now(), before);
  }

  async function attempt<T>(call: (octokit: ProbotOctokit) => Promise<T>): Promise<T> {
    const wait = pausedUntil - now();
    if (wait > 0) throw new RetryLaterError("waiting as GitHub asked", wait);
    const pausesAtStart = pauses;
    try {
      const answer = await call(await octokit());
      if (pauses === pausesAtStart) inARow = 0;
      return answer;
    } catch (error) {
      throw toFailure(error, pausesAtStart);
    }
  }

  async function graphql(document: string, variables: object): Promise<Answer> {
    return attempt(async (github) => {
      try {
        const data: unknown = await github.graphql(document, { ...variables });
        return { data, failures: [] };
      } catch (error) {
        if (!isGraphqlFailure(error)) throw error;
        const failures = toFailures(error);
        const limited = failures.some((failure) => failure.type === "RATE_LIMITED");
        if (!limited) return { data: error.data ?? null, failures };
        // GraphQL tells its limit in an answer of 200: sorted like the 403 that REST gives.
        throw Object.assign(new Error("rate limit"), {
          status: 403,
          response: { headers: error.headers },
        });
      }
    });
  }

  return {
    installation,
    query: (document, variables) => reads.add(() => graphql(document, variables)),
    mutate: (document, variables) => writes.add(() => graphql(document, variables)),
    rest: (kind, call) => (kind === "write" ? writes : reads).add(() => attempt(call)),
  };
}
