import { describe, expect, it } from "@jest/globals";
import { DIGEST_AFTER } from "../../src/decide/decide.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel, aVersion, A_STATUS, person, SELF } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const BODY = "- **Incident Commander:** @ana\n";

describe("what a look remembers", () => {
  it("is up to where it read, and when it was written", () => {
    const found = lookAt([aComment("bo", "/note a", 10)]);
    expect(found.record).toMatchObject({
      digest: { through: after(10), recent: [["IC_10", after(10)]], version: null, followed: null },
      writtenAt: after(25),
      pinned: true,
    });
  });

  it("is the newest version of the top comment that it took in, or that of before", () => {
    const versions = [aVersion(person("bo"), `${BODY}more`, 10)];
    const before = aVersion(person("ana"), BODY, -1);
    expect(lookAt([], { before, versions }).record?.digest.version).toBe("UCE_10");
    const record = aRecord({}, { digest: { through: after(0), recent: [], version: "UCE_x" } });
    expect(lookAt([], { record }).record?.digest.version).toBe("UCE_x");
  });

  it("is since when a comment is owed", () => {
    const message = { name: "vacated", data: { role: "commander", previous: "ana", by: "bo" } };
    const outbox = [{ key: "IC_1/vacated", since: after(3), message }];
    const found = lookAt([aComment("bo", "/help", 10)], { record: aRecord({}, { outbox }) });
    expect(found.effects).toContainEqual({ kind: "post", key: "IC_1/vacated", message });
    expect(found.record?.outbox.map(({ key, since }) => [key, since])).toEqual([
      ["IC_1/vacated", after(3)],
      ["IC_10/0/help", after(25)],
    ]);
  });

  it("is whom it takes off the assignees, until GitHub shows them no more", () => {
    const events = [aComment("bo", "/commander me\n/liaison me", 10)];
    expect(lookAt(events).record?.leaving).toEqual(["ana"]);
    const record = aRecord({}, { leaving: ["cleo", "sam"] });
    expect(lookAt([], { record, assignees: ["ana", "sam"] }).record?.leaving).toEqual(["sam"]);
  });

  it("is what stood in the top comment, ticked, by what is evident", () => {
    const body =
      "- [x] Name the Incident Commander\n- [x] Share the Incident Report\n- [ ] Name the External Liaison\n";
    const ticked = lookAt([], { body, record: aRecord({ ticked: ["resolve"] }) }).incident?.ticked;
    expect(ticked).toEqual(["resolve", "commander"]);
  });
});

const must = (events: Parameters<typeof lookAt>[0], more: Partial<Snapshot> = {}) =>
  lookAt(events, more).mustRecord;

const talk = (count: number) =>
  Array.from({ length: count }, (_, index) => aComment("cleo", "?", 1 + index / 2));

describe("what a look has to write", () => {
  it("is what became true", () => {
    expect(must([])).toBe(false);
    expect(must([aComment("bo", "/note a", 10)])).toBe(true);
    expect(must([aLabel("incident", 0)], { record: null, status: A_STATUS })).toBe(true);
  });

  it("is not who was heard, that a wanted state was reached, or what stood in the top comment", () => {
    expect(must([aComment("bo", "hello", 10)])).toBe(false);
    const closed = { at: after(9), by: "bo", reason: "completed" };
    const record = aRecord({ closed, wanted: { state: "closed-as-completed", since: after(9) } });
    const event = {
      kind: "closed",
      id: "SE_1",
      at: after(10),
      actor: SELF,
      reason: "completed",
    } as const;
    expect(must([event], { record, state: "closed" })).toBe(false);
    expect(must([], { body: "- [x] Name the Incident Commander\n" })).toBe(false);
  });

  it("is how far it read, when that is much: events and versions", () => {
    expect(must(talk(DIGEST_AFTER))).toBe(false);
    expect(must(talk(DIGEST_AFTER + 1))).toBe(true);
    const before = aVersion(person("ana"), "a", -1);
    const versions = [aVersion(person("ana"), "b", 1)];
    expect(must(talk(DIGEST_AFTER), { before, versions })).toBe(true);
    expect(must(talk(DIGEST_AFTER - 1), { before, versions })).toBe(false);
  });
});

describe("a look", () => {
  it("tells of fields that contradict each other", () => {
    expect(lookAt([], { body: "IC: @ana\n\nIC: @bo\n" }).notices).toEqual([
      { kind: "conflict", field: "commander" },
    ]);
  });

  it("reads what happened in the order of time, people before Sitrep within a second", () => {
    const before = aVersion(person("ana"), BODY, -1);
    const named = aVersion(person("ana"), BODY.replace("@ana", "@sam"), 10);
    const taken = aComment("bo", "/commander me", 10);
    const who = (snapshot: Partial<Snapshot>, minutes = 10) =>
      lookAt([{ ...taken, at: after(minutes) }], { before, ...snapshot }).incident?.commander;
    expect(who({ versions: [named] })).toBe("bo");
    expect(who({ versions: [named] }, 9)).toBe("sam");
    const own = { ...named, id: "UCE_own", editor: SELF, text: BODY };
    // What was made from Sitrep's version of that second comes after what Sitrep answered with it.
    expect(who({ versions: [own, named] })).toBe("sam");
    expect(who({ versions: [{ ...own, at: after(9) }, named] })).toBe("bo");
    // What somebody wrote before Sitrep in that second was not made from it.
    expect(who({ versions: [named, own] })).toBe("bo");
  });

  it("says nothing of what was declared and taken back before", () => {
    const events = [aLabel("incident", 0), aLabel("incident", 1, "ana", "unlabeled")];
    const unseen = lookAt(events, { record: null, status: null, labels: [] });
    expect([unseen.effects, unseen.record]).toEqual([[], null]);
    const seen = lookAt(events, { record: null, status: A_STATUS, labels: [] });
    expect(seen.record?.incident.active).toBe(false);
  });
});
