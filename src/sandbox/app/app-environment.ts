import type { SandboxCredentials } from "./credentials.ts";

/** Where the app listens, and where its GitHub is. */
export interface AppPlace {
  /** `http://127.0.0.1:PORT` of the embedded GitHub. */
  readonly githubUrl: string;
  readonly port: number;
}

/** What a process needs to start at all, on any system. */
const PASSED_ON = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot"];

/**
 * The app's whole environment. Nothing else of the operator's goes through, so that a token for a real service
 * that happens to be set cannot be used by a game.
 */
export function toAppEnvironment(
  credentials: SandboxCredentials,
  { githubUrl, port }: AppPlace,
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
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "info",
    LOG_FORMAT: "json",
  };
}
