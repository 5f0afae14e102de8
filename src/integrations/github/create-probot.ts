import { LRUCache } from "lru-cache";
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

/** `fetch` that gives up after 20 seconds: no request of Octokit's has a time limit of its own. */
export const fetchWithTimeout: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  return fetch(input, { ...init, signal });
};

/** The installations' tokens; one that GitHub does not take any more can be forgotten before its hour is over. */
export interface TokenCache {
  get(installation: string): string | undefined;
  set(installation: string, token: string): void;
  forget(installation: number): void;
}

const INSTALLATIONS = 15_000;
// GitHub's tokens hold for an hour.
const TOKEN_MS = 59 * 60_000;

/** No tokens yet. Octokit fills it; it never leaves the process. */
export function createTokenCache(): TokenCache {
  const tokens = new LRUCache<string, string>({ max: INSTALLATIONS, ttl: TOKEN_MS });
  return {
    get: (installation) => tokens.get(installation),
    set: (installation, token) => void tokens.set(installation, token),
    forget: (installation) => void tokens.delete(String(installation)),
  };
}

interface WithAuth {
  readonly auth?: object;
}

/**
 * The Probot that verifies deliveries and holds the App's credentials. Its own throttle (one for the whole process) and its
 * retries (which repeat writes blindly) are off: `create-client.ts` keeps GitHub's guidance for each installation.
 */
export function createSitrepProbot(settings: ProbotSettings, tokens: TokenCache): Probot {
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
    Octokit: ProbotOctokit.defaults((options: WithAuth) => ({
      ...options,
      ...(options.auth && { auth: { ...options.auth, cache: tokens } }),
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
