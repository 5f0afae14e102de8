import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startPage } from "../sandbox/page/start-page.ts";
import type { TestPage } from "../sandbox/page/start-page.ts";
import { openBrowser } from "./support.ts";

let browser: Browser;
let sandbox: TestPage;
beforeAll(async () => {
  [browser, sandbox] = await Promise.all([openBrowser(), startPage()]);
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

/** Runs in the page: makes trees at random, and takes each over into the one before. Answers with the first that differs. */
const tryMany = `async ({ rounds, seed }) => {
  const { morph } = await import("/assets/morph.js");
  let state = seed;
  const pick = (count) => (state = (state * 48271) % 2147483647) % count;
  const names = ["p", "ul", "li", "div", "span", "details", "input"];
  const grow = (depth) => {
    let text = "";
    const keys = new Set();
    for (let left = pick(6); left > 0; left--) {
      const name = names[pick(names.length)];
      const key = "k" + pick(8);
      const keyed = pick(3) === 0 && !keys.has(key);
      if (keyed) keys.add(key);
      const head = "<" + name + (keyed ? " data-key=" + key : "") + (pick(2) ? " class=c" + pick(3) : "") + ">";
      text += pick(3) === 0 ? "words " + pick(4) : "\\n";
      text += name === "input" ? head : head + (depth > 0 ? grow(depth - 1) : "leaf " + pick(3)) + "</" + name + ">";
    }
    return text;
  };
  const tree = () => {
    const root = document.createElement("main");
    root.innerHTML = grow(3);
    return root;
  };
  const page = tree();
  for (let round = 0; round < rounds; round++) {
    const before = page.innerHTML;
    const wanted = tree();
    morph(page, wanted);
    if (!page.isEqualNode(wanted)) return { before, wanted: wanted.innerHTML, got: page.innerHTML };
  }
  return null;
}`;

test("a piece of the page becomes exactly its newer version, whatever both are", async () => {
  const page = await browser.newPage();
  await page.goto(sandbox.url);
  const differs = await page.evaluate(`(${tryMany})({ rounds: 1500, seed: ${Date.now() % 1e9} })`);
  expect(differs).toBeNull();
});
