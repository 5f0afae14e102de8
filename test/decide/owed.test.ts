import { describe, expect, it, test } from "@jest/globals";
import { outbox, toEntry } from "../../src/decide/rules/outbox.ts";
import { receipts } from "../../src/decide/rules/receipts.ts";
import { after } from "../support/incident.ts";
import { aRecord, aStanding } from "./looked.ts";

const shown = (key: string) => ({ nodeId: "IC_9", key, at: after(1), minimized: false });

describe("comments that are owed", () => {
  const message = {
    name: "vacated",
    data: { role: "commander", previous: "ana", by: "bo" },
  } as const;
  const post = (key: string) => ({ kind: "post", key, message }) as const;
  const entry = (key: string) => ({ key, since: after(1), message });
  const keys = (
    owed: readonly string[],
    posts: readonly string[],
    there: readonly string[],
    live: readonly string[] = [],
  ) =>
    outbox
      .effects(
        aStanding(
          {},
          { record: aRecord({}, { outbox: owed.map(entry) }), posts: there.map(shown) },
          { posts: posts.map(post), live },
        ),
      )
      .map((effect) => (effect.kind === "post" ? effect.key : effect.kind));

  test("are those of before and of this look, each once, that are not there", () => {
    expect(keys(["a", "b"], ["b", "c", "c", "d"], ["d", "e"])).toEqual(["a", "b", "c"]);
  });

  test("are no reminders of what nobody waits for any more", () => {
    const [past, live] = ["remind/escalate/1/0", "remind/escalate/2/0"];
    expect(keys([past, live], [], [], [live])).toEqual([live]);
  });

  test("of help are remembered without their words, and said in full", () => {
    const data = {
      to: "ana",
      topic: "sme",
      commands: [{ usage: "?", aliases: [], summary: "?", who: "?", examples: [] }],
    };
    const help = { kind: "post", key: "h", message: { name: "help", data } } as const;
    const kept = toEntry(help, after(3));
    expect(kept).toEqual({
      key: "h",
      since: after(3),
      message: { name: "help", data: { to: "ana", topic: "sme", commands: [] } },
    });
    const standing = aStanding({}, { record: aRecord({}, { outbox: [kept] }) });
    expect(outbox.effects(standing)).toMatchObject([
      {
        message: { data: { to: "ana", topic: "sme", commands: [{ usage: "/sme @user [area]" }] } },
      },
    ]);
    expect(toEntry(post("a"), after(3))).toEqual({ key: "a", since: after(3), message });
  });

  test("of help about everything name every command", () => {
    const data = { to: "ana", topic: null, commands: [] };
    const kept = { key: "h", since: after(3), message: { name: "help", data } };
    const [effect] = outbox.effects(aStanding({}, { record: aRecord({}, { outbox: [kept] }) }));
    const said = effect?.kind === "post" && effect.message.name === "help" && effect.message.data;
    expect(said && said.commands.length).toBeGreaterThan(20);
  });
});

describe("receipts that are owed", () => {
  it("are those of this look, and those that do not stand on a comment in view", () => {
    const owed = ["I_1", "IC_1", "IC_2", "IC_3"].map(
      (subject) => ({ subject, receipt: "done" }) as const,
    );
    const standing = aStanding(
      {},
      {
        record: aRecord({}, { receipts: owed }),
        receipts: ["seen"],
        recentReceipts: new Map([
          ["IC_1", ["done"]],
          ["IC_2", ["refused"]],
        ] as const),
      },
      { receipts: [{ subject: "IC_4", receipt: "refused" }] },
    );
    expect(receipts.effects(standing)).toEqual([
      { kind: "react", subject: "I_1", receipt: "done" },
      { kind: "react", subject: "IC_2", receipt: "done" },
      { kind: "react", subject: "IC_4", receipt: "refused" },
    ]);
  });

  it("are none where it stands", () => {
    const record = aRecord({}, { receipts: [{ subject: "I_1", receipt: "done" }] });
    expect(receipts.effects(aStanding({}, { record, receipts: ["done"] }))).toEqual([]);
  });
});
