import { afterEach, describe, expect, it } from "@jest/globals";
import type { Chat, ChatContent } from "../../../src/effects/chat.ts";
import { createSlack } from "../../../src/integrations/slack/index.ts";
import { renderHead, renderTell } from "../../../src/messages/index.ts";
import { TELL_KINDS } from "../../../src/effects/chat.ts";
import {
  type EmbeddedSlack,
  SLACK_FAULTS,
  type SlackSetup,
  startEmbeddedSlack,
} from "../../../src/sandbox/slack/index.ts";
import { after, DECLARED_AT, POLICY } from "../../support/incident.ts";
import { HOSTILE } from "../../support/markdown.ts";

const TOKEN = "xoxb-1-2-s3cret";
const HELLO: ChatContent = { text: "Hello", blocks: [] };
const ENG = { id: "C0ENG", name: "eng" };

interface Setting {
  readonly slack: EmbeddedSlack;
  readonly chat: Chat;
  /** Moves the clock of both. */
  readonly wind: (ms: number) => void;
}

const running: EmbeddedSlack[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((slack) => slack.close()));
});

async function set(
  setup: Partial<SlackSetup> = {},
  token = TOKEN,
  timeoutMs = 10_000,
): Promise<Setting> {
  let now = DECLARED_AT;
  const slack = await startEmbeddedSlack({
    channels: [ENG],
    now: () => new Date(now),
    token: TOKEN,
    ...setup,
  });
  running.push(slack);
  const { apiUrl } = slack;
  const chat = createSlack({ token, apiUrl, now: () => now, timeoutMs });
  const wind = (ms: number): void => {
    now += ms;
  };
  return { slack, chat, wind };
}

const say = (chat: Chat, channel = "#eng", key = "k1") =>
  chat.say(channel, HELLO, { key, thread: null });

const find = (chat: Chat, key = "k1", since = DECLARED_AT - 1000) =>
  chat.find("#eng", { key, thread: null, since });

const messagesIn = ({ slack }: Setting, id = "C0ENG") =>
  slack.world.channels().find((channel) => channel.id === id)?.messages ?? [];

const methodsOf = ({ slack }: Setting) => slack.calls().map(({ method }) => method);

describe("Slack as a chat", () => {
  it("posts with text and blocks, quietly, and keeps the key out of sight", async () => {
    const setting = await set();
    const content = renderHead(
      {
        title: "Hub <down>",
        url: "https://github.com/acme/hub/issues/12",
        name: "acme/hub#12",
        phase: "investigating",
        isClosed: false,
        severity: "SEV-2",
        commander: "ana",
        liaison: null,
        declaredAt: DECLARED_AT,
        declaredBy: "bo",
      },
      POLICY,
    );
    const ref = await setting.chat.say("#eng", content, { key: "k1", thread: null });
    expect(messagesIn(setting)).toEqual([
      {
        ts: ref.id,
        threadTs: null,
        text: content.text,
        blocks: content.blocks,
        metadata: { event_type: "sitrep", event_payload: { key: "k1" } },
        edited: null,
      },
    ]);
    expect(ref.channel).toBe("C0ENG");
    expect(setting.slack.calls().at(-1)?.arguments).toMatchObject({
      channel: "C0ENG",
      mrkdwn: "false",
      parse: "none",
      link_names: "false",
      unfurl_links: "false",
      unfurl_media: "false",
    });
  });

  it("posts in a thread, and in the channel when somebody deleted its head", async () => {
    const setting = await set();
    const { chat, slack } = setting;
    const head = await say(chat);
    const reply = await chat.say("#eng", HELLO, { key: "k2", thread: head });
    expect(await chat.find("#eng", { key: "k2", thread: head, since: DECLARED_AT })).toEqual(reply);
    slack.world.remove("C0ENG", head.id);
    const late = await chat.say("#eng", HELLO, { key: "k3", thread: head });
    expect(messagesIn(setting).map(({ threadTs }) => threadTs)).toEqual([head.id, null]);
    expect(await chat.find("#eng", { key: "k3", thread: head, since: DECLARED_AT })).toEqual(late);
  });

  it("edits a message, which keeps its key", async () => {
    const setting = await set();
    const ref = await say(setting.chat);
    await setting.chat.edit(ref, { text: "Later", blocks: [] });
    expect(messagesIn(setting)).toMatchObject([{ text: "Later", edited: expect.any(String) }]);
    expect(await find(setting.chat)).toEqual(ref);
  });

  it("finds a message by its key on any page, and none that is older than asked for or has another key", async () => {
    const { chat, wind } = await set();
    const old = await say(chat, "#eng", "old");
    wind(60_000);
    const first = await say(chat);
    for (let n = 0; n < 450; n += 1) await say(chat, "C0ENG", `other-${n}`);
    expect(await find(chat)).toEqual(first);
    expect(await find(chat, "old")).toEqual(old);
    expect(await find(chat, "old", DECLARED_AT + 1000)).toBeNull();
    expect(await find(chat, "k")).toBeNull();
  });

  it("finds nothing by words that look like its key", async () => {
    const { chat, slack } = await set();
    slack.world.post("C0ENG", { threadTs: null, text: "sitrep k1", blocks: [], metadata: null });
    const payload = { event_type: "other", event_payload: { key: "k1" } };
    slack.world.post("C0ENG", { threadTs: null, text: "x", blocks: [], metadata: payload });
    expect(await find(chat)).toBeNull();
  });

  it("sends what Slack takes, whatever people wrote", async () => {
    const { chat } = await set();
    const incident = {
      url: "https://github.com/acme/hub/issues/12",
      name: "acme/hub#12",
      phase: "mitigated",
      isClosed: false,
      declaredAt: DECLARED_AT,
    } as const;
    for (const poison of HOSTILE) {
      const some = { title: poison, severity: poison, commander: poison, liaison: poison };
      const poisoned = { ...incident, ...some, declaredBy: poison };
      await chat.say("C0ENG", renderHead(poisoned, POLICY), { key: "h", thread: null });
      for (const kind of TELL_KINDS) {
        const said = { by: poison, who: poison, what: poison, text: poison, url: null };
        const tell = { kind, at: after(1), ...said, calls: [poison] };
        const content = renderTell(tell, poisoned, POLICY);
        await expect(chat.say("C0ENG", content, { key: "t", thread: null })).resolves.toBeDefined();
      }
    }
  });
});

