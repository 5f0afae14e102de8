import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { CommentEvent, Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel, A_STATUS, person } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const say = (
  text: string,
  by = "bo",
  more: Partial<CommentEvent> = {},
  incident: Partial<Incident> = {},
) => {
  const found = lookAt([aComment(by, text, 10, more)], { record: aRecord(incident) });
  const reply = found.effects.find(
    (effect) => effect.kind === "post" && effect.message.name === "reply",
  );
  return {
    ...found,
    reply: reply?.kind === "post" && reply.message.name === "reply" ? reply.message.data : null,
  };
};

/** What comes of a comment while Sitrep stands by. */
const sayAside = (text: string) =>
  lookAt([aComment("bo", text, 10)], { record: aRecord({ active: false }), labels: [] });

describe("a comment with commands", () => {
  it("has each take effect in its order, with a link to it", () => {
    const found = say("/sev 2\n/note a\n/sev 1");
    const url = "https://github.com/acme/hubs/issues/1#issuecomment-10";
    expect(found.incident?.severity).toBe("SEV-1");
    expect(found.log).toEqual([
      { url, kind: "severity", by: "bo", what: "SEV-2" },
      { url, kind: "note", by: "bo", text: "a" },
      { url, kind: "severity", by: "bo", what: "SEV-1" },
    ]);
    expect([found.receipts, found.reply]).toEqual([["done"], null]);
  });

  it("answers what is refused in one reply, and does the rest", () => {
    const found = say("/sev 9\n/note a\n/commander @ghost\n/comander @ana");
    expect(found.reply).toEqual({
      to: "bo",
      refused: [
        {
          line: "/sev 9",
          problem:
            "There is no such severity; choose one of SEV-1, SEV-2, SEV-3, SEV-4 (the first is the most severe).",
          usage: "/severity LEVEL",
          who: "anyone with write access",
        },
        {
          line: "/commander @ghost",
          problem: "There is no GitHub account named ghost. Is it spelled right?",
          usage: "/commander @user",
          who: "anyone with write access",
        },
      ],
      nearMisses: [{ typed: "comander", meant: "commander" }],
    });
    expect(found.posts).toEqual(["IC_10/reply"]);
    expect(found.receipts).toEqual(["done", "refused"]);
    expect(found.log).toHaveLength(1);
  });

  it("answers twenty of a kind at most", () => {
    const found = say(`${"/sev 9\n".repeat(21)}${"/comander\n".repeat(21)}`);
    expect(found.reply?.refused).toHaveLength(20);
    expect(found.reply?.nearMisses).toHaveLength(20);
    expect(found.receipts).toEqual(["refused"]);
  });

  it("that is only nearly one is answered without a receipt", () => {
    const found = say("/comander @ana");
    expect(found.reply?.nearMisses).toEqual([{ typed: "comander", meant: "commander" }]);
    expect(found.receipts).toEqual([]);
  });

  it("that asks somebody to take over is seen until they answer", () => {
    expect(say("/handoff @sam").receipts).toEqual(["seen"]);
  });

  it.each([
    ["without a command", "hello /note", "bo"],
    ["with a path", "/etc/hosts", "bo"],
  ])("%s is none", (_, text, by) => {
    expect(say(text, by)).toMatchObject({ receipts: [], reply: null, log: [] });
  });

  it("by an automation is none", () => {
    const bot = { actor: { login: "x", kind: "bot" } } as const;
    expect(say("/note a", "x", bot)).toMatchObject({ receipts: [], log: [] });
  });

  it.each(["tri", "cleo", "nobody-here"])("by %s has the refused reaction alone", (by) => {
    expect(say("/note a\n/sev 9\n/comander", by)).toMatchObject({
      receipts: ["refused"],
      reply: null,
      log: [],
      posts: [],
    });
  });

  it("while Sitrep stands by does nothing, but for a declaration", () => {
    expect(sayAside("/note a")).toMatchObject({ receipts: [], log: [], effects: [] });
    const again = sayAside("/note a\n/incident");
    expect(again.log?.map(({ kind }) => kind)).toEqual(["label-restored", "note"]);
    expect(again.receipts).toEqual(["done"]);
  });

  it("whose receipt stands has none put there again", () => {
    expect(say("/note a", "bo", { receipts: ["done"] }).receipts).toEqual([]);
    expect(say("/note a", "bo", { receipts: ["done"] }).log).toHaveLength(1);
  });
});

