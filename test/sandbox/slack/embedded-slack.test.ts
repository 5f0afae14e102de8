import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type EmbeddedSlack, startEmbeddedSlack } from "../../../src/sandbox/slack/index.ts";

const NOW = Date.parse("2026-03-06T14:00:00Z");
const TS = "1772805600.000000";

let slack: EmbeddedSlack;
beforeEach(async () => {
  slack = await startEmbeddedSlack({
    channels: [
      { id: "C0ENG", name: "eng" },
      { id: "C0OLD", name: "old", isArchived: true },
      { id: "G0LEADS", name: "leads", isPrivate: true },
    ],
    now: () => new Date(NOW),
  });
});
afterEach(() => slack.close());

type Answer = Readonly<Record<string, unknown>>;

/** A call with a JSON body, as other clients than Sitrep's send it. */
async function call(method: string, given: object, token = slack.token): Promise<Answer> {
  const answer = await fetch(`${slack.apiUrl}${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      ...(token !== "" && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(given),
  });
  return (await answer.json()) as Answer;
}

const namesOf = async (given: object): Promise<unknown> =>
  ((await call("conversations.list", given))["channels"] as Answer[]).map(({ name }) => name);

const section = (text: string): object => ({ type: "section", text: { type: "mrkdwn", text } });
const header = (text: string): object => ({ type: "header", text: { type: "plain_text", text } });
const rich = (...elements: readonly object[]): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

const list = (...elements: readonly object[]): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_list", style: "bullet", elements }],
});
describe("the embedded Slack", () => {
  it("keeps what is posted, under names that never repeat", async () => {
    const blocks = [header("Title"), section("text"), rich({ type: "text", text: "x" })];
    const first = await call("chat.postMessage", { channel: "C0ENG", text: "a", blocks });
    const second = await call("chat.postMessage", { channel: "#eng", text: "b", thread_ts: TS });
    expect(first).toMatchObject({ ok: true, channel: "C0ENG", ts: TS });
    expect(second).toMatchObject({ ok: true, ts: "1772805600.000001" });
    expect(slack.world.find("#eng")?.messages).toMatchObject([
      { ts: TS, threadTs: null, text: "a", blocks },
      { threadTs: TS, text: "b" },
    ]);
  });

  it("tells of metadata only when it is asked to", async () => {
    const metadata = { event_type: "e", event_payload: { key: "k" } };
    await call("chat.postMessage", { channel: "C0ENG", text: "a", metadata });
    const plain = await call("conversations.history", { channel: "C0ENG" });
    const full = await call("conversations.history", {
      channel: "C0ENG",
      include_all_metadata: true,
    });
    expect(plain["messages"]).toEqual([expect.not.objectContaining({ metadata })]);
    expect(full["messages"]).toEqual([expect.objectContaining({ metadata })]);
  });

  it("tells who asks", async () => {
    expect(await call("auth.test", {})).toMatchObject({ ok: true, bot_id: "B0SITREP" });
    expect(await call("auth.test", {}, "")).toEqual({ ok: false, error: "not_authed" });
    expect(await call("auth.test", {}, "xoxb-x")).toEqual({ ok: false, error: "invalid_auth" });
    expect(await call("admin.everything", {})).toEqual({ ok: false, error: "unknown_method" });
  });

  it("lists private channels where it is asked for them, and no archived ones where not", async () => {
    expect(await namesOf({})).toEqual(["eng", "old"]);
    expect(
      await namesOf({ types: "public_channel,private_channel", exclude_archived: true }),
    ).toEqual(["eng", "leads"]);
  });

  it.each<[string, object]>([
    ["channel_not_found", { channel: "C0NONE", text: "x" }],
    ["is_archived", { channel: "C0OLD", text: "x" }],
    ["thread_not_found", { channel: "C0ENG", text: "x", thread_ts: "1.000000" }],
    ["no_text", { channel: "C0ENG", text: "" }],
    ["msg_too_long", { channel: "C0ENG", text: "x".repeat(40_001) }],
    ["invalid_blocks_format", { channel: "C0ENG", text: "x", blocks: "{" }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [section("x".repeat(3001))] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [section("")] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [header("x".repeat(151))] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [rich({ type: "text", text: "" })] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [rich()] }],
    [
      "invalid_blocks",
      { channel: "C0ENG", text: "x", blocks: [list({ type: "text", text: "x" })] },
    ],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [list()] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: [rich({ type: "link", url: "x" })] }],
    ["invalid_blocks", { channel: "C0ENG", text: "x", blocks: Array(51).fill(section("x")) }],
  ])("refuses with %s what Slack would: %j", async (error, given) => {
    expect(await call("chat.postMessage", given)).toEqual({ ok: false, error });
    expect(slack.world.channels().flatMap(({ messages }) => messages)).toEqual([]);
  });
});