describe("a channel's name", () => {
  it("is looked up once, on any page; an id never", async () => {
    const others = Array.from({ length: 1200 }, (_, n) => ({ id: `C${n}X`, name: `c${n}` }));
    const setting = await set({ channels: [...others, ENG] });
    await say(setting.chat);
    await say(setting.chat, "#eng", "k2");
    await say(setting.chat, "C0ENG", "k3");
    const lists = methodsOf(setting).filter((method) => method === "conversations.list");
    expect(lists).toHaveLength(3);
    expect(messagesIn(setting)).toHaveLength(3);
  });

  it("is found without the right to see private channels", async () => {
    const setting = await set({ scopes: ["chat:write", "channels:read"] });
    await say(setting.chat);
    expect(messagesIn(setting)).toHaveLength(1);
  });

  it("that is unknown is looked up again a minute later", async () => {
    const setting = await set({ channels: [{ ...ENG, name: "old-name" }] });
    await expect(say(setting.chat)).rejects.toThrow("no channel #eng");
    await expect(say(setting.chat)).rejects.toThrow("no channel #eng");
    expect(methodsOf(setting)).toEqual(["conversations.list"]);
    setting.slack.world.change("C0ENG", { name: "eng" });
    setting.wind(61_000);
    await expect(say(setting.chat)).resolves.toMatchObject({ channel: "C0ENG" });
  });

  it("is looked up anew when the channel behind it was archived", async () => {
    const setting = await set();
    await say(setting.chat);
    setting.slack.world.change("C0ENG", { isArchived: true });
    await expect(say(setting.chat)).rejects.toThrow(/#eng is archived .* Name another channel/);
    await expect(say(setting.chat)).rejects.toThrow("no channel #eng");
  });
});

describe("what Slack refuses for good", () => {
  const TERMINAL: readonly (readonly [string, Partial<SlackSetup>, string, string])[] = [
    [
      "a channel without Sitrep",
      { channels: [{ ...ENG, isMember: false }] },
      TOKEN,
      "Invite it: write `/invite @sitrep` there.",
    ],
    [
      "a private channel without Sitrep",
      { channels: [{ ...ENG, isPrivate: true, isMember: false }] },
      TOKEN,
      "write `/invite @sitrep`",
    ],
    ["an archived channel", { channels: [{ ...ENG, isArchived: true }] }, TOKEN, "no channel #eng"],
    [
      "a wrong token",
      {},
      "xoxb-wrong",
      "Slack does not accept the token any more. Set SLACK_BOT_TOKEN",
    ],
    [
      "a missing scope",
      { scopes: ["channels:read"] },
      TOKEN,
      "The Slack app lacks a scope: chat:write. Add it under OAuth & Permissions",
    ],
  ];

  it.each(TERMINAL)("is told with what to do: %s", async (_what, setup, token, words) => {
    const { chat } = await set(setup, token);
    const error = await say(chat).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "TerminalError" });
    expect(String(error)).toContain(words);
  });

  it.each([
    ["msg_too_long", "a mistake of Sitrep's"],
    ["restricted_action_thread_only_channel", "do not let Sitrep post in C0ENG"],
    ["something_new", "Slack refuses this in C0ENG: something_new."],
    ["constructor", "Slack refuses this in C0ENG: constructor."],
  ])("is told by Slack's word where there is no better: %s", async (code, words) => {
    const { chat, slack } = await set();
    slack.faults.failNext(1, { status: 200, body: { ok: false, error: code } });
    const error = await say(chat, "C0ENG").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "TerminalError", message: expect.stringContaining(words) });
  });

  it("is nothing to tell where a message was deleted before it was edited, and is else", async () => {
    const { chat, slack } = await set();
    const ref = await say(chat);
    slack.faults.failNext(1, { status: 200, body: { ok: false, error: "token_revoked" } });
    await expect(chat.edit(ref, HELLO)).rejects.toMatchObject({ name: "TerminalError" });
    slack.world.remove("C0ENG", ref.id);
    await expect(chat.edit(ref, HELLO)).resolves.toBeUndefined();
  });

  it("says so of an address that is no Slack", async () => {
    const { chat, slack } = await set();
    slack.faults.failNext(1, { status: 404 });
    await expect(say(chat)).rejects.toMatchObject({ name: "TerminalError" });
  });
});

