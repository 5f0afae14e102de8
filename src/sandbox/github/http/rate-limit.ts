/** The state of one caller's hourly allowance. `reset` is in seconds since 1970. */
export interface RateLimit {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  readonly reset: number;
  readonly resource: "core" | "graphql";
}

/** Counts what callers use up in an hour. */
export interface RateLimits {
  /** Uses one of the allowance and says what is left. */
  use(caller: string, resource: RateLimit["resource"]): RateLimit;
  /** Says what is left. */
  look(caller: string, resource: RateLimit["resource"]): RateLimit;
}

const LIMIT = 5000;
const HOUR = 3600;

/** Allowances by the embedded GitHub's clock: 5,000 an hour each for REST and GraphQL. They are told, not enforced. */
export function createRateLimits(now: () => Date): RateLimits {
  const windows = new Map<string, { used: number; reset: number }>();
  const spend = (caller: string, resource: RateLimit["resource"], cost: number): RateLimit => {
    const seconds = Math.floor(now().getTime() / 1000);
    const key = `${resource} ${caller}`;
    let current = windows.get(key);
    if (current === undefined || current.reset <= seconds) {
      current = { used: 0, reset: seconds + HOUR };
      windows.set(key, current);
    }
    current.used += cost;
    const { used, reset } = current;
    return { limit: LIMIT, used, remaining: Math.max(0, LIMIT - used), reset, resource };
  };
  return {
    use: (caller, resource) => spend(caller, resource, 1),
    look: (caller, resource) => spend(caller, resource, 0),
  };
}

/** The headers that tell it, on every answer of the API. */
export function rateLimitHeaders(limit: RateLimit): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": String(limit.limit),
    "x-ratelimit-remaining": String(limit.remaining),
    "x-ratelimit-used": String(limit.used),
    "x-ratelimit-reset": String(limit.reset),
    "x-ratelimit-resource": limit.resource,
  };
}
