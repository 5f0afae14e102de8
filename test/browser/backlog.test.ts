import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startPlayer, type Player } from "./player.ts";
import { openBrowser, takePicture } from "./support.ts";

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

const board = () => player.page.locator("#backlog");
const column = (name: string) =>
  board().locator(".backlog-column", { has: player.page.locator("h3", { hasText: name }) });
const incidentIn = (name: string) =>
  column(name).locator(".backlog-item", { hasText: "Kind: Incident" });
const press = (name: string) => board().getByRole("button", { name, exact: true }).click();
const line = (words: string | RegExp) =>
  board().locator("[role=status]", { hasText: words }).waitFor();

test("an incident comes into the backlog when time is up, follows its phases, and stays where people move it", async () => {
  await player.declare();
  await player.wind("+30 minutes");
  await incidentIn("Needs help").waitFor();
  await incidentIn("Needs help").getByText("Move by hand").click();
  await incidentIn("Needs help").getByRole("button", { name: "In progress" }).click();
  await incidentIn("In progress").waitFor();
  await player.wind("+5 minutes");
  expect(await incidentIn("In progress").count()).toBe(1);
  await takePicture(board(), "backlog");
  await player.say("ana-sre", "/resolve The database answers again.");
  await incidentIn("Done").waitFor();
  expect(await incidentIn("Done").innerText()).toContain("Resolved on: 2026-03-06");
  expect(await board().locator(".backlog-item", { hasText: "Kind: Incident" }).count()).toBe(1);
});

test("while projects are down nothing else waits, and the page shows that it is tried again", async () => {
  await player.declare();
  await press("Take GitHub Projects down");
  await line("Sitrep has not called it.");
  await player.say("ana-sre", "/backlog");
  await player.receipts("ana-sre", "/backlog").first().waitFor();
  await line("Sitrep called in vain once");
  await player
    .status()
    .locator("li", { hasText: "GitHub's projects do not answer (503)." })
    .waitFor();
  await player.wind("+5 minutes");
  await line(/called in vain \d+ times, last at 14:0[1-5]/);
  await press("Bring GitHub Projects back");
  await player.wind("+30 minutes");
  await incidentIn("Needs help").waitFor();
  expect(await player.status().locator("li", { hasText: "do not answer" }).count()).toBe(0);
});
