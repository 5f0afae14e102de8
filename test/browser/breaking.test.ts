import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
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
beforeEach(async () => {
  player = await startPlayer(browser, FRIDAY);
  await player.declare();
});
afterEach(() => player.close());

const wire = () => player.page.locator("#wire .wire-sum");

test("a lost delivery is found by the sweep, and one that came twice is answered once", async () => {
  await player.breakIt("drop");
  await player.broken("drop", /The next delivery will be lost/);
  await player.picture("breaking-1-ordered", { fullPage: false });
  await player.say("ana-sre", "/sme @bo-sre database");
  await player.broken("drop", /^Lost: issue_comment\.created/);
  expect(await wire().innerText()).toBe("1 delivery (1 lost), no requests");
  expect(await player.bots("calls you in as").count()).toBe(0);
  await player.wind("+5 minutes");
  await player.wind("+5 minutes");
  await player.bots("calls you in as").waitFor();

  await player.breakIt("double");
  await player.say("ana-sre", "/sme @sam-support tickets");
  await player.broken("double", /^Sent twice: issue_comment\.created/);
  await player.bots(/@sam-support.*calls you in as/).waitFor();
  await player.wind("+5 minutes");
  expect(await player.bots(/calls you in as/).count()).toBe(2);
});

test("what GitHub fails to do for a minute is done after it", async () => {
  await player.breakIt("fail");
  await player.broken("fail", /^GitHub answers 502 to everything until 14:01:\d\d UTC/);
  await player.say("ana-sre", "/sme @bo-sre database");
  await player.page.locator("#wire-fold > summary").click();
  await player.page.locator(".exchange .code", { hasText: "made to fail" }).first().waitFor();
  await player.picture("breaking-2-failing", { fullPage: false });
  await player.page.locator("#wire-fold > summary").click();
  expect(await player.bots("calls you in as").count()).toBe(0);
  await player.wind("+5 minutes");
  await player.bots("calls you in as").waitFor();
  await player.broken("fail", /It is well again/);
  expect(await player.bots("calls you in as").count()).toBe(1);
});

test("killed, Sitrep comes back and goes on where it was, at the time of the game", async () => {
  await player.wind("+5 minutes");
  await player.breakIt("kill");
  await player.broken("kill", /It is started again/);
  await player.say("ana-sre", "/sme @bo-sre database");
  await player.broken("kill", /It is back/);
  await player.bots("calls you in as").waitFor();
  expect(await player.status().innerText()).toContain("14:05 ana-sre");
  await player.wind("+30 minutes");
  await player.bots("Help is needed").waitFor();
  expect(await player.bots("Sitrep was last active").count()).toBe(0);
});
