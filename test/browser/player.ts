import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { PICTURES } from "./support.ts";
import { startSandbox, type Sandbox } from "../../src/sandbox/start.ts";

/** Somebody at the page of a whole sandbox, in which the real app runs. */
export interface Player {
  readonly page: Page;
  readonly sandbox: Sandbox;
  readonly actAs: (login: string) => Promise<void>;
  /** Comments in somebody's name, and waits until the comment is there. */
  readonly say: (login: string, text: string) => Promise<void>;
  /** Puts the label `incident` on the issue in view, and waits for Sitrep's status comment. */
  readonly declare: () => Promise<void>;
  /** Presses a button of the panel of time, and waits until time is there. */
  readonly wind: (
    button: "+5 minutes" | "+30 minutes" | "Next deadline" | "Monday 09:00",
  ) => Promise<void>;
  /** Presses a button that breaks something, and waits until that is ordered. */
  readonly breakIt: (what: "drop" | "double" | "fail" | "kill") => Promise<void>;
  /** The line that tells how a breakage stands, once it holds these words. */
  readonly broken: (what: "drop" | "double" | "fail" | "kill", words: RegExp) => Promise<void>;
  /** Sitrep's comments with this text that are not folded. */
  readonly bots: (text: string | RegExp) => Locator;
  /** Sitrep's comments with this text that are folded as outdated. */
  readonly folded: (text: string | RegExp) => Locator;
  /** The reactions below the newest comment of somebody with this text. */
  readonly receipts: (login: string, text: string) => Locator;
  /** Sitrep's status comment. */
  readonly status: () => Locator;
  /** The game's time, as the page says it. */
  readonly time: () => Promise<string>;
  readonly picture: (name: string, options?: { readonly fullPage?: boolean }) => Promise<void>;
  /** Ends it. Rejects when the page's script threw anything meanwhile. */
  readonly close: () => Promise<void>;
}

/** Starts a sandbox at an instant (ms; default: now) and opens its page. */
export async function startPlayer(browser: Browser, startAt?: number): Promise<Player> {
  mkdirSync(PICTURES, { recursive: true });
  const options = { port: 0, open: false, log: process.env["PLAYER_LOG"] ? console.log : () => {} };
  const sandbox = await startSandbox(startAt === undefined ? options : { ...options, startAt });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(sandbox.url);
  await page.getByText("Sitrep is running").waitFor();

  const post = (author: string, text: string | RegExp): Locator =>
    page.locator(`article[data-author="${author}"]`, {
      has: page.locator(".markdown", { hasText: text }),
    });
  const row = (what: string): Locator => page.locator(`[data-key="break-${what}"]`);

  const player: Player = {
    page,
    sandbox,
    actAs: async (login) => {
      await page.locator(`input[name="as"][value="${login}"]`).check();
      await page.getByText(`Comment as ${login}`).waitFor();
    },
    say: async (login, text) => {
      await player.actAs(login);
      const [first = ""] = text.split("\n");
      const before = await post(login, first).count();
      await page.locator("#comment").fill(text);
      await page.locator("#comment").press("Control+Enter");
      await post(login, first).nth(before).waitFor();
    },
    declare: async () => {
      await page.locator("#label-menu > summary").click();
      await page.locator('#label-menu [data-choice="incident"]').click();
      await player.status().waitFor();
      await page.locator("#time .due").first().waitFor();
    },
    wind: async (button) => {
      // A weekend with all that is due in it takes a while.
      const answer = page.waitForResponse("**/act", { timeout: 60_000 });
      await page.locator("#time").getByRole("button", { name: button }).click();
      await answer;
      await page.locator(".winding").waitFor({ state: "detached" });
    },
    breakIt: async (what) => {
      const answer = page.waitForResponse("**/act");
      await row(what).getByRole("button").click();
      await answer;
    },
    broken: async (what, words) => {
      await row(what).locator(".breakage-line", { hasText: words }).waitFor();
    },
    bots: (text) => post("sitrep", text),
    folded: (text) => page.locator("details.folded", { hasText: text }),
    receipts: (login, text) =>
      post(login, text).last().locator(".reactions", { hasText: "sitrep" }),
    status: () => post("sitrep", "How to give commands"),
    time: () => page.locator("#time .now").innerText(),
    picture: async (name, { fullPage = true } = {}) => {
      await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage });
    },
    close: async () => {
      await page.close();
      await sandbox.close();
      if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join("; ")}`);
    },
  };
  return player;
}
