import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { TICKETS } from "../../src/sandbox/cast/tickets.ts";
import { startPlayer, type Player } from "./player.ts";
import { openBrowser } from "./support.ts";

const FRIDAY = Date.parse("2026-03-06T14:00:00Z");

let browser: Browser;
let player: Player;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  player = await startPlayer(browser, FRIDAY);
});
afterEach(() => player.close());

/** By the name that people see. */
const PANELS = { Slack: "slack", Freshdesk: "freshdesk", "GitHub Projects": "backlog" } as const;
type System = keyof typeof PANELS;
const SYSTEMS = Object.keys(PANELS) as System[];

const panel = (system: System) => player.page.locator(`#${PANELS[system]}`);

const press = async (system: System, words: string): Promise<void> => {
  await panel(system).getByRole("button", { name: words }).click();
};

/** The line that tells how a system was down, once it holds these words. */
const line = (system: System, words: string | RegExp) =>
  panel(system).locator("[role=status]", { hasText: words }).waitFor();

const item = () => player.page.locator(".backlog-item", { hasText: "Coastal Lab hub" });

/** What the status comment says of a system. */
const waiting = (words: RegExp) => player.status().locator(".markdown li", { hasText: words });

const replies = () => player.page.locator(`#ticket-${TICKETS.outage.id} .ticket-said`);

test("what is told while all systems outside are down waits, is seen to be tried again, and comes once", async () => {
  const { page, say, wind, picture } = player;
  const before = await replies().count();
  for (const system of SYSTEMS) await press(system, `Take ${system} down`);
  await player.declare();
  await say("ana-sre", "/commander @bo-sre\n/backlog");
  for (const system of SYSTEMS) {
    await line(system, "Sitrep called in vain");
  }
  for (const words of [/Slack is .*answers 503/, /Freshdesk is .*answers 503/, /project/i])
    await waiting(words).first().waitFor();
  await picture("outages-1-down", { fullPage: false });
  await wind("+5 minutes");
  await line("Freshdesk", /last at 14:0[1-5]/);
  expect(await page.locator("#issue-head .assignee", { hasText: "bo-sre" }).count()).toBe(1);
  expect(await page.locator(".slack-channel").count()).toBe(0);
  expect(await replies().count()).toBe(before);
  expect(await item().count()).toBe(0);

  for (const system of SYSTEMS) {
    await press(system, `Bring ${system} back`);
    await line(system, `${system} was down from 14:00`);
  }
  await wind("+30 minutes");
  await page.locator(".slack-channel li li", { hasText: "made bo-sre" }).waitFor();
  expect(await page.locator(".slack-channel li li", { hasText: "made bo-sre" }).count()).toBe(1);
  expect(await replies().count()).toBe(before + 2);
  expect(await waiting(/answers 50\d/).count()).toBe(0);
  expect(await item().count()).toBe(1);
  await picture("outages-2-back", { fullPage: false });
});