describe("a Slack that fails", () => {
  it.each([
    ["503", SLACK_FAULTS.unavailable, "Slack is not well: it answers 503.", 30_000],
    ["internal_error", SLACK_FAULTS.internalError, "it answers internal_error.", 30_000],
    ["a broken connection", SLACK_FAULTS.dropped, "Slack was not reached: ", 30_000],
    ["silence", SLACK_FAULTS.silent, "it did not answer in time", 30_000],
    ["429 with a time", SLACK_FAULTS.tooMany, "Slack asks for patience.", 30_000],
    ["429 without", SLACK_FAULTS.tooManyUntold, "Slack asks for patience.", 60_000],
    [
      "a page of a proxy",
      { status: 200, body: { ok: false, error: "<html>" } },
      "cannot be read",
      30_000,
    ],
  ] as const)("with %s is asked once, and again later", async (_what, fault, words, wait) => {
    const setting = await set({}, TOKEN, fault === SLACK_FAULTS.silent ? 500 : undefined);
    setting.slack.faults.failNext(1, fault);
    const error = await say(setting.chat, "C0ENG").catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: "RetryLaterError", retryAfterMs: wait });
    expect(String(error)).toContain(words);
    expect(methodsOf(setting)).toEqual(["chat.postMessage"]);
    setting.wind(wait);
    await say(setting.chat, "C0ENG");
    expect(messagesIn(setting)).toHaveLength(1);
  });

  it("is left alone for as long as it asks, for the method that it means", async () => {
    const setting = await set();
    setting.slack.faults.failNext(1, { ...SLACK_FAULTS.tooMany, method: "chat.postMessage" });
    await expect(say(setting.chat, "C0ENG")).rejects.toMatchObject({ retryAfterMs: 30_000 });
    setting.wind(10_000);
    await expect(say(setting.chat, "C0ENG")).rejects.toMatchObject({ retryAfterMs: 20_000 });
    expect(await find(setting.chat)).toBeNull();
    const posts = methodsOf(setting).filter((method) => method === "chat.postMessage");
    expect(posts).toHaveLength(1);
  });

  it("that lost its answer has the message, which is found by its key", async () => {
    const setting = await set();
    setting.slack.faults.failNext(1, { ...SLACK_FAULTS.answerLost, method: "chat.postMessage" });
    await expect(say(setting.chat)).rejects.toMatchObject({ name: "RetryLaterError" });
    expect(messagesIn(setting)).toHaveLength(1);
    expect(await find(setting.chat)).toEqual({
      channel: "C0ENG",
      id: messagesIn(setting)[0]?.ts,
      at: Date.parse("2026-05-04T09:00:00Z"),
    });
  });

  it("is not reached where nothing listens", async () => {
    const setting = await set();
    await setting.slack.close();
    const error = await say(setting.chat).catch((caught: unknown) => caught);
    // Errors of other realms, which Jest makes, keep no code.
    expect(String(error)).toMatch(
      /^RetryLaterError: Slack was not reached: (ECONN|the connection)/,
    );
  });
});

describe("Slack's token", () => {
  it("is in no error, even where an answer repeats it", async () => {
    const { chat, slack } = await set({}, TOKEN, 500);
    const echo = { ok: false, error: `no ${TOKEN}`, needed: TOKEN, headers: { a: TOKEN } };
    const faults = [
      ...Object.values(SLACK_FAULTS).filter(({ status }) => status !== 429),
      { status: 500, body: echo },
      { status: 200, body: echo },
      { status: 200, body: { ok: false, error: "missing_scope", needed: TOKEN } },
      {
        status: 200,
        body: { ok: false, error: "invalid_auth", response_metadata: { messages: [TOKEN] } },
      },
    ];
    for (const fault of faults) {
      slack.faults.failNext(1, fault);
      const error: unknown = await say(chat, "C0ENG").then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(error).toBeInstanceOf(Error);
      const { message, stack, cause } = error as Error;
      const fields = Object.entries(error as Error);
      const all = JSON.stringify([message, stack, cause, fields]);
      expect(all).not.toContain(TOKEN);
    }
  });
});
