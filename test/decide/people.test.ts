import { describe, expect, it } from "@jest/globals";
import { readPolicy } from "../../src/config/index.ts";
import { loginsToRead, toVocabulary } from "../../src/decide/index.ts";
import { concernsIncident } from "../../src/decide/people.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import {
  aComment,
  aLabel,
  aSnapshot,
  aVersion,
  A_STATUS,
  person,
  SELF,
} from "../support/snapshot.ts";
import { aRecord, aSettled } from "./looked.ts";

const BOT = { login: "x", kind: "bot" } as const;

function asked(snapshot: Snapshot, policyText: string | null = null) {
  const { policy } = readPolicy(policyText);
  return { snapshot, policy, vocabulary: toVocabulary(policy) };
}

const closed = (login: string, reason: string | null = "completed") =>
  ({ kind: "closed", id: "SE_1", at: after(1), actor: person(login), reason }) as const;

describe("an issue concerns an incident", () => {
  it.each<readonly [string, Partial<Snapshot>, boolean]>([
    ["with a declaring label", { labels: ["bug", "Incident"], events: [] }, true],
    [
      "that had the label",
      { labels: [], events: [aComment("bo", "?", 0), aLabel("incident", 1)] },
      true,
    ],
    [
      "that lost a label",
      { labels: [], events: [aLabel("incident", 1, "bo", "unlabeled")] },
      false,
    ],
    ["with another label", { labels: ["bug"], events: [aLabel("bug", 1)] }, false],
    ["without anything", { labels: [], events: [] }, false],
    [
      "with a declaring comment",
      { labels: [], events: [aComment("bo", "/incident", 1), aComment("bo", "?", 2)] },
      true,
    ],
    ["with another command", { labels: [], events: [aComment("bo", "/note a", 1)] }, false],
    [
      "with a bot's comment",
      { labels: [], events: [aComment("x", "/incident", 1, { actor: BOT })] },
      false,
    ],
    ["with a declaration in its body", { labels: [], events: [], body: "Help!\n/declare" }, true],
    [
      "that is the list of owed reports, with a label that declares",
      { opener: SELF, body: "x\n\n<!-- sitrep:report-debt -->\n" },
      false,
    ],
    ["that only looks like that list", { body: "x\n\n<!-- sitrep:report-debt -->\n" }, true],
    ["that Sitrep opened", { opener: SELF }, true],
    ["with a record", { labels: [], events: [], record: aRecord(), status: A_STATUS }, true],
  ])("%s: %j", (_, overrides, does) => {
    expect(concernsIncident(asked(aSnapshot(overrides)))).toBe(does);
  });

  it("by its first body, not by what it became", () => {
    const before = aVersion(person("ana"), "/incident", -1);
    const versions = [aVersion(person("ana"), "nothing", 1)];
    expect(concernsIncident(asked(aSnapshot({ labels: [], events: [], before, versions })))).toBe(
      true,
    );
  });
});

const readFirst = (overrides: Partial<Snapshot>, policy: string | null = null) =>
  loginsToRead(asked(aSnapshot({ events: [], ...overrides }), policy));

describe("the accounts whose rights a first look needs", () => {
  it.each<readonly [string, Partial<Snapshot>, readonly string[]]>([
    ["none of an ordinary issue", { labels: [], body: "IC: @sam" }, []],
    ["the opener", {}, ["ana"]],
    ["not an opener who is no person", { opener: BOT }, []],
    [
      "who put on a label",
      { events: [aLabel("incident", 0, "bo"), { ...aLabel("incident", 0), actor: BOT }] },
      ["ana", "bo"],
    ],
    ["not who took one off", { events: [aLabel("bug", 0, "bo", "unlabeled")] }, ["ana"]],
    [
      "those in the fields",
      { body: "IC: @sam\n\nLiaison: @bo\n\nSMEs: @tri, @cleo\n" },
      ["ana", "sam", "bo", "tri", "cleo"],
    ],
    ["those in commands of the body", { body: "/commander @sam" }, ["ana", "sam"]],
    ["each once, in any spelling", { body: "IC: @ANA\n\nLiaison: @Ana" }, ["Ana"]],
    [
      "who commands, and whom they name",
      { events: [aComment("bo", "/sme @tri\n/note a", 1)] },
      ["ana", "bo", "tri"],
    ],
    ["who nearly commands", { events: [aComment("bo", "/comander @tri", 1)] }, ["ana", "bo"]],
    [
      "who changed a command last",
      { events: [aComment("bo", "/note a", 1, { editor: person("sam") })] },
      ["ana", "sam"],
    ],
    [
      "who only talks, as long as nobody took it up, and not whom they name",
      { events: [aLabel("incident", 0), aComment("bo", "hello @tri", 1)] },
      ["ana", "bo"],
    ],
    [
      "not who talked before it was declared",
      { events: [aComment("bo", "hello", 1), aLabel("incident", 2)] },
      ["ana"],
    ],
    [
      "not a bot that commands",
      { events: [aComment("x", "/sme @tri", 1, { actor: BOT })] },
      ["ana"],
    ],
    [
      "not who opened it again",
      { events: [{ ...closed("bo"), kind: "reopened", reason: null }] },
      ["ana"],
    ],
    ["not a bot that closed it", { events: [{ ...closed("x"), actor: BOT }] }, ["ana"]],
    [
      "few of many who only talk",
      {
        events: Array.from({ length: 12 }, (_, index) =>
          aComment(`visitor-${index}`, "it is down here too", index),
        ),
      },
      ["ana", ...Array.from({ length: 10 }, (_, index) => `visitor-${index}`)],
    ],
    ["who closed it as completed", { events: [closed("bo")], state: "closed" }, ["ana", "bo"]],
    [
      "not who closed it as a duplicate",
      { events: [closed("bo", "duplicate")], state: "closed" },
      ["ana"],
    ],
  ])("%s", (_, overrides, logins) => {
    expect(readFirst(overrides)).toEqual(logins);
  });
});

