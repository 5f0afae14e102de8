import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser, Locator } from "playwright-core";
import { startPlayer, type Player } from "./player.ts";
import { openBrowser, PICTURES } from "./support.ts";

const FRIDAY = Date.parse("2026-03-06T14:00:00Z");

let browser: Browser;
let player: Player;

beforeAll(async () => {
  browser = await openBrowser();
  player = await startPlayer(browser, FRIDAY);
});
afterAll(async () => {
  await player.close();
  await browser.close();
});

test("a newcomer plays an incident from the form to its end, and everything follows", async () => {
  const { page, say, actAs, status, picture, wind } = player;
  const bots = (text: string): Locator => player.bots(text).last();
  const ticket = page.locator("#ticket-2417");
  const top = (): Locator => page.locator("#top .markdown").first();
  const step = (number: number): Locator => page.getByText(`${number} of 9`);
  await picture("1-start");

  // An issue from the form: the form brings the label, and the label declares.
  await page.getByRole("link", { name: "New issue" }).click();
  await page
    .getByRole("link", { name: /Incident/ })
    .first()
    .click();
  await page.getByLabel("Title").fill("Delta hub: logins fail");
  await page.getByLabel(/^Summary/).fill("Everybody sees a blank page after logging in.");
  await page.getByLabel(/^Support ticket/).fill("https://example.freshdesk.com/a/tickets/2431");
  await page.getByLabel(/^Severity/).selectOption("SEV-2");
  await picture("2-form");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { name: /Delta hub: logins fail/ }).waitFor();
  await status().waitFor();
  await page.locator("#issue-head", { hasText: "incident: investigating" }).waitFor();
  await page.locator("#issue-head", { hasText: "SEV-2" }).waitFor();
  expect(await top().innerText()).toContain("Everybody sees a blank page after logging in.");
  await picture("3-declared");

  // Another issue: somebody puts the label on by hand.
  await page.getByRole("link", { name: /Coastal Lab hub/ }).click();
  await page.locator("#label-menu > summary").click();
  await page.locator('#label-menu [data-choice="incident"]').click();
  await step(1).waitFor();
  await status().waitFor();

  await say("ana-sre", "/commander me");
  await step(2).waitFor();
  await say("ana-sre", "/sme @bo-sre database");
  await bots("calls you in as").waitFor();
  await step(3).waitFor();
  await page.getByRole("button", { name: "Show me the button" }).click();
  await wind("+30 minutes");
  await bots("Help is needed").waitFor();
  await step(4).waitFor();
  await say("ana-sre", "/handoff @bo-sre");
  await bots("can you take over").waitFor();
  await picture("4-handoff");
  await say("bo-sre", "/accept");
  await bots("Where it stands").waitFor();
  await step(5).waitFor();
  await page.locator("#issue-head .assignee", { hasText: "bo-sre" }).waitFor();

  // An edit by hand is as good as a command.
  await actAs("sam-support");
  await page.locator("#top details.edit > summary").click();
  const source = page.locator("#top textarea[name=body]");
  const body = await source.inputValue();
  expect(body).toContain("**External Liaison:** @ana-sre");
  await source.fill(
    body.replace("**External Liaison:** @ana-sre", "**External Liaison:** @sam-support"),
  );
  await page.locator("#top").getByRole("button", { name: "Save" }).click();
  await bots("is External Liaison now").waitFor();
  expect(await status().innerText()).toMatch(/External Liaison\s+sam-support/);
  await picture("5-edited");
  // The README's picture.
  await page.setViewportSize({ width: 1440, height: 1200 });
  await status().evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.mouse.wheel(0, -90);
  await page.getByText("Sitrep is running").waitFor();
  await page.screenshot({ path: join(PICTURES, "readme.png") });
  await page.setViewportSize({ width: 1440, height: 900 });

  // Somebody without rights is not answered but for the receipt.
  const answers = await page.locator("article.post-bot").count();
  await say("cleo-hub", "/commander me");
  await page
    .locator('article[data-author="cleo-hub"]', { hasText: "/commander me" })
    .locator(".reactions", { hasText: "sitrep" })
    .waitFor();
  expect(await page.locator("article.post-bot").count()).toBe(answers);

  await say("pat-pm", "/update The database is locked; we look for what holds it.");
  await bots("wrote this for the community").waitFor();
  await say("bo-sre", "/approve");
  await ticket.locator(".is-reply", { hasText: "The database is locked" }).waitFor();
  await step(6).waitFor();

  await say("bo-sre", "/resolve The database answers again.");
  await page.locator("#issue-head", { hasText: "incident: resolved" }).waitFor();
  await ticket.locator(".is-reply", { hasText: "it works again" }).waitFor();
  await step(7).waitFor();

  // Closed too early, it is opened again, and somebody is told what is missing.
  await page.locator("#close").click();
  await bots("something is missing").waitFor();
  await page.locator("#issue-head", { hasText: "Open" }).waitFor();
  await page.getByRole("button", { name: "Show me where" }).click();
  await page.keyboard.type("It works, thank you!");
  await page.keyboard.press("Control+Enter");
  await ticket.locator(".is-incoming", { hasText: "thank you" }).waitFor();
  await wind("+30 minutes");
  await bots("the community answered").waitFor();
  await step(8).waitFor();
  expect(await page.locator("#thread").innerText()).not.toContain("thank you");
  await say("bo-sre", "/done report");
  await say("bo-sre", "/confirm\n/close");
  await step(9).waitFor();
  await status().locator("h2", { hasText: "Closed" }).waitFor();
  expect(await page.locator("#issue-head").innerText()).toContain("Closed");
  expect(await top().innerText()).toContain("140 people of a workshop cannot begin");
  expect(await page.locator("#issue-head .assignee").allInnerTexts()).toEqual(
    expect.arrayContaining([
      expect.stringContaining("bo-sre"),
      expect.stringContaining("sam-support"),
    ]),
  );
  await picture("6-end");
}, 120_000);
