import { describe, expect, it } from "@jest/globals";
import { writtenAfter, writtenThen } from "../../src/decide/written-then.ts";
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
import { aRecord, lookAt } from "./looked.ts";

const before = aVersion(person("ana"), "The hub is down.", -1);
const own = aVersion(SELF, "IC: @sam", 1);

describe("what Sitrep wrote at the declaration, without a record", () => {
  const then = (overrides: Partial<Snapshot> = {}) =>
    writtenThen(
      after(0),
      aGiven(aSnapshot({ before, versions: [own], status: A_STATUS, ...overrides })),
    )?.commander;

  it("tells who got a role then", () => {
    expect(then()).toBe("sam");
    expect(then({ versions: [{ ...own, at: after(0) }] })).toBe("sam");
    expect(then({ versions: [aVersion(person("bo"), "IC: @bo", -0.5), own] })).toBe("sam");
    expect(then({ events: [aLabel("incident", 0), aComment("bo", "/note a", 0.5)] })).toBe("sam");
    expect(then({ events: [aLabel("incident", 0), aComment("bo", "/commander @bo", 2)] })).toBe(
      "sam",
    );
  });

  it("is told by the first thing that it wrote, where the issue was edited never, or by others later", () => {
    const later = [own, aVersion(person("bo"), "IC: @bo", 2), aVersion(SELF, "IC: @bo", 3)];
    expect(then({ versions: later })).toBe("sam");
    // What somebody said before, without naming anybody, changes nothing: nor does an event that is no comment.
    const events = [aLabel("incident", 0), aComment("bo", "/nonsense", 0.2), aLabel("bug", 0.5)];
    expect(then({ events })).toBe("sam");
  });

  it.each<readonly [string, Partial<Snapshot>]>([
    ["there is a record", { record: aRecord() }],
    ["it has only begun", { fresh: true }],
    ["it wrote nothing since", { versions: [{ ...own, at: after(-0.5) }] }],
    ["it wrote nothing", { versions: [] }],
    ["its words were deleted", { versions: [{ ...own, text: null }] }],
    ["somebody else wrote before it", { versions: [aVersion(person("bo"), "x", 0.5), own] }],
    ["somebody named people before it", { events: [aComment("bo", "/commander @bo", 1)] }],
    ["somebody handed over", { events: [aComment("bo", "/handoff @bo", 0.5)] }],
    ["somebody answered", { events: [aComment("bo", "/accept", 0.5)] }],
    ["somebody declined", { events: [aComment("bo", "/decline", 0.5)] }],
    ["somebody called an expert", { events: [aComment("bo", "/sme @bo", 0.5)] }],
    ["somebody released one", { events: [aComment("bo", "/release @bo", 0.5)] }],
    ["somebody named a liaison", { events: [aComment("bo", "/liaison @bo", 0.5)] }],
    ["the first body names people", { before: { ...before, text: "/ic @bo" } }],
  ])("tells nothing where %s", (_, overrides) => {
    expect(then(overrides)).toBeUndefined();
  });
});

const written = (minutes: number, text = "IC: @sam") => aVersion(SELF, text, minutes);

describe("what Sitrep wrote for a comment, without a record", () => {
  const asked = { subject: "IC_5", at: after(5) };
  const then = (overrides: Partial<Snapshot> = {}) =>
    writtenAfter(
      asked,
      aGiven(aSnapshot({ before, versions: [written(6)], status: A_STATUS, ...overrides })),
    )?.commander;

  it.each<readonly [string, Partial<Snapshot>]>([
    ["after it", {}],
    ["in the same second", { versions: [written(5)] }],
    ["after what it wrote for others before", { versions: [written(4, "IC: @bo"), written(6)] }],
    ["before what it wrote for others later", { versions: [written(6), written(7, "IC: @bo")] }],
    ["after somebody's edit of before", { versions: [aVersion(person("bo"), "x", 4), written(6)] }],
    ["though others wrote before", { events: [aComment("bo", "/note a", 4.9)] }],
    ["though others answered later", { events: [aComment("bo", "/accept", 6.1)] }],
    ["though a label came between", { events: [aLabel("bug", 5.5)] }],
    ["beside the comment itself", { events: [aComment("bo", "/ic steward", 5)] }],
  ])("is the first version by it %s", (_, overrides) => {
    expect(then(overrides)).toBe("sam");
  });

  it.each<readonly [string, Partial<Snapshot>]>([
    ["there is a record", { record: aRecord() }],
    ["it has only begun", { fresh: true }],
    ["it wrote nothing", { before: null, versions: [] }],
    ["it wrote nothing since", { versions: [written(4)] }],
    ["what it wrote was deleted", { versions: [{ ...written(6), text: null }] }],
    ["somebody edited first", { versions: [aVersion(person("bo"), "IC: @bo", 5.5), written(6)] }],
    ["somebody wrote in between", { events: [aComment("bo", "Hello", 5.5)] }],
    ["somebody wrote in the same second", { events: [aComment("bo", "Hi", 5, { id: "IC_x" })] }],
    ["somebody wrote as it did", { events: [aComment("bo", "Hello", 6)] }],
    [
      "one of several wrote in between",
      { events: [aComment("bo", "Hi", 1), aComment("bo", "Hello", 5.5), aComment("bo", "!", 9)] },
    ],
  ])("cannot be told where %s", (_, overrides) => {
    expect(then(overrides)).toBeUndefined();
  });

  it("is who the steward was to whom a command gave a role", () => {
    const text = "- **Incident Commander:** @sam\n- **External Liaison:** @ana\n";
    const given = aComment("ana", "/ic steward", 5, { receipts: ["done"] });
    const found = lookAt([aLabel("incident", 0), given], {
      before,
      versions: [aVersion(SELF, text, 6)],
      record: null,
      status: A_STATUS,
    });
    expect(found.incident?.commander).toBe("sam");
    const owed = { kind: "confirm", role: "commander", who: "sam", by: "ana", from: "ana" };
    expect(found.incident?.asks).toContainEqual({ ...owed, since: after(5) });
  });
});
