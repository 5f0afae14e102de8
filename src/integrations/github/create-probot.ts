import { Probot, ProbotOctokit } from "probot";

export interface ProbotSettings {
  readonly appId: number;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly baseUrl: string;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  readonly logFormat: "json" | "pretty";
}

const TIMEOUT_MS = 20_000;

/** `fetch` that gives up: no request of Octokit's has a time limit of its own. */
const fetchWithTimeout: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
};

/**
 * The Probot that verifies deliveries and holds the App's credentials. Its own throttle (one for the whole process) and its
 * retries (which repeat writes blindly) are off: `create-client.ts` keeps GitHub's guidance for each installation.
 */
export function createSitrepProbot(settings: ProbotSettings): Probot {
  const { appId, privateKey, webhookSecret, baseUrl, logLevel, logFormat } = settings;
  return new Probot({
    appId,
    privateKey,
    secret: webhookSecret,
    baseUrl,
    logLevel,
    logFormat,
    request: { fetch: fetchWithTimeout },
    // The function form, since Probot puts its own throttle over an object's.
    Octokit: ProbotOctokit.defaults((options: object) => ({
      ...options,
      retry: { enabled: false },
      throttle: { enabled: false },
      request: { fetch: fetchWithTimeout },
    })),
  });
}

/** What the App is called and where it is installed, by its own credentials. */
export interface AppAccess {
  /** The App's login, such as `sitrep[bot]`. Rejects when the credentials do not work. */
  readLogin(): Promise<string>;
  /** The installations that are not suspended. */
  listInstallations(): Promise<readonly number[]>;
}

/** Asks GitHub as the App itself. */
export function createAppAccess(probot: Probot): AppAccess {
  return {
    readLogin: async () => {
      const octokit = await probot.auth();
      const { data } = await octokit.rest.apps.getAuthenticated();
      if (data === null) throw new Error("GitHub knows no App with these credentials");
      return `${data.slug ?? ""}[bot]`;
    },
    listInstallations: async () => {
      const octokit = await probot.auth();
      const found = await octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 });
      return found
        .filter((installation) => installation.suspended_at === null)
        .map((installation) => installation.id);
    },
  };
}
