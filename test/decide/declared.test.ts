import { describe, expect, it } from "@jest/globals";
import { decide, loginsToRead, toVocabulary } from "../../src/decide/index.ts";
import { declaredAt } from "../../src/decide/declared-at.ts";
import type { Duty } from "../../src/incident/duty.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after, POLICY } from "../support/incident.ts";
import {
  A_STATUS,
  aComment,
  aLabel,
  aSnapshot,
  aVersion,
  peopleOf,
  person,
  SELF,
} from "../support/snapshot.ts";
import { aRecord } from "./looked.ts";

const on = (login: string): Duty => ({ kind: "login", login, fallback: null });

/** What a declaration makes of an issue by this policy. */
function declared(policy: Partial<Policy>, overrides: Partial<Snapshot> = {}) {
  const snapshot = aSnapshot(overrides);
  const asked = { snapshot, policy: { ...POLICY, ...policy }, vocabulary: toVocabulary(POLICY) };
  const people = peopleOf(loginsToRead(asked));
  const { effects, record } = decide({ ...asked, people, chat: false }, after(1));
  const incident = record?.incident;
  return {
    incident,
    posts: effects.flatMap((effect) => (effect.kind === "post" ? [effect.key] : [])),
    log: incident?.timeline.map(({ kind, who, what }) => [kind, who, what]),
    holders: [incident?.commander, incident?.liaison],
    experts: incident?.experts.map(({ login }) => login),
  };
}

const duties = (steward: Duty) => ({ duties: { ...POLICY.duties, steward } });

describe("the steward", () => {
  it("gets the role that the policy gives them, and is asked to confirm", () => {
    const asCommander = declared({ ...duties(on("sam")), stewardRole: "commander" });
    expect(asCommander.holders).toEqual(["sam", "sam"]);
    expect(asCommander.incident?.asks).toMatchObject([
      { role: "commander", who: "sam", by: null },
      { role: "liaison", who: "sam", by: null },
    ]);
    expect(declared({ ...duties(on("sam")), stewardRole: "liaison" }).holders).toEqual([
      "ana",
      "sam",
    ]);
  });

  it("gives way to whom somebody named", () => {
    const policy = { ...duties(on("sam")), stewardRole: "commander" } as const;
    expect(declared(policy, { body: "IC: @bo" }).holders).toEqual(["bo", "bo"]);
    expect(declared(policy, { body: "Liaison: @bo" }).holders).toEqual(["sam", "bo"]);
    const other = { ...duties(on("sam")), stewardRole: "liaison" } as const;
    expect(declared(other, { body: "IC: @bo" }).holders).toEqual(["bo", "sam"]);
    expect(declared(other, { body: "Liaison: @bo" }).holders).toEqual(["ana", "bo"]);
  });

  it("who may not hold a role is passed over, and the timeline says so", () => {
    const found = declared({ ...duties(on("cleo")), stewardRole: "commander" });
    expect(found.holders).toEqual(["ana", "ana"]);
    expect(found.log).toContainEqual(["passed-over", "cleo", "steward"]);
    const named = declared(
      { ...duties(on("cleo")), stewardRole: "commander" },
      { body: "IC: @bo" },
    );
    expect(named.log?.map(([kind]) => kind)).not.toContain("passed-over");
  });
});

const joins = (manager: Duty) => ({ managerJoins: true, duties: { ...POLICY.duties, manager } });

