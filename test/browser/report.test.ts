import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Browser, Locator } from "playwright-core";
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

const post = (words: string): Locator =>
  player.page.locator('article[data-author="bo-sre"]', { hasText: words });

/** Puts a rocket on a comment by bo, with the keyboard alone. */
async function mark(words: string, login: string): Promise<void> {
  await player.actAs(login);
  await post(words).locator('summary[aria-label="Add a reaction"]').press("Enter");
  await post(words).getByRole("button", { name: "into the timeline of the report" }).press("Enter");
  await post(words).getByRole("button", { name: "Rocket: 1" }).waitFor();
}

test("from /resolve to a published report with an approval, and the gate of closing opens", async () => {
  const { page } = player;
  await player.declare();
  const issue = page.url();
  await player.say("ana-sre", "/commander me");
  await player.say("bo-sre", "the graph of the disk went flat at noon");
  await player.say("bo-sre", "I am off to lunch");
  await mark("off to lunch", "ana-sre");
  await mark("went flat", "ana-sre");
  // What was marked by mistake is taken back where it shows.
  const lunch = post("off to lunch").getByRole("button", { name: /^Rocket: 1 ana/ });
  await lunch.press("Enter");
  await lunch.waitFor({ state: "detached" });
  await player.say("ana-sre", "/resolve the disk is bigger now");
  const owed = page.locator("#list .row", { hasText: "Incident reports that are owed" });
  await owed.click();
  await page.locator("#thread td", { hasText: "9 questions unanswered" }).waitFor();
  await player.picture("report-owed");
  await page.goto(issue);
  await page.locator("#reports a").first().click();
  await page.locator("#pull-head .state", { hasText: "Draft" }).waitFor();
  await page.locator(".pull-check", { hasText: "Sitrep report" }).waitFor();
  await page.locator(".pull-file .markdown", { hasText: "the disk is bigger now" }).waitFor();
  expect(await page.locator(".pull-check").innerText()).toContain("This is unfinished");
  const draft = await page.locator(".pull-file .markdown").first().innerText();
  expect(draft).toContain("the graph of the disk went flat at noon");
  expect(draft).not.toContain("off to lunch");
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

  await owed.filter({ hasText: "Closed" }).click();
  await page.locator("#thread", { hasText: "No Incident Report is owed." }).waitFor();
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
