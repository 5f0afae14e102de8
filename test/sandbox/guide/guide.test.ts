import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { toGuide } from "../../../src/sandbox/guide/guide.ts";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

const BOT = "sitrep[bot]";

let page: TestPage;
beforeEach(async () => {
  page = await startPage();
});
afterEach(() => page.close());

const guide = () => toGuide(page.github.world.issues(REPOSITORY), page.firstIssue, BOT);
const done = () => guide()?.steps.map(({ isDone }) => isDone);
const help = () => guide()?.steps[guide()?.current ?? 0]?.help;

/** Somebody writes a command, and Sitrep gives its receipt. */
function command(
  as: string,
  text: string,
  receipt: "+1" | "eyes" | "confused",
  issue = page.firstIssue,
) {
  const { world } = page.github;
  const comment = world.as(as).comment(REPOSITORY, issue, text);
  world.as(BOT).react(REPOSITORY, issue, receipt, comment);
}

/** Sitrep ticks a step in the top comment. */
function box(words: string): void {
  const { world } = page.github;
  const { body } = world.issue(REPOSITORY, page.firstIssue);
  world.as(BOT).editBody(REPOSITORY, page.firstIssue, `${body}\n- [x] ${words}`);
}

test("steps tick as they happen, whoever does it", () => {
  const { world } = page.github;
  const issue = page.firstIssue;
  expect(done()).toEqual([false, false, false, false, false, false, false, false, false]);
  expect(help()).toMatchObject({ kind: "show", target: "labels" });

  world.as("pat-pm").addLabel(REPOSITORY, issue, "incident");
  expect(done()).toEqual([true, false, false, false, false, false, false, false, false]);
  expect(help()).toMatchObject({ kind: "fill", text: "/commander me" });

  command("sam-support", "I do.\r\n/IC me", "+1");
  command("sam-support", "/sme @bo-sre database", "+1");
  expect(done()).toEqual([true, true, true, false, false, false, false, false, false]);
  expect(help()).toMatchObject({ kind: "show", target: "wind" });

  world.as("cleo-hub").comment(REPOSITORY, issue, "**Help is needed:** I cannot log in.");
  expect(done()).toEqual([true, true, true, false, false, false, false, false, false]);
  world.as(BOT).comment(REPOSITORY, issue, "**Help is needed:** 30 min have passed.");
  expect(done()).toEqual([true, true, true, true, false, false, false, false, false]);

  command("sam-support", "/handoff @bo-sre", "eyes");
  expect(done()).toEqual([true, true, true, true, false, false, false, false, false]);
  expect(help()).toEqual({ kind: "fill", as: "bo-sre", text: "/accept" });

  command("bo-sre", "/accept", "+1");
  expect(help()).toMatchObject({ as: "pat-pm", text: expect.stringMatching(/^\/update /) });
  command("pat-pm", "/update We work on it.", "+1");
  expect(help()).toMatchObject({ kind: "fill", text: "/approve" });
  box("Send the Community Representative regular status updates");
  expect(help()).toMatchObject({ kind: "fill", text: expect.stringMatching(/^\/resolve /) });

  world.as(BOT).addLabel(REPOSITORY, issue, "incident: resolved");
  expect(help()).toMatchObject({ kind: "fill", text: expect.stringMatching(/^\/update /) });
  box("Tell the Community Representative that it is resolved");
  expect(help()).toMatchObject({ kind: "show", target: "ticket" });
  world
    .as(BOT)
    .comment(REPOSITORY, issue, "the community answered in t. If it says that it works, ...");
  expect(help()).toMatchObject({ kind: "fill", text: "/done report" });
  command("bo-sre", "/done report", "+1");
  expect(help()).toMatchObject({ kind: "fill", text: "/confirm\n/close" });

  world.as("bo-sre").close(REPOSITORY, issue);
  expect(done()).toEqual([true, true, true, true, true, true, true, true, true]);
  expect(guide()?.current).toBe(-1);
});

test("what Sitrep refused, wrote itself, or has not answered ticks nothing", () => {
  const { world } = page.github;
  command("cleo-hub", "/commander me", "confused");
  command(BOT, "/sme @bo-sre", "+1");
  world.as("ana-sre").comment(REPOSITORY, page.firstIssue, "/commander me");
  command("bo-sre", "/accept", "+1");
  expect(done()?.includes(true)).toBe(false);
});

test("the guide names whoever leads by now", () => {
  const { world } = page.github;
  const { body } = world.issue(REPOSITORY, page.firstIssue);
  world
    .as("ana-sre")
    .editBody(REPOSITORY, page.firstIssue, `${body}\n- **Incident Commander:** @bo-sre\n`);
  const helps = guide()?.steps.map((step) => step.help);
  expect(helps?.[2]).toEqual({ kind: "fill", as: "bo-sre", text: "/sme @ana-sre database" });
  expect(helps?.[4]).toEqual({ kind: "fill", as: "bo-sre", text: "/handoff @ana-sre" });
});

test("the guide follows the issue that has come furthest", () => {
  const { world } = page.github;
  expect(guide()?.issue).toBe(page.firstIssue);
  const other = world
    .as("bo-sre")
    .openIssue(REPOSITORY, { title: "Another", formLabels: ["incident"] });
  expect(guide()?.issue).toBe(other);
});
