import { RetryLaterError, TerminalError } from "../../incident/errors.ts";

/** An error of the client's, as far as it is used. None of its texts is passed on: an answer may repeat what was sent. */
interface ClientError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly statusCode?: unknown;
  readonly retryAfter?: unknown;
  readonly original?: unknown;
  readonly cause?: unknown;
  readonly data?: {
    readonly error?: unknown;
    readonly needed?: unknown;
    readonly response_metadata?: { readonly retryAfter?: unknown };
  };
}

/** Slack said no, and will say so again; `code` is its own word for why. */
export class SlackRefusal extends TerminalError {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

/** Slack, or what is before it, asks to be left alone for a while. */
export class SlackPatience extends RetryLaterError {}

const SECOND = 1000;
const DOWN_MS = 30 * SECOND;
// Where Slack names no time: its limits are by the minute (https://docs.slack.dev/apis/web-api/rate-limits).
const PATIENCE_MS = 60 * SECOND;

const asError = (error: unknown): ClientError =>
  typeof error === "object" && error !== null ? error : {};

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

// A code is a word; anything else is a page of somebody between here and Slack.
const CODE = /^[a-z_\d]{1,60}$/;

/** What Slack calls the reason of a refusal; null: it did not refuse, or not in words that it has. */
function refusalOf(error: unknown): string | null {
  const code = asError(error).data?.error;
  return typeof code === "string" && CODE.test(code) ? code : null;
}

/** Refusals that pass by themselves. */
const PASSING: readonly string[] = [
  "fatal_error",
  "internal_error",
  "service_unavailable",
  "request_timeout",
  "team_added_to_org",
];

const LIMITS: readonly string[] = ["ratelimited", "rate_limited", "message_limit_exceeded"];

const toToken = (): string =>
  "Slack does not accept the token any more. Set SLACK_BOT_TOKEN to the Bot User OAuth Token of the Slack app, and start Sitrep again.";
const toBug = (_channel: string, code: string): string =>
  `Slack does not take this message (${code}). That is a mistake of Sitrep's: please report it.`;
const toPlan = (): string => "This Slack has no user groups: they come with its paid plans.";
const toDenied = (channel: string): string =>
  `The settings of Slack do not let Sitrep post in ${channel}. Whoever manages the channel can allow it.`;

/** What a refusal means, and who can do what about it. */
const REFUSALS: Readonly<Record<string, (channel: string, code: string) => string>> = {
  channel_not_found: (channel) =>
    `Sitrep sees no channel ${channel} in Slack. Check it in the policy; into a private one Sitrep has to be invited: write \`/invite @sitrep\` there.`,
  not_in_channel: (channel) =>
    `Sitrep is not in ${channel}. Invite it: write \`/invite @sitrep\` there.`,
  is_archived: (channel) =>
    `${channel} is archived in Slack. Name another channel in the policy, or bring this one back.`,
  no_such_subteam: (group) => `Slack knows no user group ${group}, or it was disabled.`,
  plan_upgrade_required: toPlan,
  paid_teams_only: toPlan,
  restricted_action: toDenied,
  posting_to_channel_denied: toDenied,
  invalid_auth: toToken,
  not_authed: toToken,
  account_inactive: toToken,
  token_revoked: toToken,
  token_expired: toToken,
  not_allowed_token_type: toToken,
  msg_too_long: toBug,
  msg_blocks_too_long: toBug,
  invalid_blocks: toBug,
  invalid_blocks_format: toBug,
  no_text: toBug,
  invalid_arguments: toBug,
};

function toWords(code: string, channel: string, needed: unknown): string {
  if (code === "missing_scope") {
    const scope = typeof needed === "string" && /^[\w:.,]{1,100}$/.test(needed) ? ` ${needed}` : "";
    return `The Slack app lacks a scope:${scope || " Slack does not say which"}. Add it under OAuth & Permissions, and install the app again.`;
  }
  const known = Object.hasOwn(REFUSALS, code) ? REFUSALS[code] : undefined;
  if (known !== undefined) return known(channel, code);
  if (code.startsWith("restricted_action")) return toDenied(channel);
  return `Slack refuses this in ${channel}: ${code}.`;
}

/** Why nothing was answered, as far as the system says it in a word. */
function reasonOf(error: ClientError): string {
  const chain = [error, error.original, error.cause, asError(error.original).cause].map(asError);
  if (chain.some(({ message }) => textOf(message).includes("due to timeout"))) {
    return "it did not answer in time";
  }
  const code = chain.map((one) => textOf(one.code)).find((one) => /^E[A-Z_]+$/.test(one));
  return code ?? "the connection failed";
}

const toPause = (seconds: unknown): number =>
  typeof seconds === "number" && seconds >= 0 ? seconds * SECOND : PATIENCE_MS;

const patience = (seconds: unknown): SlackPatience =>
  new SlackPatience("Slack asks for patience.", toPause(seconds));

function fromStatus(status: number): Error {
  if (status === 429) return patience(null);
  if (status >= 500 || status === 408) {
    return new RetryLaterError(`Slack is not well: it answers ${status}.`, DOWN_MS);
  }
  return new SlackRefusal(
    `What answers at SLACK_API_URL is no Slack, or does not let Sitrep through: it answers ${status}.`,
    String(status),
  );
}

/**
 * The error that says what happens next. Holds nothing of the client's own error but its codes, so that the token cannot get
 * into a log. `channel` is named as the policy has it.
 */
export function toError(caught: unknown, channel: string): Error {
  const error = asError(caught);
  if (error.code === "slack_webapi_rate_limited_error") return patience(error.retryAfter);
  if (error.code === "slack_webapi_http_error") return fromStatus(Number(error.statusCode));
  const refusal = refusalOf(error);
  if (refusal !== null) {
    if (LIMITS.includes(refusal)) return patience(error.data?.response_metadata?.retryAfter);
    if (PASSING.includes(refusal)) {
      return new RetryLaterError(`Slack is not well: it answers ${refusal}.`, DOWN_MS);
    }
    return new SlackRefusal(toWords(refusal, channel, error.data?.needed), refusal);
  }
  if (error.data !== undefined) {
    return new RetryLaterError("Slack is not well: its answer cannot be read.", DOWN_MS);
  }
  // The client's words for a 429 that names no time.
  if (textOf(error.message).startsWith("Retry header")) return patience(null);
  return new RetryLaterError(`Slack was not reached: ${reasonOf(error)}.`, DOWN_MS);
}
