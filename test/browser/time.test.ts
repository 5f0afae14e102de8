import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startPlayer, type Player } from "./player.ts";
import { openBrowser } from "./support.ts";

const FRIDAY = Date.parse("2026-03-06T14:00:00Z");

let browser: Browser;
let player: Player;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => player.close());

test("the thirty minutes: help is called once, and hidden when nobody needs it any more", async () => {
  player = await startPlayer(browser, FRIDAY);
  const help = "Help is needed";
  await player.declare();
  await player.page.locator("#time .due > summary", { hasText: "in 30 minutes" }).click();
  await player.picture("time-1-deadlines", { fullPage: false });
  await player.wind("+30 minutes");
  await player.bots(help).waitFor();
  expect(await player.time()).toBe("Fri 6 Mar, 14:30 UTC");
  await player.wind("+30 minutes");
  expect(await player.bots(help).count()).toBe(1);
  await player.say("ana-sre", "/resolve It works again.");
  await player.folded("This comment was marked as outdated").waitFor();
  expect(await player.bots(help).count()).toBe(0);
  await player.folded("outdated").click();
  await player.folded(help).locator(".markdown").waitFor();
  await player.picture("time-2-folded");
});

test("the promise of an update: the liaison is reminded of it, and a new one moves it", async () => {
  player = await startPlayer(browser, FRIDAY);
  await player.declare();
  await player.say("ana-sre", "/mitigated");
  await player.say("ana-sre", "/commander me");
  await player.say("ana-sre", "/liaison @sam-support");
  await player.say("sam-support", "/accept");
  await player.say("sam-support", "/update We look into it.\nnext: 1h");
  const due = player.page.locator("#time .due-when", { hasText: "14:45" });
  await due.waitFor();
  await player.wind("Next deadline");
  expect(await player.time()).toBe("Fri 6 Mar, 14:45 UTC");
  await player.bots(/@sam-support.*update/).waitFor();
  await player.say("sam-support", "/update It is the database.\nnext: 2h");
  await player.folded("outdated").waitFor();
  await player.page.locator("#time .due-when", { hasText: "16:30" }).waitFor();
  expect(await due.count()).toBe(0);
  // Over a weekend of deadlines, each comes in its time: Sitrep was never away.
  await player.wind("Monday 09:00");
  await player.bots(/@pat-pm, please see that the community is told/).waitFor();
  expect(await player.page.getByText("Sitrep was last active").count()).toBe(0);
  await player.picture("time-3-promise");
});

test("the 48 working hours: over the weekend, to the gate, and closed", async () => {
  player = await startPlayer(browser, FRIDAY);
  await player.declare();
  await player.say("ana-sre", "/commander me");
  await player.say("ana-sre", "/resolve It works again.");
  await player.bots("Resolved").first().waitFor();
  await player.say("ana-sre", "/done announce\n/done report");
  await player.receipts("ana-sre", "/done announce").waitFor();
  await player.say("ana-sre", "/close");
  await player.bots("Not closed yet").waitFor();
  await player.wind("Monday 09:00");
  expect(await player.time()).toBe("Mon 9 Mar, 09:00 UTC");
  expect(await player.bots("may be closed").count()).toBe(0);
  await player.wind("Next deadline");
  expect(await player.time()).toBe("Tue 10 Mar, 14:00 UTC");
  await player.bots("may be closed").waitFor();
  await player.picture("time-4-may-close");
  await player.say("ana-sre", "/close");
  await player.page.locator("#issue-head", { hasText: "Closed" }).waitFor();
  await player.folded("may be closed").waitFor();
});
