import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { REPOSITORY } from "../../../src/sandbox/cast/seed.ts";
import { startPage } from "./start-page.ts";
import type { TestPage } from "./start-page.ts";

const BOT = "sitrep[bot]";
const EVIL = `"><script>alert(1)</script><img src=x onerror=alert(1)>'`;

let page: TestPage;
beforeEach(async () => {
  page = await startPage();
});
afterEach(() => page.close());

const path = () => `/issues/${page.firstIssue}`;

test("hostile titles, texts, labels and forms do not run", async () => {
  const { world } = page.github;
  const { firstIssue: issue } = page;
  world.as("ana-sre").editTitle(REPOSITORY, issue, EVIL);
  world.as("ana-sre").editBody(REPOSITORY, issue, `${EVIL}\n\n- [ ] ${EVIL}`);
  world.as("ana-sre").comment(REPOSITORY, issue, `</textarea>${EVIL}`);
  world.as("ana-sre").addLabel(REPOSITORY, issue, EVIL.slice(0, 50));
  for (const seen of [await page.look(path()), await page.look("/new")]) {
    expect(seen.match(/<script/g)).toHaveLength(1);
    expect(seen).not.toContain("<img");
    expect(seen.replace(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\sonerror=/);
  }
});

test("a textarea holds the very text, line breaks at its start included", async () => {
  page.github.world.as("ana-sre").editBody(REPOSITORY, page.firstIssue, "\n\nx <b>");
  expect(await page.look(path())).toMatch(
    /<textarea name="body"[^>]*>\n\n\nx &lt;b&gt;<\/textarea>/,
  );
});

test("the thread tells comments and events in their order, alike events in one line", async () => {
  const { world } = page.github;
  const { firstIssue: issue } = page;
  world.as("ana-sre").addLabel(REPOSITORY, issue, "incident");
  const status = world.as(BOT).comment(REPOSITORY, issue, "## Investigating");
  world.as(BOT).pinComment(REPOSITORY, issue, status);
  world.as(BOT).addLabel(REPOSITORY, issue, "incident: investigating");
  world.as(BOT).addLabel(REPOSITORY, issue, "SEV-4");
  world.as(BOT).assign(REPOSITORY, issue, "ana-sre");
  const old = world.as(BOT).comment(REPOSITORY, issue, "Reminder");
  world.as(BOT).minimizeComment(REPOSITORY, issue, old, "outdated");
  world.as("ana-sre").editTitle(REPOSITORY, issue, "New title");
  world.as("ana-sre").close(REPOSITORY, issue);
  const seen = await page.look(path());
  const thread = seen
    .slice(seen.indexOf('id="thread"'))
    .replace(/<[^>]*>|\s+/g, " ")
    .replace(/ +/g, " ");
  const wanted = [
    "cleo-hub opened this",
    "Pinned",
    "Investigating",
    "sam-support added hub: coastal-lab",
    "sam-support commented",
    "ana-sre added incident",
    "wrote the pinned comment",
    "sitrep bot added incident: investigating SEV-4",
    "assigned ana-sre",
    "marked as outdated",
    "changed the title to New title",
    "closed this as completed",
  ];
  const places = wanted.map((words) => thread.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("whoever has no rights sees what they may not do", async () => {
  const cleo = await page.look(path(), "cleo-hub");
  expect(cleo).toContain("Not with read rights");
  expect(cleo).toContain("Comment as");
  expect(cleo.match(/data-choice="[^"]*"[^>]*disabled/g)?.length).toBeGreaterThan(4);
  const sam = await page.look("/issues/2", "cleo-hub");
  expect(sam).not.toContain("Markdown of the top comment");
  expect(await page.look(path(), "zed")).toContain('data-me="ana-sre"');
});

test("the page says how Sitrep is", async () => {
  page.setApp({ kind: "starting" });
  expect(await page.look(path())).toContain("Sitrep is starting");
  page.setApp({ kind: "restarting", why: "it ended with exit code 1", lastWords: ["Boom <b>"] });
  const seen = await page.look(path());
  expect(seen).toContain("it ended with exit code 1");
  expect(seen).toContain("Boom &lt;b&gt;");
});

test("changes are told to open pages at once", async () => {
  const abort = new AbortController();
  const answer = await fetch(`${page.url}/events`, { signal: abort.signal });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await reader?.read();
  expect(first?.value).toContain("event: change\ndata: 0\n\n");
  await page.act({ as: "bo-sre", kind: "comment", issue: page.firstIssue, body: "x" });
  const second = await reader?.read();
  expect(second?.value).toContain("event: change\ndata: 1\n\n");
  abort.abort();
});

test("under the hood stands what the last act caused, without credentials", async () => {
  const secret = "ghs_verysecret";
  page.github.deliveries.clear();
  await page.act({
    as: "bo-sre",
    kind: "comment",
    issue: page.firstIssue,
    body: `hi, token: ${secret.slice(4)}`,
  });
  await page.github.idle();
  const seen = await page.look(path());
  expect(seen).toContain("bo-sre commented");
  expect(seen).toContain("1 delivery, no requests");
  expect(seen).toContain("<b>issue_comment.created</b>");
  const id = /data-bodies="(\/wire\/[^"]+)"/.exec(seen)?.[1] ?? "";
  const bodies = await page.look(id);
  expect(bodies).toContain('"action": "created"');
});
