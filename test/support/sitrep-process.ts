import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";
import type { EmbeddedGitHub } from "../../src/sandbox/github/index.ts";
import { APP_ID, APP_PRIVATE_KEY, WEBHOOK_SECRET } from "./embedded-github.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A Sitrep that runs as a process of its own, as an operator would start it. */
export interface SitrepProcess {
  /** Resolves with its port once it listens; rejects, with what it wrote, when it ends before. */
  readonly listening: Promise<number>;
  readonly ended: Promise<Ended>;
  /** All that it wrote so far, on both streams. */
  output(): string;
  /** Resolves when it has written this. */
  wrote(text: string): Promise<void>;
  kill(signal: "SIGKILL" | "SIGTERM" | "SIGUSR2"): void;
}

/** What an operator sets for the embedded GitHub's app, on a port that is free. */
export const environmentFor = (github: EmbeddedGitHub): Readonly<Record<string, string>> => ({
  APP_ID: String(APP_ID),
  PRIVATE_KEY: APP_PRIVATE_KEY,
  WEBHOOK_SECRET,
  GHE_HOST: new URL(github.url).host,
  GHE_PROTOCOL: "http",
  HOST: "127.0.0.1",
  PORT: "0",
  LOG_LEVEL: "info",
  LOG_FORMAT: "json",
});

/** Starts `src/main.ts` with nothing but this environment. It is killed with the test's process at the latest. */
export function startSitrepProcess(
  environment: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): SitrepProcess {
  const child = spawn(process.execPath, ["src/main.ts", ...args], {
    cwd: ROOT,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const killWithUs = (): void => void child.kill("SIGKILL");
  process.once("exit", killWithUs);
  let written = "";
  const waiting = new Map<string, () => void>();
  const note = (line: string): void => {
    written += `${line}\n`;
    for (const [text, resolve] of waiting) if (written.includes(text)) resolve();
  };
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", note);
  }
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => {
      process.off("exit", killWithUs);
      resolve({ code, signal });
    });
  });
  const wrote = (text: string): Promise<void> =>
    new Promise((resolve) => {
      if (written.includes(text)) resolve();
      else waiting.set(text, resolve);
    });
  const started = wrote("Sitrep is running").then(() =>
    Number(/"port":(\d+)/.exec(written)?.[1] ?? 0),
  );
  const failed = ended.then(({ code, signal }): never => {
    throw new Error(`Sitrep ended (${code ?? signal}) before it listened:\n${written}`);
  });
  const listening = Promise.race([started, failed]);
  // Whoever only waits for its end need not ask whether it ever listened.
  listening.catch(() => {});
  failed.catch(() => {});
  return {
    listening,
    ended,
    output: () => written,
    wrote,
    kill: (signal) => void child.kill(signal),
  };
}
