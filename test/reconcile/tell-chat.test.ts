import { describe, expect, it } from "@jest/globals";
import type { ChatIncident } from "../../src/effects/chat.ts";
import { RetryLaterError, TerminalError } from "../../src/incident/errors.ts";
import { NOTHING_OUTSIDE, type Outside, type OwedTell } from "../../src/incident/outside.ts";
import { tellChat, type Telling } from "../../src/reconcile/tell-chat.ts";
import { createFakeChat, type FakeChat } from "../support/fake-chat.ts";
import { after } from "../support/incident.ts";

const INCIDENT: ChatIncident = {
  title: "Hub is down",
  url: "https://github.com/acme/hubs/issues/1",
  name: "acme/hubs#1",
  phase: "investigating",
  isClosed: false,
  severity: "SEV-4",
  commander: "ana",
  liaison: "ana",
  declaredAt: after(0),
  declaredBy: "ana",
};

const content = (text: string) => ({ text, blocks: [] });

const owed = (key: string, channel = "#eng"): OwedTell => ({
  key,
  channel,
  tell: { kind: "role", text: key },
  since: after(1),
});

const head = (channel = "#eng") => ({ channel, ref: null, shown: null });

/** What telling needs, with `before` as the record held it. */
const telling = (chat: FakeChat, outside: Outside, before = NOTHING_OUTSIDE): Telling => ({
  chat,
  incident: INCIDENT,
  outside,
  before,
  issueId: "I_1",
  thread: true,
  troubles: [],
  renderHead: ({ phase }) => content(`head: ${phase}`),
  renderTell: async ({ text }) => content(`told: ${text}`),
  now: after(5),
});

const texts = (chat: FakeChat): readonly string[] =>
  chat.messages().map(({ channel, thread, text }) => `${channel} ${thread ?? "-"} ${text}`);

const FIRST: Outside = { heads: [head()], owed: [owed("a"), owed("b")] };
const ALL = ["#eng - head: investigating", "#eng 1 told: a", "#eng 1 told: b"];
const down = new RetryLaterError("Slack does not answer.", 90_000);

