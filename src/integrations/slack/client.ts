import type { WebClient } from "@slack/web-api";
import type { Instant } from "../../incident/instant.ts";
import { SlackPatience, toError } from "./to-error.ts";

/** How Slack is reached. */
export interface SlackOptions {
  /** The bot's token. A secret: it is in no error and no log. */
  readonly token: string;
  /** Base of the Web API, with a slash at the end. */
  readonly apiUrl: string;
  /** ms since the epoch. */
  readonly now: () => Instant;
  /** How long a call may take. Default 10,000. */
  readonly timeoutMs?: number;
}

/** Slack's Web API, called once each time: who asks again is the one who knows whether that may be. */
export interface SlackClient {
  /**
   * One call. `method` names it for Slack's limits, `channel` is named in errors. Rejects with `RetryLaterError` or
   * `TerminalError`; while Slack asks for patience with this method, without a request.
   */
  call<Result>(
    method: string,
    channel: string,
    act: (client: WebClient) => Promise<Result>,
  ): Promise<Result>;
}

const TIMEOUT_MS = 10_000;
const nothing = (): void => undefined;

/** The client writes to no log: what it would tell holds what was sent. */
const toClient = async (options: SlackOptions): Promise<WebClient> => {
  const { LogLevel, WebClient: Client } = await import("@slack/web-api");
  return new Client(options.token, {
    slackApiUrl: options.apiUrl,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: options.timeoutMs ?? TIMEOUT_MS,
    logger: {
      debug: nothing,
      info: nothing,
      warn: nothing,
      error: nothing,
      setLevel: nothing,
      setName: nothing,
      getLevel: () => LogLevel.ERROR,
    },
  });
};

/** Makes a client; the package behind it is loaded with the first call. */
export function createSlackClient(options: SlackOptions): SlackClient {
  const { now } = options;
  const pausedUntil = new Map<string, Instant>();
  let loaded: Promise<WebClient> | null = null;
  return {
    call: async (method, channel, act) => {
      const wait = (pausedUntil.get(method) ?? 0) - now();
      if (wait > 0) throw new SlackPatience("Slack asks for patience.", wait);
      loaded ??= toClient(options);
      const client = await loaded;
      try {
        return await act(client);
      } catch (caught) {
        const error = toError(caught, channel);
        if (error instanceof SlackPatience) pausedUntil.set(method, now() + error.retryAfterMs);
        throw error;
      }
    },
  };
}