const BODY = "- **Incident Commander:** @ana\n- [ ] Fill in the Incident Report\n";

const edited = (text: string, login = "bo", minutes = 10) => aVersion(person(login), text, minutes);

const readLater = (overrides: Partial<Snapshot>, policy: string | null = null) =>
  loginsToRead(asked(aSettled(overrides), policy));

describe("the accounts whose rights a later look needs", () => {
  const before = aVersion(person("ana"), BODY, -1);
  const sam = BODY.replace("@ana", "@sam");

  it.each<readonly [string, Partial<Snapshot>, readonly string[]]>([
    ["none where nothing happened", {}, []],
    ["not those in the fields, which it knows", { body: "IC: @sam" }, []],
    ["holders who are not assigned", { assignees: ["cleo"] }, ["ana"]],
    ["no holders who are, in any spelling", { assignees: ["cleo", "ANA"] }, []],
    [
      "who changed a field, and whom they named",
      { before, versions: [edited(sam)] },
      ["bo", "sam"],
    ],
    ["who ticked a box", { before, versions: [edited(BODY.replace("[ ]", "[x]"))] }, ["bo", "ana"]],
    ["not who changed other words", { before, versions: [edited(`${BODY}\nmore`)] }, []],
    [
      "not of a version that was deleted",
      { before, versions: [{ ...edited(sam), text: null }], body: BODY },
      [],
    ],
    ["not Sitrep", { before, versions: [{ ...edited(sam), editor: SELF }] }, []],
    [
      "who wrote something else than Sitrep or than the person before",
      { before, versions: [{ ...edited(sam, "bo", 9), editor: SELF }, edited(BODY)] },
      ["bo", "ana"],
    ],
    [
      "who wrote the same as Sitrep, which may be passed over",
      { before, versions: [{ ...edited(sam, "bo", 9), editor: SELF }, edited(sam)] },
      ["bo", "sam"],
    ],
    [
      "not who wrote the same as the person before",
      { before, versions: [edited(sam, "bo", 9), edited(`${sam}\nmore`, "cleo")] },
      ["bo", "sam"],
    ],
  ])("%s", (_, overrides, logins) => {
    expect(readLater(overrides)).toEqual(logins);
  });

  it("is whoever was steward when a command named them", () => {
    const events = [aComment("bo", "/commander steward", 1)];
    expect(readLater({ events }, "steward: sam")).toEqual(["bo", "sam"]);
    const other = [aComment("bo", "/commander @cleo", 1)];
    expect(readLater({ events: other }, "steward: sam")).toEqual(["bo", "cleo"]);
  });

  it("is whoever gets a role back when somebody declines", () => {
    const asks = [
      { kind: "confirm", role: "commander", who: "ana", by: "bo", from: "sam", since: after(1) },
      { kind: "confirm", role: "liaison", who: "ana", by: "bo", from: null, since: after(1) },
    ] as const;
    const record = aRecord({ asks });
    expect(readLater({ record, events: [aComment("ana", "/note a\n/decline", 10)] })).toEqual([
      "ana",
      "sam",
    ]);
    expect(readLater({ record, events: [aComment("ana", "/accept", 10)] })).toEqual(["ana"]);
    expect(readLater({ record, events: [aLabel("bug", 10)] })).toEqual(["ana"]);
  });
});
