/** One environment variable that the operator may set. */
export interface SettingRow {
  readonly name: string;
  /** When it must be set: always for the App, or never. */
  readonly required: "app" | "no";
  /** What holds when it is not set, in words. */
  readonly default: string;
  readonly meaning: string;
}

/** Every environment variable that Sitrep reads; the table in the docs is made from it. An empty one counts as not set. */
export const SETTINGS_TABLE = [
  {
    name: "APP_ID",
    required: "app",
    default: "none: without this and the next three, the sandbox starts",
    meaning: "The App's number, from its settings page on GitHub.",
  },
  {
    name: "PRIVATE_KEY",
    required: "app",
    default: "the file that PRIVATE_KEY_PATH names",
    meaning:
      "The App's private key: the text of the `.pem` file, as it is, with `\\n` for line breaks, or in base64.",
  },
  {
    name: "PRIVATE_KEY_PATH",
    required: "no",
    default: "none",
    meaning: "The path of the `.pem` file; used when PRIVATE_KEY is not set.",
  },
  {
    name: "WEBHOOK_SECRET",
    required: "app",
    default: "none",
    meaning: "The secret that GitHub signs deliveries with, as set on the App's settings page.",
  },
  {
    name: "GHE_HOST",
    required: "no",
    default: "none: GitHub.com",
    meaning: "The host of a GitHub Enterprise Server, such as `github.example.com`.",
  },
  {
    name: "GHE_PROTOCOL",
    required: "no",
    default: "https",
    meaning: "`https` or `http`, to reach GHE_HOST.",
  },
  {
    name: "HOST",
    required: "no",
    default: "0.0.0.0 as the App, 127.0.0.1 in the sandbox",
    meaning: "The address to listen on.",
  },
  {
    name: "PORT",
    required: "no",
    default: "3000",
    meaning: "The port to listen on; 0 takes a free one.",
  },
  {
    name: "WEBHOOK_PATH",
    required: "no",
    default: "/api/github/webhooks",
    meaning: "The path at which deliveries arrive.",
  },
  {
    name: "LOG_LEVEL",
    required: "no",
    default: "info",
    meaning: "`trace`, `debug`, `info`, `warn`, `error` or `fatal`: what is logged at least.",
  },
  {
    name: "LOG_FORMAT",
    required: "no",
    default: "json as the App, pretty in the sandbox",
    meaning: "`json` for machines, `pretty` for people.",
  },
  {
    name: "SITREP_CONCURRENCY",
    required: "no",
    default: "8",
    meaning: "How many incidents are looked at at once, 1 to 100.",
  },
  {
    name: "SITREP_SWEEP_MINUTES",
    required: "no",
    default: "10",
    meaning: "Minutes between two sweeps over all open incidents, 1 to 1440.",
  },
  {
    name: "SITREP_OWNERS",
    required: "no",
    default: "none; needed with SLACK_BOT_TOKEN or FRESHDESK_API_KEY",
    meaning:
      "Users and organisations on GitHub, with commas between them: only their incidents are told in Slack and Freshdesk. For all others Sitrep keeps to GitHub.",
  },
  {
    name: "SLACK_BOT_TOKEN",
    required: "no",
    default: "none: no Slack",
    meaning:
      "The Bot User OAuth Token of your Slack app, which begins with `xoxb-`. The policy says which channels are told.",
  },
  {
    name: "SLACK_API_URL",
    required: "no",
    default: "https://slack.com/api/",
    meaning: "Where Slack's Web API is, if not there: another Slack, or a stand-in for tests.",
  },
  {
    name: "FRESHDESK_URL",
    required: "no",
    default: "none: no Freshdesk",
    meaning:
      "The address of your Freshdesk, such as `https://example.freshdesk.com`. The tickets that an incident names are answered there.",
  },
  {
    name: "FRESHDESK_API_KEY",
    required: "no",
    default: "none; needed with FRESHDESK_URL",
    meaning:
      "The API key of the agent in whose name tickets are answered, which Freshdesk shows under Profile settings ([docs/freshdesk.md](docs/freshdesk.md)).",
  },
  {
    name: "SANDBOX_TOKEN",
    required: "no",
    default: "none: the system's clock, and no such addresses",
    meaning:
      "Set by the sandbox for the app that it runs, and never on a server: whoever has it can wind Sitrep's clock and read its deadlines, at two addresses that it opens.",
  },
  {
    name: "SANDBOX_CLOCK_OFFSET",
    required: "no",
    default: "0",
    meaning:
      "Set by the sandbox beside SANDBOX_TOKEN: milliseconds by which Sitrep's clock is ahead of the system's at its start.",
  },
] as const satisfies readonly SettingRow[];

/** The name of an environment variable that Sitrep reads. */
export type SettingName = (typeof SETTINGS_TABLE)[number]["name"];