const lost = (
  text: string,
  receipts: CommentEvent["receipts"],
  more: Partial<Snapshot> = {},
  by = "bo",
) => {
  const events = [aLabel("incident", 0), aComment(by, text, 10, { receipts })];
  const found = lookAt(events, { record: null, status: A_STATUS, ...more });
  return { ...found, log: found.incident?.timeline.map(({ kind }) => kind) };
};

describe("without a record", () => {
  it("a comment with a receipt is carried out again, and not told again", () => {
    const found = lost("/commander @sam", ["done"]);
    expect(found.incident?.commander).toBe("sam");
    expect(found.posts.filter((key) => key.startsWith("IC_10"))).toEqual([]);
    expect(found.receipts).toEqual([]);
  });

  it("a comment without one is carried out and told", () => {
    const found = lost("/commander @sam", []);
    expect(found.incident?.commander).toBe("sam");
    expect(found.posts).toContain("IC_10/0/commander/announce");
    expect(found.receipts).toEqual(["done"]);
  });

  it("what was done holds though its author has lost their rights", () => {
    expect(lost("/note a", ["done"], {}, "cleo").log).toContain("note");
    expect(lost("/note a", [], {}, "cleo").log).not.toContain("note");
  });

  it("what was refused stays so, without another answer", () => {
    const found = lost("/note a\n/sev 9", ["refused"]);
    expect(found.log).not.toContain("note");
    expect(found.posts).toEqual([]);
    expect(found.receipts).toEqual([]);
  });

  it("of what was done and refused, each line is judged on its merit", () => {
    const found = lost("/note a\n/sev 9", ["done", "refused"]);
    expect(found.log).toContain("note");
    expect(found.posts).toEqual([]);
    expect(lost("/note a\n/sev 9", ["done", "refused"], {}, "cleo").log).not.toContain("note");
  });
});

const opened = (body: string, labels: readonly string[], opener = "bo") =>
  lookAt(
    labels.map((label) => aLabel(label, 0, "ana")),
    {
      body,
      labels,
      opener: person(opener),
      record: null,
      status: null,
    },
  );

describe("commands in the first body", () => {
  it("declare, and take effect from then on", () => {
    const found = opened("/incident 2\n/note a", []);
    expect(found.incident).toMatchObject({
      severity: "SEV-2",
      declaredBy: "bo",
      declaredAt: after(-1),
    });
    expect(found.log?.at(-1)).toMatchObject({ kind: "note", by: "bo", text: "a" });
    expect(found.effects).toContainEqual({ kind: "react", subject: "I_1", receipt: "done" });
  });

  it("take effect once somebody else has declared, once", () => {
    const found = opened("/note a", ["incident"]);
    expect(found.incident?.declaredBy).toBe("ana");
    expect(found.incident?.timeline.filter(({ kind }) => kind === "note")).toMatchObject([
      { at: after(0), by: "bo", text: "a" },
    ]);
  });

  it("take effect once, whatever is said after them", () => {
    const events = [aComment("bo", "Hello", 1), aComment("bo", "/note b", 2)];
    const found = lookAt(events, { body: "/incident\n/note a", record: null, status: null });
    const notes = found.incident?.timeline.filter(({ kind }) => kind === "note");
    expect(notes?.map(({ text }) => text)).toEqual(["a", "b"]);
  });

  it("took effect before, where a record tells", () => {
    const found = lookAt([aComment("bo", "Hello", 1)], { body: "/incident\n/note a" });
    expect([found.log, found.receipts]).toEqual([[], []]);
  });

  it("take effect where the label came without an event", () => {
    const found = lookAt([], { body: "/note a", record: null, status: null, labels: ["incident"] });
    expect(found.incident?.timeline.map(({ kind }) => kind)).toContain("note");
  });

  it("by somebody without rights are refused", () => {
    const found = opened("/incident", [], "cleo");
    expect(found.record).toBeNull();
    expect(found.effects).toEqual([{ kind: "react", subject: "I_1", receipt: "refused" }]);
  });
});
