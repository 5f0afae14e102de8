import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { TICKETS } from "../../src/sandbox/cast/tickets.ts";
import { DESK_STATUS } from "../../src/sandbox/freshdesk/index.ts";
import { startPage } from "../sandbox/page/start-page.ts";
import type { TestPage } from "../sandbox/page/start-page.ts";
import { openBrowser, takePicture } from "./support.ts";

const { id } = TICKETS.outage;

let browser: Browser;
let sandbox: TestPage;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startPage(Date.parse("2026-03-06T14:00:00Z"));
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(5000);
  await page.goto(sandbox.url);
});
afterEach(async () => {
  await page.close();
  await sandbox.close();
});

const desk = () => page.locator("#freshdesk");
const ticket = () => page.locator(`#ticket-${id}`);

/** Something of everything that a ticket can hold. */
function fill(): void {
  const { world } = sandbox.freshdesk;
  const link = `<a href="${sandbox.github.url}/lagoon-hubs/infrastructure/issues/3">lagoon-hubs/infrastructure#3</a>`;
  world.noteAsAgent(id, `<p>The work goes on in ${link}.</p>`);
  world.replyAsAgent(
    id,
    "<p>The database has no room left.</p><ul><li>We make room.</li><li>Nothing is lost.</li></ul><p>You hear from us again by <strong>Fri 16:00 UTC</strong>.</p>",
  );
  world.setStatus(id, DESK_STATUS.pending);
}

describe("a ticket is answered for the community", () => {
  test("with the keyboard alone, and the box is empty afterwards", async () => {
    const box = ticket().getByLabel("Answer as Cleo Marchetti");
    await box.focus();
    await page.keyboard.type("It works for 12 of 140 now.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await ticket().locator(".is-incoming", { hasText: "12 of 140" }).waitFor();
    expect(await box.inputValue()).toBe("");
    expect(sandbox.freshdesk.world.ticket(id).messages.at(-1)).toMatchObject({ incoming: true });
  });

  test("and what is being written survives what Sitrep sends meanwhile", async () => {
    const box = ticket().getByLabel("Answer as Cleo Marchetti");
    await box.fill("half a sen");
    fill();
    await page.getByRole("button", { name: "Take Freshdesk down" }).click();
    await ticket().locator(".ticket-status", { hasText: "Pending" }).waitFor();
    expect(await box.inputValue()).toBe("half a sen");
  });
});

test("taken down and brought back, the page says what was tried", async () => {
  await page.getByRole("button", { name: "Take Freshdesk down" }).press("Enter");
  await page.getByRole("button", { name: "Bring Freshdesk back" }).waitFor();
  await fetch(`${sandbox.freshdesk.url}/api/v2/tickets`);
  await desk().locator("[role=status]", { hasText: "called in vain once" }).waitFor();
  await page.getByRole("button", { name: "Bring Freshdesk back" }).press("Enter");
  await desk().locator("[role=status]", { hasText: "Freshdesk was down from" }).waitFor();
  expect((await fetch(`${sandbox.freshdesk.url}/api/v2/tickets`)).status).toBe(401);
});

test("the link in the issue leads to the ticket", async () => {
  await page
    .locator("#top")
    .getByRole("link", { name: /tickets\/2417/ })
    .click();
  expect(await page.evaluate("location.hash")).toBe(`#ticket-${id}`);
});

test.each([
  ["light", 1440],
  ["dark", 1440],
  ["light", 390],
  ["dark", 390],
] as const)("%s, at %i pixels, nothing is wider than the page", async (theme, width) => {
  fill();
  await page.setViewportSize({ width, height: 1600 });
  await page.emulateMedia({ colorScheme: theme });
  await page.reload();
  await desk().scrollIntoViewIfNeeded();
  const overflow = await desk().evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await takePicture(desk(), `freshdesk-${theme}-${width}`);
});