describe("telling a chat", () => {
  it("sends the head message, and what is owed into its thread, in order", async () => {
    const chat = createFakeChat();
    const { outside, troubles } = await tellChat(telling(chat, FIRST));
    expect(texts(chat)).toEqual(ALL);
    expect(outside.owed).toEqual([]);
    expect(troubles).toEqual([]);
    await tellChat(telling(chat, outside, outside));
    expect(texts(chat)).toEqual(ALL);
  });

  it("says what was sent, where, and when by the chat's own clock", async () => {
    const chat = createFakeChat();
    const all = { heads: [head(), head("#news")], owed: [owed("a"), owed("b")] };
    const { sent, outside } = await tellChat(telling(chat, all));
    const role = { what: "role", since: after(1), place: "#eng" };
    const declared = { what: "declared", since: after(0) };
    const expected = [
      { ...declared, place: "#eng", at: after(5) },
      { ...role, at: after(6) },
      { ...role, at: after(7) },
      { ...declared, place: "#news", at: after(8) },
    ];
    expect(sent).toEqual(expected);
    expect(outside.heads[0]?.ref).toEqual({ channel: "#eng", id: "1" });
    // Killed before that stood in the record: the messages are found, and are as old as they are.
    const again = await tellChat({ ...telling(chat, all, all), now: after(90) });
    expect(again.sent).toEqual(expected);
    expect((await tellChat(telling(chat, outside, outside))).sent).toEqual([]);
  });

  it("does not say that a head was sent which stands above later news alone", async () => {
    const chat = createFakeChat();
    const early = { ...INCIDENT, declaredAt: after(-60) };
    const { sent } = await tellChat({ ...telling(chat, FIRST), incident: early });
    expect(sent.map(({ what }) => what)).toEqual(["role", "role"]);
    const alone = { heads: [head("#news")], owed: [] };
    const late = await tellChat({ ...telling(chat, alone), incident: early });
    expect(late.sent).toMatchObject([{ what: "declared", place: "#news" }]);
  });

  it("stands beside the head where the team wants no threads", async () => {
    const chat = createFakeChat();
    await tellChat({ ...telling(chat, FIRST), thread: false });
    expect(chat.messages().map(({ thread }) => thread)).toEqual([null, null, null]);
  });

  it("edits the head when the incident is another, and only then", async () => {
    const chat = createFakeChat();
    const { outside } = await tellChat(telling(chat, FIRST));
    const incident = { ...INCIDENT, phase: "mitigated" } as const;
    await tellChat({ ...telling(chat, outside, outside), incident });
    expect(texts(chat)[0]).toBe("#eng - head: mitigated");
    expect(chat.messages()).toHaveLength(3);
  });

  it("goes on below a head that may not be edited, says so, and tries the edit again", async () => {
    const chat = createFakeChat();
    const { outside } = await tellChat(telling(chat, FIRST));
    const more = { ...outside, owed: [owed("c")] };
    const incident = { ...INCIDENT, phase: "mitigated" } as const;
    chat.failNext(new TerminalError("A scope is missing."), "before");
    const told = await tellChat({ ...telling(chat, more, outside), incident });
    expect(texts(chat)).toEqual([...ALL, "#eng 1 told: c"]);
    expect(told.troubles).toMatchObject([
      { system: "Slack", place: "#eng", why: "A scope is missing." },
    ]);
    await tellChat({ ...telling(chat, told.outside, told.outside), incident });
    expect(texts(chat)[0]).toBe("#eng - head: mitigated");
  });

  it.each(["before", "after"] as const)(
    "goes on where it failed, and says nothing twice: lost %s it took effect",
    async (when) => {
      for (const ok of [0, 1, 2]) {
        const chat = createFakeChat();
        let calls = 0;
        const say = chat.say.bind(chat);
        const failing = {
          ...chat,
          say: (...args: Parameters<FakeChat["say"]>) => {
            if (calls++ === ok) chat.failNext(down, when);
            return say(...args);
          },
        };
        const first = await tellChat({ ...telling(chat, FIRST), chat: failing });
        expect(first.troubles).toEqual([
          {
            system: "Slack",
            place: "#eng",
            why: "Slack does not answer.",
            retryAt: after(5) + 90_000,
            failures: 1,
          },
        ]);
        const second = await tellChat(telling(chat, first.outside, FIRST));
        expect(texts(chat)).toEqual(ALL);
        expect(second).toMatchObject({ outside: { owed: [] }, troubles: [] });
      }
    },
  );

  it("looks before it sends what an earlier look may have sent without being able to say so", async () => {
    const chat = createFakeChat();
    await tellChat(telling(chat, FIRST));
    const { outside } = await tellChat(telling(chat, FIRST, FIRST));
    expect(texts(chat)).toEqual(ALL);
    expect(outside.heads).toEqual([
      { channel: "#eng", ref: { channel: "#eng", id: "1" }, shown: JSON.stringify(INCIDENT) },
    ]);
  });

  it("lets a channel that does not work stop no other", async () => {
    const chat = createFakeChat();
    const both = { heads: [head("#no"), head()], owed: [owed("a", "#no"), owed("b")] };
    chat.failNext(new TerminalError("There is no channel #no."), "before");
    const { outside, troubles } = await tellChat(telling(chat, both));
    expect(texts(chat)).toEqual(["#eng - head: investigating", "#eng 1 told: b"]);
    expect(outside.owed.map(({ channel }) => channel)).toEqual(["#no"]);
    expect(troubles).toEqual([
      {
        system: "Slack",
        place: "#no",
        why: "There is no channel #no.",
        retryAt: after(15),
        failures: 1,
      },
    ]);
  });

  it("waits twice as long each time that a chat is down, ten minutes at most", async () => {
    const chat = createFakeChat();
    let troubles: Telling["troubles"] = [];
    const waits: number[] = [];
    let now = after(5);
    for (let time = 0; time < 7; time += 1) {
      chat.failNext(new RetryLaterError("Slack does not answer.", 1000), "before");
      ({ troubles } = await tellChat({ ...telling(chat, FIRST), troubles, now }));
      const { retryAt } = troubles[0]!;
      waits.push((retryAt - now) / 1000);
      now = retryAt;
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 600, 600]);
  });

  it("leaves a channel alone until it is time, and no other", async () => {
    const chat = createFakeChat();
    const both = { heads: [head("#no"), head()], owed: [owed("a", "#no"), owed("b")] };
    const waiting = {
      system: "Slack",
      place: "#no",
      why: "x",
      retryAt: after(6),
      failures: 3,
    } as const;
    const told = await tellChat({ ...telling(chat, both), troubles: [waiting] });
    expect(texts(chat)).toEqual(["#eng - head: investigating", "#eng 1 told: b"]);
    expect(told.troubles).toEqual([waiting]);
    expect(told.outside.owed).toEqual([owed("a", "#no")]);
  });

  it("hides no bug", async () => {
    const chat = createFakeChat();
    chat.failNext(new Error("a bug"), "before");
    await expect(tellChat(telling(chat, FIRST))).rejects.toThrow("a bug");
  });
});