describe("the manager", () => {
  it("is called in where the process wants them", () => {
    const found = declared(joins(on("sam")));
    expect(found.experts).toEqual(["sam"]);
    expect(found.posts).toEqual(["declared/expert-sam/announce"]);
    expect(found.log).toContainEqual(["expert", "sam", undefined]);
    expect(declared({ ...joins(on("sam")), managerJoins: false }).experts).toEqual([]);
    expect(declared(joins({ kind: "nobody" })).experts).toEqual([]);
  });

  it("who is there already is not called", () => {
    const holder = declared(joins(on("ana")));
    expect([holder.experts, holder.posts]).toEqual([["ana"], []]);
    const declaring = declared(joins(on("bo")), { events: [aLabel("incident", 0, "bo")] });
    expect([declaring.experts, declaring.posts]).toEqual([["bo"], []]);
    const expert = declared(joins(on("sam")), { body: "SMEs: @sam (net)" });
    expect(expert.incident?.experts).toEqual([{ login: "sam", area: "net" }]);
    expect(expert.posts).toEqual([]);
  });

  it("is called in whoever declared, an automation too", () => {
    const label = { ...aLabel("incident", 0), actor: { login: "x", kind: "bot" } as const };
    const found = declared(joins(on("sam")), { events: [label] });
    expect([found.experts, found.posts]).toEqual([["sam"], ["declared/expert-sam/announce"]]);
  });

  it("who was written down by somebody without rights is not put back", () => {
    const opener = person("tri");
    const found = declared(joins(on("sam")), { body: "SMEs: @sam\n", opener });
    expect(found.experts).toEqual(["sam"]);
    expect(found.log?.map(([kind]) => kind)).not.toContain("put-back");
  });

  it("who may not hold a role is passed over", () => {
    const found = declared(joins(on("cleo")));
    expect(found.experts).toEqual([]);
    expect(found.log).toContainEqual(["passed-over", "cleo", "manager"]);
  });
});

describe("who answers where nobody is named", () => {
  it.each([
    ["the opener", "bo", "ana", ["bo", "bo"]],
    ["whoever declared, where the opener has no rights", "cleo", "ana", ["ana", "ana"]],
    ["nobody, where neither has rights", "cleo", "tri", [null, null]],
  ])("is %s", (_, opener, declarer, holders) => {
    const events = [aLabel("incident", 0, declarer)];
    expect(declared({}, { opener: person(opener), events }).holders).toEqual(holders);
  });
});

const instants = (overrides: Partial<Snapshot>) =>
  declaredAt({ snapshot: aSnapshot(overrides), policy: POLICY });

describe("when an issue may have been declared", () => {
  it("is its creation, each declaring label, and each declaring comment", () => {
    const events = [
      aLabel("bug", 1),
      aLabel("INCIDENT", 2),
      aLabel("incident", 3, "ana", "unlabeled"),
      aComment("bo", "/note a", 4),
      aComment("bo", "/declare", 5),
      aComment("sam", "/incident", 5),
    ];
    expect(instants({ events })).toEqual([after(-1), after(2), after(5)]);
  });

  it("is known to the record", () => {
    expect(instants({ record: aRecord(), status: A_STATUS })).toEqual([]);
  });
});

describe("a declaration without a record", () => {
  const before = aVersion(person("ana"), "The hub is down.", -1);

  it.each([
    ["SMEs: @ana, @sam\n", "SMEs: @ana", ["ana", "sam"]],
    ["SMEs: @ana\n", "SMEs: @ana", ["ana"]],
    ["IC: @ana\n", "", []],
  ])("calls in whom it called then: %j after %j", (text, words, experts) => {
    const found = declared(joins(on("bo")), {
      before: { ...before, text: words },
      versions: [aVersion(SELF, text, 1)],
      status: A_STATUS,
    });
    expect(found.experts).toEqual(experts);
  });

  it("gives the roles again to whom it gave them", () => {
    const found = declared(
      { managerJoins: true, duties: { steward: on("bo"), manager: on("bo") } },
      {
        before,
        versions: [aVersion(SELF, "IC: @sam\n\nLiaison: @ana\n\nSMEs: @sam\n", 1)],
        status: A_STATUS,
      },
    );
    expect(found.holders).toEqual(["sam", "ana"]);
    expect(found.experts).toEqual(["sam"]);
    const none = declared(
      { managerJoins: true, duties: { steward: on("bo"), manager: on("bo") } },
      { before, versions: [aVersion(SELF, "IC: @cleo\n\nSMEs: @cleo\n", 1)], status: A_STATUS },
    );
    expect(none.experts).toEqual([]);
    expect(none.holders[0]).toBe("bo");
  });
});
