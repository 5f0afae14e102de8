import { describe, expect, it } from "@jest/globals";
import type { Incident, Reminded } from "../../src/incident/incident.ts";
import type { PolicyTrouble } from "../../src/incident/policy-trouble.ts";
import type { OwnPost, Snapshot } from "../../src/incident/snapshot.ts";
import { decide } from "../../src/decide/index.ts";
import { after } from "../support/incident.ts";
import { A_STATUS, aGiven, aLabel, aVersion, person, SELF } from "../support/snapshot.ts";
import { aRecord, aSettled, lookAt } from "./looked.ts";

const SUBJECT = `${after(0)}`;
const KEY = `remind/escalate/${SUBJECT}/0`;
const sent = (more: Partial<Reminded> = {}): Reminded => ({
  name: "escalate",
  subject: SUBJECT,
  step: 0,
  at: after(10),
  nodeId: "IC_r",
  outdated: false,
  ...more,
});
const shown = (more: Partial<OwnPost> = {}): OwnPost => ({
  nodeId: "IC_r",
  key: KEY,
  at: after(10),
  minimized: false,
  ...more,
});

/** A look `minutes` after the declaration. */
function looked(
  minutes: number,
  overrides: Partial<Snapshot> = {},
  incident: Partial<Incident> = {},
) {
  const snapshot = aSettled({ record: aRecord(incident), ...overrides });
  const found = decide(aGiven(snapshot), after(minutes));
  return {
    ...found,
    posts: found.effects.flatMap((effect) => (effect.kind === "post" ? [effect.key] : [])),
    hidden: found.effects.flatMap((effect) => (effect.kind === "minimize" ? [effect.nodeId] : [])),
    reminded: found.record?.incident.reminded,
  };
}

describe("a reminder that is due", () => {
  it("is posted, remembered, and has its effect on the incident", () => {
    expect(looked(29).posts).toEqual([]);
    const found = looked(30);
    expect(found.posts).toEqual([KEY]);
    expect(found.reminded).toEqual([sent({ at: after(30), nodeId: null })]);
    expect(found.record?.incident.escalation).toEqual({ at: after(30), by: null, why: null });
    expect(found.record?.incident.timeline.at(-1)).toEqual({
      at: after(30),
      kind: "escalated",
      by: null,
    });
  });

  it("waits while Sitrep stands by", () => {
    const found = looked(30, { labels: [] }, { active: false });
    expect([found.posts, found.reminded, found.lookAgainAt]).toEqual([[], [], null]);
  });

  it("has Sitrep look again when the next one is due", () => {
    expect(looked(10).lookAgainAt).toBe(after(30));
    expect(looked(10).agenda[0]).toMatchObject({ reminder: "escalate", dueAt: after(30) });
    expect(looked(30).lookAgainAt).toBeGreaterThan(after(30));
  });

  it("has Sitrep look again when time alone lets it be closed", () => {
    const vouched = {
      announce: { at: after(5), by: "ana" },
      report: { at: after(5), by: "ana" },
    };
    const found = looked(10, {}, { phase: "resolved", phaseSince: after(5), vouched });
    expect(found.gates.map(({ opensAt }) => opensAt)).toContain(after(5 + 48 * 60));
    expect(found.lookAgainAt).toBeLessThanOrEqual(after(5 + 48 * 60));
  });
});

describe("a reminder that was sent", () => {
  const escalation = { at: after(10), by: null, why: null };
  const waiting = (more: Partial<Reminded> = {}): Partial<Incident> => ({
    escalation,
    reminded: [sent(more)],
  });

  it("stays while it is waited for, and its comment is known when GitHub shows it", () => {
    const found = looked(12, { posts: [shown()] }, waiting({ nodeId: null }));
    expect([found.hidden, found.reminded]).toEqual([[], [sent()]]);
  });

  it.each<
    readonly [
      string,
      Partial<Reminded>,
      readonly OwnPost[],
      number,
      readonly string[],
      readonly Reminded[],
    ]
  >([
    [
      "is hidden when nobody waits any more",
      {},
      [shown()],
      12,
      ["IC_r"],
      [sent({ outdated: true })],
    ],
    ["that is hidden is forgotten", { outdated: true }, [shown({ minimized: true })], 12, [], []],
    [
      "is hidden again where GitHub did not",
      { outdated: true },
      [shown()],
      12,
      ["IC_r"],
      [sent({ outdated: true })],
    ],
    ["out of sight is hidden by its id", {}, [], 12, ["IC_r"], [sent({ outdated: true })]],
    ["out of sight is hidden once", { outdated: true }, [], 12, [], []],
    ["that is not shown yet is waited for", { nodeId: null }, [], 20, [], [sent({ nodeId: null })]],
    ["that is never shown is forgotten", { nodeId: null }, [], 21, [], []],
    [
      "without an id yet is waited for",
      { nodeId: "" },
      [shown({ nodeId: "" })],
      21,
      [],
      [sent({ nodeId: "" })],
    ],
  ])("%s", (_, more, posts, minutes, hidden, reminded) => {
    const incident = { ...waiting(more), phase: "mitigated" as const };
    const found = looked(
      minutes,
      { posts, labels: ["incident", "incident: mitigated", "SEV-4"] },
      incident,
    );
    expect([found.hidden, found.reminded]).toEqual([hidden, reminded]);
  });

  it("is hidden while Sitrep stands by", () => {
    const found = looked(12, { posts: [shown()], labels: [] }, { ...waiting(), active: false });
    expect(found.hidden).toEqual(["IC_r"]);
  });
});

