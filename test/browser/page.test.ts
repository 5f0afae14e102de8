import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { REPOSITORY } from "../../src/sandbox/cast/seed.ts";
import { startPage } from "../sandbox/page/start-page.ts";
import type { TestPage } from "../sandbox/page/start-page.ts";
import { openBrowser } from "./support.ts";

const BOT = "sitrep[bot]";

let browser: Browser;
let sandbox: TestPage;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  sandbox = await startPage();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(5000);
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("status of 4"))
      complaints.push(message.text());
  });
  await page.goto(sandbox.url);
});
afterEach(async () => {
  await page.close();
  await sandbox.close();
  if (complaints.length > 0) throw new Error(`The page complained: ${complaints.join("; ")}`);
});

const world = () => sandbox.github.world;
const issue = () => world().issue(REPOSITORY, sandbox.firstIssue);

describe("what is under way survives news", () => {
  test("a text being typed, its cursor and the focus", async () => {
    const box = page.getByRole("textbox", { name: /Comment as/ });
    await box.fill("half a sen");
    await box.press("ArrowLeft");
    world().as("bo-sre").comment(REPOSITORY, sandbox.firstIssue, "News!");
    await page.locator(".markdown", { hasText: "News!" }).waitFor();
    await page.keyboard.type("X");
    expect(await box.inputValue()).toBe("half a seXn");
  });

  test("unfolded parts, and an edit of the top comment that Sitrep changes meanwhile", async () => {
    await page.getByText("After-action report template", { exact: true }).click();
    await page.locator("#top details.edit > summary").click();
    await page.locator("#top textarea").pressSequentially("Mine. ");
    world().as(BOT).editBody(REPOSITORY, sandbox.firstIssue, `${issue().body}\nSitrep's`);
    await page.getByText("edited by sitrep").waitFor();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Somebody changed this text").waitFor();
    expect(issue().body).toContain("Sitrep's");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("#top details.edit:not([open])").waitFor();
    expect(issue().body).toMatch(/^Mine\. /);
    expect(await page.locator("#top .markdown details").getAttribute("open")).toBe("");
  });

  test("a comment box in view stays where it is", async () => {
    const box = page.locator("#composer");
    await box.scrollIntoViewIfNeeded();
    const before = await box.boundingBox();
    world().as("bo-sre").comment(REPOSITORY, sandbox.firstIssue, "News!\n\nIn\n\nmany\n\nlines.");
    await page.locator(".markdown", { hasText: "News!" }).waitFor();
    expect((await box.boundingBox())?.y).toBeCloseTo(before?.y ?? 0, 0);
  });
});

describe("with the keyboard alone", () => {
  test("somebody else comments with Ctrl+Enter, and screen readers hear of answers", async () => {
    await page.locator('input[name="as"]:checked').focus();
    await page.keyboard.press("ArrowDown");
    await page.getByText("Comment as bo-sre").waitFor();
    await page.locator("#comment").focus();
    await page.keyboard.type("/commander me");
    await page.keyboard.press("Control+Enter");
    await page.locator('article[data-author="bo-sre"]').waitFor();
    expect(issue().comments.at(-1)).toMatchObject({ author: "bo-sre", body: "/commander me" });
    expect(await page.locator("#comment").inputValue()).toBe("");
    world().as(BOT).comment(REPOSITORY, sandbox.firstIssue, "You **lead** now.");
    await page
      .locator("#announcer", { hasText: "sitrep commented: You lead now." })
      .waitFor({ state: "attached" });
  });

  test("a label is put on from the guide, and the step ticks", async () => {
    await page.getByRole("button", { name: "Show me where" }).press("Enter");
    expect(await page.evaluate("document.activeElement.dataset.choice")).toBe("incident");
    await page.keyboard.press("Enter");
    await page.getByText("1 of 9").waitFor();
    expect(issue().labels).toContain("incident");
  });
});

test("a box is ticked by a click", async () => {
  const box = page.getByRole("checkbox", { name: "Incident is over, and the community agrees" });
  await box.click();
  await page.getByText("edited by ana-sre").waitFor();
  expect(issue().body).toContain("- [x] Incident is over");
});

test("hostile text does not run", async () => {
  await page.evaluate(() => Object.assign(globalThis, { hurt: 0 }));
  const evil = [
    "<script>hurt = 1</script>",
    "<img src=x onerror='hurt = 1'>",
    "<svg onload='hurt = 1'>",
    "<a href='javascript:hurt=1' id=x>click</a>",
    "<details open ontoggle='hurt = 1'><summary>s</summary>x</details>",
  ].join("\n\n");
  world().as("ana-sre").comment(REPOSITORY, sandbox.firstIssue, evil);
  world().as("ana-sre").editTitle(REPOSITORY, sandbox.firstIssue, "<img src=x onerror='hurt = 1'>");
  await page.getByRole("heading", { name: "<img src=x" }).waitFor();
  await page.reload();
  expect(await page.evaluate(() => (globalThis as { hurt?: number }).hurt ?? 0)).toBe(0);
});

test.each([360, 390, 768, 1024])("nothing is wider than a screen of %i pixels", async (width) => {
  await page.setViewportSize({ width, height: 800 });
  for (const path of [`/issues/${sandbox.firstIssue}`, "/new", "/new/incident.yml"]) {
    await page.goto(sandbox.url + path);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  }
});
