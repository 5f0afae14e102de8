import type { Given } from "./credentials.ts";
import type { Reading } from "./reading.ts";

/** How Slack is reached. */
export interface SlackSettings {
  /** The bot's token. A secret. */
  readonly token: string;
  /** Base of the Web API, with a slash at the end. */
  readonly apiUrl: string;
}

// `xoxe.` stands before tokens that are renewed again and again.
const BOT_TOKEN = /^(?:xoxe\.)?xoxb-[\w-]+$/;
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];
const DEFAULT_URL = "https://slack.com/api/";

/** Reads SLACK_BOT_TOKEN and SLACK_API_URL; null: there is no Slack. */
export function readSlack(given: Given): Reading<SlackSettings | null> {
  const token = given("SLACK_BOT_TOKEN");
  const apiUrl = toBase(given("SLACK_API_URL") ?? DEFAULT_URL);
  if (token !== null && !BOT_TOKEN.test(token)) {
    return {
      problem:
        "SLACK_BOT_TOKEN must be the Bot User OAuth Token of your Slack app, which begins with xoxb-. It stands on the app's page under OAuth & Permissions. Without it, Slack is not told anything.",
    };
  }
  if (apiUrl === null) {
    return {
      problem: `SLACK_API_URL must be an address that begins with https:// (http:// only on this machine), without a password, "?" or "#". Without it, ${DEFAULT_URL} is taken.`,
    };
  }
  return { value: token === null ? null : { token, apiUrl } };
}

/** The address with a slash at its end; null where the token must not be sent. */
function toBase(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || /[?#]/.test(text) || url.username !== "" || url.password !== "") return null;
  const isSafe =
    url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.includes(url.hostname));
  return isSafe ? url.href.replace(/\/*$/, "/") : null;
}