describe("a reminder of which only its comment tells", () => {
  it("is not sent again, and has had its effect", () => {
    const found = looked(35, { posts: [shown({ at: after(30) })] }, {});
    expect(found.posts).toEqual([]);
    expect(found.reminded).toEqual([sent({ at: after(30) })]);
    expect(found.record?.incident.escalation).toEqual({ at: after(30), by: null, why: null });
  });

  it("has no effect on what it was not waited for", () => {
    const found = looked(35, { posts: [shown({ key: "remind/escalate/1/0", at: after(30) })] });
    expect(found.record?.incident.escalation).not.toEqual({ at: after(30), by: null, why: null });
    expect(found.posts).toEqual([KEY]);
  });

  it("counts as long as the record may not know of it", () => {
    const posts = [shown({ at: after(10) })];
    const at = (writtenAt: number) =>
      looked(20, { posts, record: aRecord({}, { writtenAt }) }).record?.incident.escalation;
    expect(at(after(11))).toEqual({ at: after(10), by: null, why: null });
    expect(at(after(11) + 1)).toBeNull();
  });

  it("that the record knows counts once", () => {
    const found = looked(
      20,
      { posts: [shown()] },
      { reminded: [sent()], escalation: { at: after(10), by: null, why: null } },
    );
    expect(found.reminded).toEqual([sent()]);
  });

  it("counts where the record is lost", () => {
    const posts = [shown({ at: after(30) }), shown({ key: "IC_1/0/help", at: after(1) })];
    const events = [aLabel("incident", 0)];
    const found = looked(40, { posts, events, record: null, status: A_STATUS });
    expect(found.record?.incident.escalation?.at).toBe(after(30));
    expect(found.posts.filter((key) => key.startsWith("remind/escalate"))).toEqual([]);
  });
});

describe("since when Sitrep follows an incident", () => {
  const events = [aLabel("incident", 0)];
  const since = (overrides: Partial<Snapshot>) =>
    lookAt(events, { record: null, ...overrides }).incident?.followedSince;
  const status = { ...A_STATUS, createdAt: after(9) };

  it("is its first sign of life, without a record", () => {
    expect(since({ status: null })).toBe(after(25));
    expect(since({ status })).toBe(after(9));
    expect(since({ status, posts: [shown({ key: "x", at: after(8) })] })).toBe(after(8));
    const before = aVersion(person("ana"), "a", -1);
    const own = aVersion(SELF, "a ", 7);
    expect(since({ status, before, versions: [own] })).toBe(after(7));
    expect(since({ status, before, versions: [{ ...own, editor: person("ana") }] })).toBe(after(9));
  });

  it("is what the record says", () => {
    const record = aRecord({ followedSince: after(3) });
    expect(lookAt([], { record }).incident?.followedSince).toBe(after(3));
  });
});

describe("a broken policy file", () => {
  const problem = { line: 1, column: 2, problem: "It is wrong.", mend: "Mend it." };
  const trouble: PolicyTrouble = {
    repository: "acme/hubs",
    version: "0123456789abcdef0123456789abcdef01234567",
    serves: "preset",
    problems: Array.from({ length: 7 }, (_, index) => ({ ...problem, line: index + 1 })),
  };
  const told = (incident: Partial<Incident> = {}, policyTrouble: PolicyTrouble | null = trouble) =>
    lookAt(
      [],
      { record: aRecord(incident), labels: incident.active === false ? [] : ["incident"] },
      { policyTrouble },
    );
  const key = "remind/policy-broken/0123456789abcdef/0";
  const before: Reminded = {
    name: "policy-broken",
    subject: "0123456789abcdef",
    step: 0,
    at: after(1),
    nodeId: "IC_p",
    outdated: false,
  };

  it("is told of, with its first five mistakes", () => {
    const found = told();
    expect(found.effects).toContainEqual({
      kind: "post",
      key,
      message: {
        name: "policy-broken",
        data: {
          file: "acme/hubs",
          serves: "preset",
          problems: trouble.problems.slice(0, 5),
          more: 2,
        },
      },
    });
    expect(found.incident?.reminded).toEqual([{ ...before, at: after(25), nodeId: null }]);
  });

  it("is told of once for each version", () => {
    expect(told({ reminded: [before] }).posts).toEqual([]);
    expect(told({ reminded: [before] }).incident?.reminded).toEqual([before]);
    const other = { ...before, subject: "f".repeat(16) };
    expect(told({ reminded: [other] }).posts).toEqual([key]);
    const escalate = { ...before, name: "escalate" } as const;
    expect(told({ reminded: [escalate] }).posts).toEqual([key]);
  });

  it("that is mended has its comment hidden", () => {
    const found = told({ reminded: [before] }, null);
    expect(found.effects).toContainEqual({ kind: "minimize", nodeId: "IC_p" });
  });

  it("is not told of where Sitrep stands by, or when it is closed", () => {
    expect(told({ active: false }).posts).toEqual([]);
    const closed = { at: after(4), by: "bo", reason: "completed" };
    expect(told({ closed, phase: "resolved" }).posts).not.toContain(key);
  });
});
