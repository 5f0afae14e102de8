import { describe, expect, it } from "@jest/globals";
import type { Duty, KeptDuty } from "../../src/incident/duty.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { DutySources, SourceAnswer } from "../../src/reconcile/duty-sources.ts";
import { isSameKept, withDuties } from "../../src/reconcile/with-duties.ts";
import { POLICY } from "../support/incident.ts";

const NOW = Date.parse("2026-03-06T14:00:00Z");
const KEY = { installation: 1, owner: "acme", repo: "hubs", number: 1 };

const managedBy = (manager: Duty): Policy => ({
  ...POLICY,
  manager: null,
  duties: { steward: { kind: "nobody" }, manager },
});

const aTeam = (pick: "only" | "first", fallback: string | null): Duty => ({
  kind: "team",
  name: "acme/leads",
  pick,
  fallback,
  members: null,
});

const aGroup = (pick: "only" | "first"): Duty => ({
  kind: "group",
  name: "@leads",
  pick,
  fallback: "pm",
  members: null,
});

/** Sources that all answer the same. */
const answering = (answer: Partial<SourceAnswer>, kept: KeptDuty | null = null): DutySources => ({
  read: () => Promise.resolve({ members: null, why: null, asOf: null, ...answer }),
  keep: () => undefined,
  keptOf: () => kept,
});

const notAsked: DutySources = {
  ...answering({}),
  read: () => Promise.reject(new Error("no source is named")),
};

const LEADS = { kind: "team", name: "acme/leads" } as const;

describe("a policy with duties", () => {
  it("asks nothing where no source is named, and knows who has a turn now", async () => {
    const rotation = {
      people: ["ana", "bo"],
      days: 1,
      since: { date: "2026-03-05", time: "09:00" },
      zone: "UTC",
      overrides: [],
    };
    const duty: Duty = { kind: "rotation", rotation, fallback: null };
    const { policy, notices, kept } = await withDuties(managedBy(duty), NOW, KEY, notAsked);
    expect(policy.manager).toBe("bo");
    expect([notices, kept]).toEqual([[], []]);
  });

  it("asks once for each duty that a team has, keeps all else as it is, and who it is for the record", async () => {
    const written = managedBy(aTeam("first", null));
    const sources = answering({ members: ["bo", "cy"] });
    const { policy, notices, kept } = await withDuties(written, NOW, KEY, sources);
    expect(policy).toEqual({
      ...written,
      manager: "bo",
      duties: { ...written.duties, manager: { ...written.duties.manager, members: ["bo", "cy"] } },
    });
    expect(notices).toEqual([]);
    expect(kept).toEqual([{ ...LEADS, who: "bo", at: NOW }]);
  });

  it.each<
    [string, "only" | "first", Partial<SourceAnswer>, string | null, object, KeptDuty | null]
  >([
    [
      "several members where one is meant",
      "only",
      { members: ["bo", "cy"] },
      "pm",
      {
        why: "More than one person is in it, and the policy means its only one; `pick: first` means the first by login.",
        asOf: null,
      },
      null,
    ],
    [
      "an empty team",
      "first",
      { members: [] },
      "pm",
      { why: "Nobody is in it.", asOf: null },
      null,
    ],
    [
      "a team that cannot be read",
      "only",
      { why: "Down." },
      "pm",
      { why: "Down.", asOf: null },
      null,
    ],
    [
      "a team that cannot be read any more",
      "only",
      { why: "Down.", members: ["bo"], asOf: NOW - 1 },
      "bo",
      { why: "Down.", asOf: NOW - 1 },
      null,
    ],
    [
      "a team that could not be read since a restart, while a record knows who it was",
      "only",
      { why: "Down." },
      "cy",
      { why: "Down.", asOf: NOW - 60_000 },
      { ...LEADS, who: "cy", at: NOW - 60_000 },
    ],
  ])("tells of %s, and who serves", async (_, pick, answer, manager, told, kept) => {
    const written = managedBy(aTeam(pick, "pm"));
    const found = await withDuties(written, NOW, KEY, answering(answer, kept));
    expect(found.policy.manager).toBe(manager);
    expect(found.notices).toEqual([
      {
        kind: "duty",
        duty: "manager",
        source: "acme/leads",
        isGroup: false,
        fallback: "pm",
        ...told,
      },
    ]);
    // What is old stays as old as it is.
    const { asOf } = told as { readonly asOf: number | null };
    expect(found.kept).toEqual(asOf === null ? [] : [{ ...LEADS, who: manager, at: asOf }]);
  });
});

const person = (login: string, slack: string | null) => ({
  [login.toLowerCase()]: { login, zone: "UTC", calendar: null, slack },
});
describe("a group in Slack", () => {
  const people = {
    ...person("Cy", "U0CY"),
    ...person("bo", "U0BO"),
    ...person("ana", null),
    ...person("sam", "sam@example.org"),
  };

  it.each<[string, "only" | "first", readonly string[], string, string | null]>([
    ["its only member", "only", ["U0CY"], "Cy", null],
    [
      "the first by login of those whom the policy knows",
      "first",
      ["U0X", "U0CY", "U0BO"],
      "bo",
      null,
    ],
    [
      "nobody where it has several members, known or not",
      "only",
      ["U0X", "U0CY"],
      "pm",
      "More than",
    ],
    [
      "nobody whom the policy does not know",
      "only",
      ["U0X"],
      "pm",
      "Nobody in it has their member ID",
    ],
    ["nobody where it is empty", "first", [], "pm", "Nobody is in it."],
  ])("means %s", async (_, pick, members, manager, why) => {
    const written = { ...managedBy(aGroup(pick)), people };
    const { policy, notices } = await withDuties(written, NOW, KEY, answering({ members }));
    expect(policy.manager).toBe(manager);
    const told = notices.map((notice) => [
      "isGroup" in notice && notice.isGroup,
      "why" in notice && notice.why.slice(0, why?.length),
    ]);
    expect(told).toEqual(why === null ? [] : [[true, why]]);
  });
});

describe("what is kept", () => {
  const one = { ...LEADS, who: "bo", at: 1 };
  it("is the same while the same people have the same duties, however old that is", () => {
    expect(isSameKept([one], [{ ...one, at: 2 }])).toBe(true);
    expect(isSameKept([], [])).toBe(true);
  });
  it.each([
    [[]],
    [[{ ...one, who: "cy" }]],
    [[{ ...one, name: "acme/others" }]],
    [[{ ...one, kind: "group" as const }]],
    [[one, one]],
  ])("is another: %j", (others) => {
    expect(isSameKept([one], others)).toBe(false);
    expect(isSameKept(others, [one])).toBe(false);
  });
});
