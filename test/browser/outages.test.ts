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

const panel = (system: string) => player.page.locator(`#${system.toLowerCase()}`);

const press = async (system: string, words: string): Promise<void> => {
  await panel(system).getByRole("button", { name: words }).click();
};

/** The line that tells how a system was down, once it holds these words. */
const line = (system: string, words: string | RegExp) =>
  panel(system).locator("[role=status]", { hasText: words }).waitFor();

/** What the status comment says of it. */
const waiting = (system: string) =>
  player.status().locator(".markdown li", { hasText: new RegExp(`${system} is .*answers 503`) });

const replies = () => player.page.locator(`#ticket-${TICKETS.outage.id} .ticket-said`);

test("what is told while Slack and Freshdesk are down waits, is seen to be tried again, and comes once", async () => {
  const { page, say, wind, picture } = player;
  const before = await replies().count();
  for (const system of ["Slack", "Freshdesk"]) await press(system, `Take ${system} down`);
  await player.declare();
  await say("ana-sre", "/commander @bo-sre");
  for (const system of ["Slack", "Freshdesk"]) {
    await line(system, "Sitrep called in vain");
    await waiting(system).first().waitFor();
  }
  await picture("outages-1-down", { fullPage: false });
  await wind("+5 minutes");
  await line("Freshdesk", /last at 14:0[1-5]/);
  expect(await page.locator("#issue-head .assignee", { hasText: "bo-sre" }).count()).toBe(1);
  expect(await page.locator(".slack-channel").count()).toBe(0);
  expect(await replies().count()).toBe(before);

  for (const system of ["Slack", "Freshdesk"]) {
    await press(system, `Bring ${system} back`);
    await line(system, `${system} was down from 14:00`);
  }
  await wind("+30 minutes");
  await page.locator(".slack-channel li li", { hasText: "made bo-sre" }).waitFor();
  expect(await page.locator(".slack-channel li li", { hasText: "made bo-sre" }).count()).toBe(1);
  expect(await replies().count()).toBe(before + 2);
  expect(await waiting("Slack").count()).toBe(0);
  expect(await waiting("Freshdesk").count()).toBe(0);
  await picture("outages-2-back", { fullPage: false });
});
