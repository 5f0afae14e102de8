import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { CommentEvent, OwnPost, Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { A_STATUS, aComment, aLabel } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

/** What comes of a comment by bo, ten minutes after the declaration. */
const say = (text: string, more: Partial<CommentEvent> = {}, incident: Partial<Incident> = {}) =>
  lookAt([aComment("bo", text, 10, more)], { record: aRecord(incident) });

const kindsOf = (found: { readonly log: readonly { readonly kind: string }[] | undefined }) =>
  found.log?.map(({ kind }) => kind);

describe("a command that is refused with a comment of its own", () => {
  it("has that comment and no reply, and is remembered as refused", () => {
    const found = say("/close");
    expect(found.posts).toEqual(["IC_10/0/close-refused"]);
    expect(found.receipts).toEqual(["refused"]);
    expect(found.incident?.closeRefusedAt).toBe(after(10));
    expect(kindsOf(found)).toEqual(["close-refused"]);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ["/note a\n/close", ["done", "refused"], ["IC_10/1/close-refused"]],
    ["/close\n/sev 9", ["refused"], ["IC_10/0/close-refused", "IC_10/reply"]],
    ["/close\n/sev 9\n/note a", ["done", "refused"], ["IC_10/0/close-refused", "IC_10/reply"]],
    ["/close\n/close", ["refused"], ["IC_10/0/close-refused", "IC_10/1/close-refused"]],
  ])("counts as refused among others: %j", (text, receipts, posts) => {
    const found = say(text);
    expect(found.receipts).toEqual(receipts);
    expect(found.posts).toEqual(posts);
  });
});

describe("a comment with commands", () => {
  it("that asks somebody to take over is seen, whatever else it says", () => {
    expect(say("/handoff @sam\n/note a").receipts).toEqual(["seen"]);
  });

  it("says nothing of a line that is neither a command nor nearly one", () => {
    const found = say("/note a\n/xyzzy");
    expect([found.posts, found.receipts]).toEqual([[], ["done"]]);
  });

  it("is answered with what is due, and with where it stands", () => {
    const messages = say("/why escalate\n/status").effects.flatMap((effect) =>
      effect.kind === "post" ? [effect.message] : [],
    );
    expect(messages).toMatchObject([
      { name: "why", data: { items: [{ reminder: "escalate", dueAt: after(30) }] } },
      { name: "status", data: { statusUrl: A_STATUS.url } },
    ]);
  });

  it("on an issue that is no incident has no answer at all", () => {
    const events = [aComment("bo", "/note a", 1), aComment("cleo", "/incident", 2)];
    const found = lookAt(events, { record: null, status: null, labels: [] });
    expect(found.effects).toEqual([{ kind: "react", subject: "IC_2", receipt: "refused" }]);
  });
});

const lost = (
  text: string,
  receipts: CommentEvent["receipts"],
  posts: readonly string[] = [],
  by = "bo",
) => {
  const stands: readonly OwnPost[] = posts.map((key) => ({
    nodeId: "IC_own",
    key,
    at: after(10),
    minimized: false,
  }));
  const more: Partial<Snapshot> = { record: null, status: A_STATUS, posts: stands };
  const found = lookAt([aLabel("incident", 0), aComment(by, text, 10, { receipts })], more);
  return { ...found, ours: found.posts.filter((key) => key.startsWith("IC_10/")) };
};

describe("without a record, a comment that was refused", () => {
  it("has no further effect where no comment tells of one", () => {
    const found = lost("/close", ["refused"], ["SE_1/close-refused"]);
    expect(found.incident?.closeRefusedAt).toBeNull();
    expect(found.ours).toEqual([]);
  });

  it("had the effect of which its own comment tells, among others", () => {
    const found = lost("/close", ["refused"], ["IC_1/0/help", "IC_10/0/close-refused"]);
    expect(found.incident?.closeRefusedAt).toBe(after(10));
    expect(found.log?.filter(({ kind }) => kind === "close-refused")).toHaveLength(1);
    expect(found.receipts).toEqual([]);
  });

  it("is not carried out as far as its comment was about something else", () => {
    const found = lost("/note a\n/close", ["refused"], ["IC_10/0/note", "IC_10/1/close-refused"]);
    expect(kindsOf(found)).not.toContain("note");
    expect(found.incident?.closeRefusedAt).toBe(after(10));
  });
});

describe("without a record, a comment that was carried out", () => {
  it("was by its author, also where the account is gone", () => {
    const found = lost("/note a", ["done"], [], "nobody-here");
    expect(found.log?.at(-1)).toMatchObject({ kind: "note", by: "nobody-here", text: "a" });
  });
});
