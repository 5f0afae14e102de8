import type { Failure } from "./faults.ts";

const DOCS = "https://docs.github.com";

/** How GitHub words its limits, as clients look for it. */
const SECONDARY =
  "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const PRIMARY = "API rate limit exceeded for installation.";

const SERVER_ERROR = { message: "Server Error" };

const usedUp: Failure["headers"] = ({ reset }) => ({
  "x-ratelimit-remaining": "0",
  "x-ratelimit-reset": String(reset),
});
const retryAfter: Failure["headers"] = ({ seconds }) => ({ "retry-after": String(seconds) });

/**
 * The ways in which GitHub fails, for `failNext` and `failFor`; `summary` says each in words. A variant is made by spreading one:
 * `{ ...FAILURES.badGateway, match }`. The limits are as GitHub documents them: a secondary one is a 403 or 429, with or without
 * `Retry-After`; a used-up allowance is a 403 or 429 with `x-ratelimit-remaining: 0`, and in GraphQL a 200 with an error.
 */
export const FAILURES = {
  serverError: { summary: "GitHub answers 500", status: 500, body: SERVER_ERROR },
  badGateway: { summary: "GitHub answers 502", status: 502, body: SERVER_ERROR },
  unavailable: { summary: "GitHub answers 503", status: 503, body: SERVER_ERROR },
  badGatewayAfter: {
    summary: "GitHub does it, but answers 502",
    status: 502,
    body: SERVER_ERROR,
    when: "after",
  },
  droppedBefore: { summary: "The connection ends before anything happened", status: "drop" },
  droppedAfter: {
    summary: "GitHub does it, but the connection ends without an answer",
    status: "drop",
    when: "after",
  },
  tooManyRequests: {
    summary: "GitHub answers 429 and not until when",
    status: 429,
    body: { message: SECONDARY, documentation_url: DOCS },
  },
  tooManyRequestsUntil: {
    summary: "GitHub answers 429 and says how long to wait",
    status: 429,
    body: { message: SECONDARY, documentation_url: DOCS },
    headers: retryAfter,
  },
  secondaryLimit: {
    summary: "GitHub's secondary limit, and how long to wait",
    status: 403,
    body: { message: SECONDARY, documentation_url: DOCS },
    headers: retryAfter,
  },
  secondaryLimitUntold: {
    summary: "GitHub's secondary limit, told by its words alone",
    status: 403,
    body: { message: SECONDARY, documentation_url: DOCS },
  },
  primaryLimit: {
    summary: "The hourly allowance is used up (403)",
    status: 403,
    body: { message: PRIMARY, documentation_url: DOCS },
    headers: usedUp,
  },
  primaryLimit429: {
    summary: "The hourly allowance is used up (429)",
    status: 429,
    body: { message: PRIMARY, documentation_url: DOCS },
    headers: usedUp,
  },
  primaryLimitGraphql: {
    summary: "The hourly allowance of GraphQL is used up (200 with an error)",
    status: 200,
    body: { errors: [{ type: "RATE_LIMITED", message: PRIMARY }] },
    headers: usedUp,
    match: ({ protocol }) => protocol === "graphql",
  },
} as const satisfies Readonly<Record<string, Failure & { readonly summary: string }>>;

/** The name of one of {@link FAILURES}. */
export type FailureName = keyof typeof FAILURES;
