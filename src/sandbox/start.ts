import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { toAppEnvironment } from "./app/app-environment.ts";
import { createAppProcess } from "./app/app-process.ts";
import { createCredentials } from "./app/credentials.ts";
import { readTemplates } from "./cast/read-templates.ts";
import { seedWorld } from "./cast/seed.ts";
import { findFreePort } from "./free-port.ts";
import { createEmbeddedGitHub } from "./github/index.ts";
import { openBrowser } from "./open-browser.ts";
import { createSource } from "./page/create-source.ts";
import { createEventStream } from "./page/http/event-stream.ts";
import { createPageServer } from "./page/http/page-server.ts";
import { createWiretap } from "./wire/wiretap.ts";

/** How the sandbox is started. */
export interface SandboxOptions {
  /** Where the page is wanted; when that port is taken, the next free one. Default 3000; 0: any. */
  readonly port?: number;
  /** Whether to show the page in the system's browser. Default: when a person sits at a terminal. */
  readonly open?: boolean;
  /** Told, line by line, what a person at the terminal should read. Default: the console. */
  readonly log?: (line: string) => void;
  /** The script that is run as the app. Default: this project's own. */
  readonly entry?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** Where the page is. */
  readonly url: string;
  /** Where the embedded GitHub is. */
  readonly githubUrl: string;
  /** Ends the app, the page and the embedded GitHub. Everything in them is gone. */
  close(): Promise<void>;
}

const SLUG = "sitrep";
/** How many calls and deliveries the page remembers. */
const KEEP = 500;

/** `main.ts`, or `main.js` once it is built. */
const MAIN = join(import.meta.dirname, `../main${import.meta.filename.slice(-3)}`);

function createMovableClock() {
  let back = 0;
  return {
    now: () => new Date(Date.now() - back),
    goBack: (ms: number) => {
      back = ms;
    },
  };
}

/** The lines of the app's log that a person at the terminal should see: warnings, errors, and what is no log line at all. */
function isAlarming(line: string): boolean {
  const level = /"level":\s*"?(\w+)/.exec(line)?.[1] ?? "error";
  return /^(warn|error|fatal|[456]0)$/.test(level);
}

async function startGitHub() {
  const credentials = await createCredentials();
  const clock = createMovableClock();
  const github = await createEmbeddedGitHub({
    webhookUrl: null,
    webhookSecret: credentials.webhookSecret,
    app: { id: credentials.appId, slug: SLUG, publicKey: credentials.publicKey },
    now: clock.now,
    keep: KEEP,
  });
  const firstIssue = seedWorld(github.world, { files: readTemplates(), goBack: clock.goBack });
  github.deliveries.clear();
  return { github, credentials, firstIssue };
}

/** Starts the sandbox: a small GitHub with a cast and an outage, the real app against it, and the page to play it on. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 3000, open = process.stdout.isTTY, log = console.log, entry = MAIN } = options;
  const { github, credentials, firstIssue } = await startGitHub();
  const appPort = await findFreePort(0);
  const appUrl = `http://127.0.0.1:${appPort}`;
  github.setWebhookUrl(`${appUrl}/api/github/webhooks`);

  const stream = createEventStream();
  const changed = (): void => stream.changed();
  const wiretap = createWiretap(github, changed);
  const unsubscribe = github.subscribe(changed);
  const app = createAppProcess({
    entry,
    env: toAppEnvironment(credentials, { githubUrl: github.url, port: appPort }, process.env),
    readyUrl: `${appUrl}/readyz`,
    onChange: changed,
    onLine: (line) => isAlarming(line) && log(`[sitrep] ${line}`),
  });
  const server = createPageServer(
    createSource({
      github,
      wiretap,
      stream,
      firstIssue,
      bot: `${SLUG}[bot]`,
      appState: () => app.state(),
      now: Date.now,
      onError: (error) => log(`[sandbox] ${error instanceof Error ? error.stack : String(error)}`),
    }),
  );
  const pagePort = await findFreePort(port);
  await new Promise<void>((resolve) => server.listen(pagePort, "127.0.0.1", resolve));
  app.start();

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  log(`The Sitrep sandbox is at ${url}`);
  log("Everything in it is made up and stays on this machine. Stop it with Ctrl+C.");
  if (open) openBrowser(url);
  return {
    url,
    githubUrl: github.url,
    close: async () => {
      unsubscribe();
      wiretap.close();
      stream.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, app.stop()]);
      await github.close();
    },
  };
}
