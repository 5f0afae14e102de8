import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { startPage } from "../page/start-page.ts";
import type { TestPage } from "../page/start-page.ts";

let page: TestPage;
beforeEach(async () => {
  page = await startPage(Date.parse("2026-03-06T14:00:00Z"));
});
afterEach(() => page.close());

async function panel(): Promise<string> {
  const html = await page.look(`/issues/${page.firstIssue}`);
  return html.slice(html.indexOf('id="slack"')).split("</section>")[0] ?? "";
}

const post = (blocks: readonly unknown[], threadTs: string | null = null) =>
  page.slack.world.post("C0ENGINEERS", { threadTs, text: "", blocks, metadata: null });

const section = (...elements: readonly object[]): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

const order = (isDown: unknown) => page.act({ as: "ana-sre", kind: "outage", of: "slack", isDown });

test("the page shows channels with their threads, and nothing before anything was told", async () => {
  expect(await panel()).toContain("Nothing was told here yet");
  const head = post([
    { type: "header", text: { type: "plain_text", text: "Hub is down" } },
    section({ type: "text", text: "Investigating", style: { bold: true } }),
  ]);
  post(
    [
      { type: "section", text: { type: "mrkdwn", text: "<@U0BO>, <@U0X>: &lt;b&gt; help" } },
      {
        type: "rich_text",
        elements: [{ type: "rich_text_quote", elements: [{ type: "text", text: "Stuck" }] }],
      },
    ],
    head.ts,
  );
  page.slack.world.edit("C0ENGINEERS", head.ts, {});
  const text = await panel();
  for (const words of [
    "#engineering",
    "Hub is down",
    "<strong>Investigating</strong>",
    "Fri 6 Mar, 14:00",
    "(edited)",
    "1 reply",
    '<span class="slack-mention">@bo-sre</span>, <span class="slack-mention">@U0X</span>',
    "&lt;b&gt; help",
    "<blockquote>Stuck</blockquote>",
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain("#support");
  expect(text).not.toContain("Nothing was told");
});

const words = (text: string, style = {}) => ({ type: "text", text, style });
const entry = (text: string) => ({ type: "rich_text_section", elements: [words(text)] });

test("lists, code and styles show as Slack shows them", async () => {
  post([
    {
      type: "rich_text",
      elements: [
        { type: "rich_text_list", style: "ordered", indent: 1, offset: 2, elements: [entry("c")] },
        { type: "rich_text_list", style: "bullet", indent: 0, elements: [entry("<a>")] },
        { type: "rich_text_preformatted", elements: [words("ls <x>")] },
        { type: "rich_text_quote", elements: [words("i", { italic: true })] },
      ],
    },
    section(words("b", { bold: true, italic: true, strike: true, code: true })),
  ]);
  const text = (await panel()).replaceAll(/\s*\n\s*/g, "");
  expect(text).toContain('depth-1"><ol start="3"><li>c</li></ol>');
  expect(text).toContain('depth-0"><ul><li>&lt;a&gt;</li></ul>');
  expect(text).toContain('<pre class="slack-code">ls &lt;x&gt;</pre>');
  expect(text).toContain("<blockquote><em>i</em></blockquote>");
  expect(text).toContain("<strong><em><s><code>b</code></s></em></strong>");
});

test("links to the embedded GitHub lead to the page, and bad ones nowhere", async () => {
  const issue = `${page.github.url}/lagoon-hubs/infrastructure/issues/${page.firstIssue}`;
  post([
    section(
      { type: "link", url: issue, text: "the issue" },
      { type: "link", url: "javascript:alert(1)", text: "a trap" },
    ),
  ]);
  const text = await panel();
  expect(text).toContain(`<a href="/issues/${page.firstIssue}">the issue</a>`);
  expect(text).not.toContain("javascript:");
});

test("no text in a message is markup, and no strange block stops the page", async () => {
  const trap = "<script>alert(1)</script>";
  post([
    { type: "header", text: { type: "plain_text", text: trap } },
    { type: "section", text: { type: "mrkdwn", text: trap } },
    section({ type: "text", text: trap }, { type: "link", url: trap, text: trap }),
  ]);
  for (const blocks of [[null], ["x"], [{ type: "section" }], [{ type: "rich_text" }]])
    post(blocks);
  expect(await panel()).not.toContain("<script");
});

const call = async () => (await fetch(`${page.slack.apiUrl}chat.postMessage`)).status;

test("Slack can be taken down, and brought back", async () => {
  expect(await panel()).toContain("Take Slack down");
  expect((await order(true)).status).toBe(200);
  expect(await panel()).toContain("Bring Slack back");
  expect(await panel()).toMatch(
    /Slack is down since 14:00:0\d UTC\. Sitrep has not called it\.\s+Incidents go on/,
  );
  expect(await call()).toBe(503);
  expect(await panel()).toMatch(/Sitrep called in vain once, last at 14:00:0\d\./);
  expect((await order(false)).status).toBe(200);
  expect(await call()).toBe(200);
  expect(await panel()).toContain("Take Slack down");
  expect(await panel()).toMatch(/Slack was down from 14:00:0\d to 14:00:0\d UTC/);
  expect((await order("yes")).status).toBe(400);
});
