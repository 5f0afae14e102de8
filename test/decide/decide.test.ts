import { describe, expect, test } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import {
  A_STATUS,
  aComment,
  aGiven,
  aLabel,
  aSnapshot,
  aVersion,
  person,
  SELF,
} from "../support/snapshot.ts";

const decided = (overrides: Partial<Snapshot> = {}, policy: string | null = null) =>
  decide(aGiven(aSnapshot(overrides), policy), after(20));
const kinds = (overrides: Partial<Snapshot>) =>
  decided(overrides).effects.map((effect) => effect.kind);

const chatter = (count: number) =>
  Array.from({ length: count }, (_, index) => aComment("cleo", "?", 10 + index));

describe("what concerns no incident", () => {
  test.each<readonly [string, Partial<Snapshot>]>([
    ["an ordinary issue", { events: [], labels: [] }],
    ["another label", { events: [aLabel("bug", 0)], labels: ["bug"] }],
    ["another command", { events: [aComment("ana", "/resolve", 1)], labels: [] }],
    [
      "a bot's declaration",
      {
        events: [aComment("x", "/incident", 1, { actor: { login: "x", kind: "bot" } })],
        labels: [],
      },
    ],
    ["a declaration in code", { events: [], labels: [], body: "```\n/incident\n```" }],
    [
      "a label that came off unseen",
      { events: [aLabel("incident", 0), aLabel("incident", 1, "ana", "unlabeled")], labels: [] },
    ],
  ])("%s has no effects and no record", (__, overrides) => {
    const { walk: _, ...found } = decided(overrides);
    expect(found).toEqual({
      effects: [],
      record: null,
      mustRecord: false,
      notices: [],
      agenda: [],
      gates: [],
      lookAgainAt: null,
    });
  });
});

describe("a declaration", () => {
  test("by label has every effect at once", () => {
    expect(kinds({})).toEqual(["write-body", "add-label", "add-label", "assign"]);
    expect(decided().record?.incident).toMatchObject({
      declaredBy: "ana",
      declaredAt: after(0),
      commander: "ana",
      liaison: "ana",
      severity: "SEV-4",
      phase: "investigating",
    });
  });

  test("by a label that no event tells of counts from the creation", () => {
    expect(decided({ events: [] }).record?.incident).toMatchObject({
      declaredAt: after(-1),
      declaredBy: null,
      commander: "ana",
    });
  });

  test("by an outsider has the refused reaction alone", () => {
    expect(decided({ events: [aComment("cleo", "/incident", 1)], labels: [] }).effects).toEqual([
      { kind: "react", subject: "IC_1", receipt: "refused" },
    ]);
  });

  test("that was refused once is not refused again, nor read anew", () => {
    const events = [aComment("cleo", "/incident", 1, { receipts: ["refused"] })];
    expect(decided({ events, labels: [] })).toMatchObject({ effects: [], record: null });
  });

  test.each(["bot", "gone"] as const)(
    "of an issue by a %s makes the declarer commander",
    (kind) => {
      expect(decided({ opener: { login: "alerts", kind } }).record?.incident.commander).toBe("ana");
    },
  );

  test("waits until the status comment is there before it says that the section stands", () => {
    expect(decided().record?.incident.sectionInserted).toBe(false);
  });
});

describe("after a look", () => {
  // What the first look wrote, as GitHub shows it then.
  const first = decided({ status: A_STATUS, fresh: true });
  const written = first.effects.find((effect) => effect.kind === "write-body");
  const settled = aSnapshot({
    status: A_STATUS,
    record: first.record,
    before: aVersion(person("ana"), "The hub is down.", -1),
    versions: [aVersion(SELF, written?.body ?? "", 2)],
    labels: ["incident", "incident: investigating", "SEV-4"],
    assignees: ["ana"],
    events: [],
  });

  test("nothing is left to do until something is due", () => {
    for (const now of [after(20), after(29)]) {
      expect(decide(aGiven(settled), now)).toMatchObject({ effects: [], mustRecord: false });
    }
  });

  test("what GitHub lost of it is done again", () => {
    const lost = { ...settled, labels: ["incident"], assignees: [] };
    expect(decide(aGiven(lost), after(21)).effects.map((effect) => effect.kind)).toEqual([
      "add-label",
      "add-label",
      "assign",
    ]);
  });

  test("a command is carried out at the time of its comment, once", () => {
    const commanded = { ...settled, events: [aComment("bo", "/commander me", 10)] };
    const { effects, record, mustRecord } = decide(aGiven(commanded), after(25));
    expect(effects.map((effect) => effect.kind)).toEqual(["write-body", "assign", "post", "react"]);
    expect(mustRecord).toBe(true);
    expect(record?.incident.timeline.at(-1)).toMatchObject({
      at: after(10),
      kind: "role",
      by: "bo",
      who: "bo",
    });
    expect(record?.outbox.map((entry) => entry.key)).toEqual(["IC_10/0/commander/announce"]);
  });

  test("a comment by somebody whom another edited is read with the editor's rights", () => {
    const edited = aComment("ana", "/commander @bo", 10, { editor: person("cleo") });
    expect(decide(aGiven({ ...settled, events: [edited] }), after(21)).effects).toEqual([
      { kind: "react", subject: "IC_10", receipt: "refused" },
    ]);
  });

  test("a comment that was owed and is not in the thread is posted, one that is there is not", () => {
    const entry = { key: "IC_5/0/help", since: after(5), message: { name: "reply", data: {} } };
    const record = settled.record === null ? null : { ...settled.record, outbox: [entry] };
    const owing = { ...settled, record };
    expect(decide(aGiven(owing), after(6)).effects).toMatchObject([
      { kind: "post", key: "IC_5/0/help" },
    ]);
    const posts = [{ nodeId: "IC_9", key: "IC_5/0/help", at: after(5), minimized: false }];
    expect(decide(aGiven({ ...owing, posts }), after(6)).effects).toEqual([]);
  });

  test("a version by Sitrep from a stale read is passed over, and the person's words are written again", () => {
    const own = settled.versions[0];
    const byPerson = (own?.text ?? "").replace(
      "The hub is down.",
      "The hub and the proxy are down.",
    );
    const stale = (own?.text ?? "").replace("**Severity:** SEV-4", "**Severity:** SEV-1");
    const raced = {
      ...settled,
      versions: [
        ...settled.versions,
        aVersion(person("sam"), byPerson, 10),
        aVersion(SELF, stale, 11),
      ],
      body: stale,
    };
    const [effect] = decide(aGiven(raced), after(12)).effects;
    expect(effect).toMatchObject({ kind: "write-body" });
    expect(effect?.kind === "write-body" && effect.body).toBe(byPerson);
  });

  test("many events that change nothing are digested, few are not", () => {
    expect(decide(aGiven({ ...settled, events: chatter(10) }), after(29)).mustRecord).toBe(false);
    expect(decide(aGiven({ ...settled, events: chatter(30) }), after(29)).mustRecord).toBe(true);
  });
});
