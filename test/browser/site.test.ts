import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { buildSite } from "../../src/site/index.ts";
import { aHistory } from "../site/history.ts";
import { openBrowser } from "./support.ts";

const KNOWN = aHistory(30);
// A zone whose days end in the afternoon of UTC, so that days stand beside its clock too.
const HISTORY = {
  ...KNOWN,
  policy: { ...KNOWN.policy, report: { ...KNOWN.policy.report, zone: "Asia/Kolkata" } },
};
const PAGES = ["index.html", "numbers.html", "unfinished.html", "incidents/29.html"] as const;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const asset = (name: string): string =>
  readFileSync(new URL(`../../src/site/assets/${name}`, import.meta.url), "utf8");

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css",
  js: "text/javascript",
  svg: "image/svg+xml",
};

const FILES = new Map([
  ...buildSite(HISTORY),
  ...["site.css", "site.js", "mark.svg"].map((name) => [`assets/${name}`, asset(name)] as const),
]);

let browser: Browser;
let server: Server;
let base: string;
const open: Page[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "", "http://x").pathname.slice(1);
    const text = FILES.get(path);
    if (text === undefined) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": TYPES[path.split(".").at(-1) ?? ""] }).end(text);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await browser.close();
  server.close();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((page) => page.context().close()));
  const said = complaints.splice(0);
  if (said.length > 0) throw new Error(`The page complained: ${said.join("; ")}`);
});

interface Viewer {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly script?: boolean;
  readonly bypassCSP?: boolean;
}

async function visit(path: string, viewer: Viewer = {}): Promise<Page> {
  const { width = 1280, scheme = "light", script = true, bypassCSP = false } = viewer;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    bypassCSP,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(5000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("requestfailed", (request) => complaints.push(`${request.url()} failed`));
  open.push(page);
  await page.goto(base + path);
  return page;
}

/** Titles of the incidents that are to be seen. */
const shown = (page: Page): Promise<readonly string[]> =>
  page.locator("#incidents tbody th[scope=row] a:visible").allTextContents();

describe("filters of the list", () => {
  test("find by words, by what an incident is, and by both; and say how many", async () => {
    const page = await visit("index.html");
    const all = await shown(page);
    expect(all).toHaveLength(30);
    await page.getByLabel("Search").fill("LEAP logins");
    const found = await shown(page);
    expect(found).toEqual(all.filter((title) => /leap/.test(title) && /Logins/.test(title)));
    expect(found.length).toBeGreaterThan(0);
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Severity").selectOption("SEV-2");
    await page.getByLabel("Year").selectOption("2026");
    const both = (await shown(page)).length;
    expect(await page.locator("#found").textContent()).toBe(`${both} of 30 incidents`);
    expect(both).toBeGreaterThan(0);
    expect(new URL(page.url()).search).toBe("?severity=SEV-2&year=2026");
    expect(await page.locator("tr.year:visible").allTextContents()).toEqual([
      expect.stringContaining("2026"),
    ]);
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByText("30 incidents", { exact: true }).waitFor();
    expect(await shown(page)).toEqual(all);
  });

  test("are in the address, so that a question can be shared", async () => {
    const page = await visit("index.html?report=owed&unknown=1&q=%3Cscript%3E");
    expect(await page.getByLabel("Search").inputValue()).toBe("<script>");
    expect(await shown(page)).toEqual([]);
    expect(await page.locator("#none").isVisible()).toBe(true);
    await page.getByLabel("Search").fill("#29");
    expect(await page.getByLabel("Report").inputValue()).toBe("owed");
  });

  test("are not there without JavaScript, and all else is", async () => {
    const page = await visit("index.html", { script: false });
    expect(await page.locator("#filters").isVisible()).toBe(false);
    expect(await shown(page)).toHaveLength(30);
    await page.goto(`${base}numbers.html`);
    expect(await page.locator("svg title").first().textContent()).toMatch(/: \d/);
    await page.getByText("The numbers", { exact: true }).first().click();
    expect(await page.locator("table.numbers").first().isVisible()).toBe(true);
  });
});

test("charts tell what a shape is beside the pointer, within the window", async () => {
  const page = await visit("numbers.html", { width: 390 });
  const tip = page.locator(".tooltip");
  expect(await tip.isVisible()).toBe(false);
  const bar = page.locator(".narrow rect.bar").last();
  await bar.scrollIntoViewIfNeeded();
  // Scrolling hides a tip, and is told of in the next frame.
  await page.evaluate(
    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
  );
  await bar.hover();
  expect(await tip.textContent()).toBe(await bar.getAttribute("data-tip"));
  const box = await tip.boundingBox();
  expect((box?.x ?? 999) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await page.locator("h1").hover();
  expect(await tip.isVisible()).toBe(false);
});

describe.each([1280, 320])("at %d pixels", (width) => {
  test.each(PAGES)(
    "%s needs no sideways scrolling, and shows one drawing of each",
    async (path) => {
      const page = await visit(path, { width });
      const over = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect(over).toBeLessThanOrEqual(0);
      const wide = await page.locator(".wide svg:visible").count();
      const narrow = await page.locator(".narrow svg:visible").count();
      expect(wide === 0 || narrow === 0).toBe(true);
    },
  );
});

interface Found {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

// Colours hang on the scheme, and what stands where on the width: two of the four say all.
describe.each([
  ["light", 1280],
  ["dark", 390],
] as const)("in %s at %d pixels, by WCAG 2.2 AA", (scheme, width) => {
  test.each(PAGES)("%s has nothing to complain of", async (path) => {
    const page = await visit(path, { scheme, width, bypassCSP: true });
    await page.locator("details").evaluateAll("all => all.forEach((one) => { one.open = true; })");
    await page.evaluate(axe);
    const { violations } = await page.evaluate<Found>(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
    );
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map((node) => node.failureSummary).slice(0, 2)]),
    ).toEqual([]);
  });
});
