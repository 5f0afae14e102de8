import { CREDENTIALS, type Given, readAppId, readKey, readSecret } from "./credentials.ts";
import { type FreshdeskSettings, readFreshdesk } from "./freshdesk-settings.ts";
import { readOwners } from "./owners-setting.ts";
import { type Reading, readChoice, readWhole } from "./reading.ts";
import { readSandbox, type SandboxSettings } from "./sandbox-settings.ts";
import { readSlack, type SlackSettings } from "./slack-settings.ts";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
const logFormats = ["json", "pretty"] as const;
const protocols = ["https", "http"] as const;
const takenPaths = ["/", "/healthz", "/readyz", "/metrics"];

/** How Sitrep serves and logs, as the App and in the sandbox alike. */
export interface ServiceSettings {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  readonly webhookPath: string;
  readonly logLevel: (typeof logLevels)[number];
  readonly logFormat: (typeof logFormats)[number];
  /** Looks that may run at once. */
  readonly concurrency: number;
  readonly sweepMinutes: number;
}

/** All that the App needs of its operator. Holds secrets: never log it whole. */
export interface Settings extends ServiceSettings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Where GitHub's REST API is, without a slash at the end: `https://api.github.com` or `https://<GHE_HOST>/api/v3`. */
  readonly baseUrl: string;
  /** Only in the sandbox; null or left out everywhere else. */
  readonly sandbox?: SandboxSettings | null;
  /** Whose incidents may be told outside of GitHub, in lower case; left out: nobody's. */
  readonly owners?: readonly string[];
  /** How Slack is reached; null or left out: not at all. */
  readonly slack?: SlackSettings | null;
  /** How Freshdesk is reached; null or left out: not at all. */
  readonly freshdesk?: FreshdeskSettings | null;
}

/** What the environment asks for. `problems` are sentences for a person; none of them quotes a value. */
export type ReadSettings =
  | { readonly kind: "sandbox"; readonly service: ServiceSettings }
  | { readonly kind: "app"; readonly settings: Settings }
  | { readonly kind: "problems"; readonly problems: readonly string[] };

/**
 * Reads the operator's settings (`settings-table.ts`). With no credential set at all it is the sandbox. `readFile` reads the
 * file that PRIVATE_KEY_PATH names, as UTF-8, and may throw. Never throws itself.
 */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): ReadSettings {
  const given: Given = (name) => env[name]?.trim() || null;
  const isSandbox = CREDENTIALS.every((name) => given(name) === null);
  const service = readService(given, isSandbox);
  if (isSandbox) {
    const { problems, value } = all(service);
    return problems.length > 0
      ? { kind: "problems", problems }
      : { kind: "sandbox", service: value };
  }
  const { problems, value } = all({
    appId: readAppId(given),
    privateKey: readKey(given, readFile),
    webhookSecret: readSecret(given),
    baseUrl: readBaseUrl(given),
    sandbox: readSandbox(given),
    owners: readOwners(given),
    slack: readSlack(given),
    freshdesk: readFreshdesk(given),
    ...service,
  });
  return problems.length > 0 ? { kind: "problems", problems } : { kind: "app", settings: value };
}

type Readings<T> = { readonly [K in keyof T]: Reading<T[K]> };

function readService(given: Given, isSandbox: boolean): Readings<ServiceSettings> {
  const format = isSandbox ? "pretty" : "json";
  const concurrency = given("SITREP_CONCURRENCY");
  const sweep = given("SITREP_SWEEP_MINUTES");
  return {
    host: readHost(given("HOST"), isSandbox ? "127.0.0.1" : "0.0.0.0"),
    port: readWhole("PORT", given("PORT"), [0, 65_535], 3000),
    webhookPath: readWebhookPath(given("WEBHOOK_PATH")),
    logLevel: readChoice("LOG_LEVEL", given("LOG_LEVEL"), logLevels, "info"),
    logFormat: readChoice("LOG_FORMAT", given("LOG_FORMAT"), logFormats, format),
    concurrency: readWhole("SITREP_CONCURRENCY", concurrency, [1, 100], 8),
    sweepMinutes: readWhole("SITREP_SWEEP_MINUTES", sweep, [1, 1_440], 10),
  };
}

function readHost(text: string | null, fallback: string): Reading<string> {
  const value = text ?? fallback;
  if (/^[\w.:-]+$/.test(value)) return { value };
  return {
    problem: `HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0, without http:// and without a port. Without it, ${fallback} is taken.`,
  };
}

function readWebhookPath(text: string | null): Reading<string> {
  const value = text ?? "/api/github/webhooks";
  if (/^\/[\w./~-]*$/.test(value) && !takenPaths.includes(value)) return { value };
  return {
    problem: `WEBHOOK_PATH must be a path such as /api/github/webhooks: it begins with a slash, has no blank, "?" or "#", and is none of ${takenPaths.join(", ")}.`,
  };
}

function readBaseUrl(given: Given): Reading<string> {
  const host = given("GHE_HOST");
  const protocol = readChoice("GHE_PROTOCOL", given("GHE_PROTOCOL"), protocols, "https");
  if ("problem" in protocol) return protocol;
  if (host === null) return { value: "https://api.github.com" };
  if (/^(?:www\.|api\.)?github\.com$/i.test(host)) {
    return { problem: "GHE_HOST is for GitHub Enterprise Server. For GitHub.com, unset it." };
  }
  const url = `${protocol.value}://${host}`;
  if (/^[\w.-]+(?::\d{1,5})?$/.test(host) && URL.canParse(url)) return { value: `${url}/api/v3` };
  return {
    problem:
      "GHE_HOST must be a host name, with a port if need be, such as github.example.com or 127.0.0.1:4010, without https:// and without a path.",
  };
}

/** All values, or all problems; the value is only good when there is no problem. */
function all<T>(readings: Readings<T>): { problems: readonly string[]; value: T } {
  const entries = Object.entries<Reading<unknown>>(readings);
  const problems = entries.flatMap(([, one]) => ("problem" in one ? [one.problem] : []));
  const values = entries.map(([name, one]) => [name, "value" in one ? one.value : undefined]);
  return { problems, value: Object.fromEntries(values) as T };
}
