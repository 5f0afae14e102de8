import { HOME } from "../cast/seed.ts";
import type { SandboxCredentials } from "./credentials.ts";

/** Where the app listens, and where its GitHub, its Slack and its support desk are. */
export interface AppPlace {
  /** `http://127.0.0.1:PORT` of the embedded GitHub. */
  readonly githubUrl: string;
  readonly port: number;
  readonly slack: { readonly token: string; readonly apiUrl: string };
  readonly freshdesk: { readonly url: string; readonly apiKey: string };
  /** Opens its addresses for the sandbox. */
  readonly token: string;
  /** How far its clock is ahead of the system's when it starts, ms. */
  readonly clockOffset: number;
}

/** What a process needs to start at all, on any system. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot"];

/**
 * The app's whole environment. Nothing else of the operator's goes through, so that a token for a real service
 * that happens to be set cannot be used by a game.
 */
export function toAppEnvironment(
  credentials: SandboxCredentials,
  { githubUrl, slack, freshdesk, port, token, clockOffset }: AppPlace,
  own: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = own[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    APP_ID: String(credentials.appId),
    PRIVATE_KEY: credentials.privateKey,
    WEBHOOK_SECRET: credentials.webhookSecret,
    GHE_HOST: new URL(githubUrl).host,
    GHE_PROTOCOL: "http",
    SITREP_OWNERS: HOME.owner,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_API_URL: slack.apiUrl,
    FRESHDESK_URL: freshdesk.url,
    FRESHDESK_API_KEY: freshdesk.apiKey,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "info",
    LOG_FORMAT: "json",
    SANDBOX_TOKEN: token,
    SANDBOX_CLOCK_OFFSET: String(clockOffset),
  };
}
