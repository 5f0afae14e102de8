import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { findFreePort } from "./free-port.ts";
import { createGame } from "./game.ts";
import { openBrowser } from "./open-browser.ts";
import { createSource } from "./page/create-source.ts";
import { createPageServer } from "./page/http/page-server.ts";

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
  /** When the game begins, ms since 1970 UTC. Default: now. */
  readonly startAt?: number;
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

/** `main.ts`, or `main.js` once it is built. */
const MAIN = join(import.meta.dirname, `../main${import.meta.filename.slice(-3)}`);

/** Starts the sandbox: a small GitHub with a cast and an outage, the real app against it, and the page to play it on. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 3000, open = process.stdout.isTTY, log = console.log, entry = MAIN } = options;
  const game = await createGame({ entry, startAt: options.startAt, log });
  const server = createPageServer(createSource(game));
  const pagePort = await findFreePort(port);
  await new Promise<void>((resolve) => server.listen(pagePort, "127.0.0.1", resolve));
  game.start();

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  log(`The Sitrep sandbox is at ${url}`);
  log("Everything in it is made up and stays on this machine. Stop it with Ctrl+C.");
  if (open) openBrowser(url);
  return {
    url,
    githubUrl: game.github.url,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, game.close()]);
    },
  };
}
