import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { FINISHED } from "../report/lint/finished.ts";
import { startPlayer, type Player } from "./player.ts";
import { openBrowser } from "./support.ts";

let browser: Browser;
let player: Player;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  player = await startPlayer(browser, Date.parse("2026-03-06T14:00:00Z"));
});
afterEach(() => player.close());

const press = async (name: string): Promise<void> => {
  const answer = player.page.waitForResponse("**/act");
  await player.page.locator("main").getByRole("button", { name, exact: true }).click();
  await answer;
};

test("from /resolve to a published report with an approval, and the gate of closing opens", async () => {
  const { page } = player;
  await player.declare();
  const issue = page.url();
  await player.say("ana-sre", "/commander me");
  await player.say("ana-sre", "/resolve the disk is bigger now");
  await page.locator("#reports a").first().click();
  await page.locator("#pull-head .state", { hasText: "Draft" }).waitFor();
  await page.locator(".pull-check", { hasText: "Sitrep report" }).waitFor();
  await page.locator(".pull-file .markdown", { hasText: "the disk is bigger now" }).waitFor();
  expect(await page.locator(".pull-check").innerText()).toContain("This is unfinished");
  await player.picture("report-draft");

  await page.locator(`input[name="as"][value="ana-sre"]`).check();
  await page.locator("#edit-file > summary").click();
  await page.locator("#edit-file textarea").fill(FINISHED);
  await page.getByRole("button", { name: "Commit" }).click();
  await page.locator(".pull-check", { hasText: "Nothing is missing" }).waitFor();
  await press("Ready for review");
  await page.locator("#pull-head .state", { hasText: "Open" }).waitFor();
  await page.locator(`input[name="as"][value="bo-sre"]`).check();
  await press("Approve");
  await page.locator("#pull-state li", { hasText: "approved" }).waitFor();
  await player.picture("report-approved");
  await press("Merge");
  await page.locator("#pull-head .state", { hasText: "Merged" }).waitFor();

  await page.goto(issue);
  await player.bots("The Incident Report is published").waitFor();
  await player.status().locator("li", { hasText: "bo-sre published" }).waitFor();
  expect(await player.status().locator(".markdown").innerText()).not.toContain(
    "The Incident Report is not done",
  );
  await player.bots("The Incident Report is published").getByRole("link").first().click();
  await page.waitForURL("**/pulls/*");
  await player.picture("report-published");
}, 120_000);
