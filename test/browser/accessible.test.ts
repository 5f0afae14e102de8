import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { TICKETS } from "../../src/sandbox/cast/tickets.ts";
import { startPage, type TestPage } from "../sandbox/page/start-page.ts";
import { openBrowser } from "./support.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// The order of headings in people's texts is theirs.
const OFF = { "heading-order": { enabled: false } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

let browser: Browser;
let sandbox: TestPage;
beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), startPage()]);
  // Something of everything that the panels can hold.
  const { world } = sandbox.freshdesk;
  const { id } = TICKETS.outage;
  world.noteAsAgent(id, `<p>See <a href="${sandbox.github.url}/x">the issue</a>.</p>`);
  for (let n = 0; n < 7; n += 1) world.replyAsAgent(id, "<p>Still at it.</p>");
  const blocks = [{ type: "header", text: { type: "plain_text", text: "Hub is down" } }];
  const told = { text: "", blocks, metadata: null };
  const head = sandbox.slack.world.post("C0ENGINEERS", { ...told, threadTs: null });
  sandbox.slack.world.post("C0ENGINEERS", { ...told, threadTs: head.ts });
  sandbox.slack.faults.setDown(true);
  sandbox.freshdesk.faults.setDown(true);
  sandbox.freshdesk.faults.setDown(false);
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

describe.each([
  ["light", 1440],
  ["dark", 1440],
  ["dark", 390],
] as const)("in %s at %d pixels, by WCAG 2.2 AA", (colorScheme, width) => {
  test.each(["/", "/new", "/new/incident.yml"])("%s has nothing to complain of", async (path) => {
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } });
    await page.goto(sandbox.url + path);
    await page.locator("details").evaluateAll("all => all.forEach((one) => { one.open = true; })");
    await page.evaluate(axe);
    const found = `axe.run(${JSON.stringify({ runOnly: RULES, rules: OFF })})`;
    const { violations } = await page.evaluate<Found>(found);
    await page.close();
    expect(
      violations.map(({ id, nodes }) => [
        id,
        nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}: ${failureSummary}`),
      ]),
    ).toEqual([]);
  });
});
