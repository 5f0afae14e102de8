import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { Breakage } from "../../../src/sandbox/breaking/breaker.ts";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

const START = Date.parse("2026-03-06T14:00:00Z");

let page: TestPage;
beforeEach(async () => {
  page = await startPage(START);
  // Nobody hears what is sent there.
  page.github.setWebhookUrl(page.url);
  page.github.deliveries.clear();
});
afterEach(() => page.close());

const breakIt = (what: Breakage | "all") => page.act({ as: "ana-sre", kind: "break", what });
const look = () => page.look(`/issues/${page.firstIssue}`);
const say = (body: string) =>
  page.act({ as: "ana-sre", kind: "comment", issue: page.firstIssue, body });

/** The line of a breakage as the page says it, and whether its button can be pressed. */
async function row(what: Breakage) {
  const html = await look();
  const item = html.slice(html.indexOf(`data-key="break-${what}"`)).split("</li>")[0] ?? "";
  const line = /breakage-line"[^>]*>([^<]*)/.exec(item)?.[1]?.trim();
  return { line, isOff: item.includes(" disabled") };
}

test("before anything is broken, the page says what each would do", async () => {
  expect(await row("drop")).toEqual({
    line: "Sitrep never hears of what you do next.",
    isOff: false,
  });
});

test("the next delivery is lost, and no other", async () => {
  await breakIt("drop");
  expect(await row("drop")).toEqual({ line: "The next delivery will be lost.", isOff: true });
  await say("lost");
  await page.github.idle();
  const { line, isOff } = await row("drop");
  expect(line).toMatch(/^Lost: issue_comment\.created of #\d+ at 14:00:\d\d\. Sitrep finds out/);
  expect(isOff).toBe(false);
  expect(await look()).toContain("1 delivery (1 lost)");
  await say("heard");
  await page.github.idle();
  expect(page.github.deliveries.all.map(({ attempts }) => attempts)).toEqual([0, 1]);
});

test("what Sitrep itself causes is not what is broken", async () => {
  await breakIt("drop");
  page.github.world.as("sitrep[bot]").comment(REPOSITORY, page.firstIssue, "A reminder");
  await page.github.idle();
  expect((await row("drop")).isOff).toBe(true);
  await say("lost");
  expect(page.github.deliveries.all.map(({ problem }) => problem)).toEqual([null, "dropped"]);
});

test("two orders are for two deliveries", async () => {
  await breakIt("drop");
  await breakIt("double");
  expect((await row("double")).line).toBe("The delivery after that will come twice.");
  await say("lost");
  await say("twice");
  await page.github.idle();
  expect((await row("double")).line).toMatch(/^Sent twice: issue_comment\.created/);
  expect(page.github.deliveries.all.at(-1)).toMatchObject({ attempts: 2 });
  expect(await look()).toContain("1 delivery (1 sent twice)");
});

test("GitHub fails for a minute of the game", async () => {
  const ask = async () => (await fetch(`${page.github.url}/api/v3/app`)).status;
  await breakIt("fail");
  expect(await ask()).toBe(502);
  expect((await row("fail")).line).toMatch(/^GitHub answers 502 to everything until 14:01:0\d UTC/);
  await page.act({ as: "ana-sre", kind: "wind", by: "5-minutes", issue: null });
  expect(await ask()).not.toBe(502);
  const { line, isOff } = await row("fail");
  expect(line).toMatch(/^GitHub answered 502 from 14:00:0\d to 14:01:0\d\. It is well again\.$/);
  expect(isOff).toBe(false);
});

test("Sitrep is killed, and the page says so until it is back", async () => {
  await breakIt("kill");
  expect(page.kills()).toBe(1);
  page.setApp({ kind: "restarting", why: "it was ended by SIGKILL", lastWords: [] });
  expect(await row("kill")).toEqual({
    line: expect.stringMatching(/^Killed at 14:00:0\d\. It is started again/),
    isOff: true,
  });
  page.setApp({ kind: "running" });
  expect((await row("kill")).line).toMatch(/It is back/);
});

describe("what cannot be broken is refused", () => {
  test.each(["all", undefined, "__proto__"])("%j", async (what) => {
    const answer = await page.act({ as: "ana-sre", kind: "break", what });
    expect(answer.status).toBe(400);
  });
});
