import { describe, expect, it } from "@jest/globals";
import type { ChatTell } from "../../src/effects/chat.ts";
import { toChatIncident } from "../../src/decide/tell.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Outside, OwedTell } from "../../src/incident/outside.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { wantedReport } from "../../src/incident/report.ts";
import type { Snapshot, ThreadEvent } from "../../src/incident/snapshot.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { A_STATUS, aComment, aLabel, aSnapshot, person } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const CHANNELS: Policy["channels"] = { engineering: "#eng", support: "#help", updates: "#news" };
const policy: Policy = { ...POLICY, channels: CHANNELS };

interface Around {
  readonly incident?: Partial<Incident>;
  readonly outside?: Outside;
  readonly snapshot?: Partial<Snapshot>;
  readonly channels?: Policy["channels"];
}

/** What is owed to the chat after these events. */
function owed(
  events: readonly ThreadEvent[],
  { incident = {}, outside, snapshot = {}, channels = CHANNELS }: Around = {},
) {
  const record = aRecord(incident, outside === undefined ? {} : { outside });
  const found = lookAt(
    events,
    { record, ...snapshot },
    { policy: { ...policy, channels }, chat: true },
  );
  return found.record?.outside;
}

const DONE = { report: { at: after(5), by: "ana" }, announce: { at: after(5), by: "ana" } };

const heads = (outside: Outside | undefined) => outside?.heads.map(({ channel }) => channel);
const told = (outside: Outside | undefined) =>
  outside?.owed.map(({ channel, tell }) => [channel, (tell as ChatTell).kind]);

describe("what is told outside", () => {
  it.each<readonly [string, string, Partial<Incident>, readonly (readonly [string, string])[]]>([
    [
      "an update",
      "/update we look",
      {},
      [
        ["#news", "update"],
        ["#eng", "update"],
      ],
    ],
    ["a new commander", "/commander @sam", {}, [["#eng", "role"]]],
    [
      "a call for help",
      "/escalate stuck",
      {},
      [
        ["#help", "escalated"],
        ["#eng", "escalated"],
      ],
    ],
    [
      "a phase",
      "/mitigated",
      {},
      [
        ["#eng", "phase"],
        ["#news", "phase"],
      ],
    ],
    [
      "that it goes on",
      "/reopen it fails",
      { phase: "resolved" },
      [
        ["#eng", "reopened"],
        ["#news", "reopened"],
      ],
    ],
    ["the community's word", "/confirm", { phase: "resolved" }, [["#eng", "confirmed"]]],
    [
      "that it was none",
      "/cancel",
      {},
      [
        ["#eng", "cancelled"],
        ["#news", "cancelled"],
      ],
    ],
    [
      "that it is closed",
      "/close",
      { phase: "resolved", confirmedAt: after(5), vouched: DONE },
      [["#eng", "closed"]],
    ],
    ["no severity", "/sev 1", {}, []],
    ["no note", "/note a", {}, []],
  ])("is %s", (_, text, incident, tells) => {
    const outside = owed([aComment("bo", text, 10)], { incident });
    expect(told(outside)).toEqual(tells);
  });

  it("says who, what and where, and whom it calls", () => {
    const [escalated] = owed([aComment("bo", "/escalate stuck", 10)])?.owed ?? [];
    expect(escalated).toEqual({
      key: "IC_10/0/escalated",
      channel: "#help",
      since: after(10),
      tell: {
        kind: "escalated",
        at: after(10),
        by: "bo",
        who: null,
        what: null,
        text: "stuck",
        url: "https://github.com/acme/hubs/issues/1#issuecomment-10",
        calls:
          policy.manager === null ? policy.engineering : [...policy.engineering, policy.manager],
      },
    });
    const [role] = owed([aComment("bo", "/commander @sam", 10)])?.owed ?? [];
    expect(role?.tell).toMatchObject({
      by: "bo",
      who: "sam",
      what: "commander",
      text: null,
      calls: [],
    });
  });

  it.each<[string, Policy["channels"], readonly (readonly [string, string])[]]>([
    ["support", CHANNELS, [["#help", "vacant"]]],
    ["engineering, without it", { ...CHANNELS, support: null }, [["#eng", "vacant"]]],
    ["nowhere, without both", { ...CHANNELS, support: null, engineering: null }, []],
  ])("is that nobody leads, in %s, and the manager is called", (_, channels, expected) => {
    const outside = owed([], { incident: { commander: null }, channels });
    expect(told(outside)).toEqual(expected);
    for (const { key, tell } of outside?.owed ?? []) {
      expect((tell as ChatTell).calls).toEqual(["pm"]);
      expect(key).toMatch(/^remind\/commander-missing\//);
    }
  });

  it("calls nobody but engineering where the policy names no manager", () => {
    const record = aRecord({}, { outside: { heads: [], owed: [] } });
    const alone = { ...policy, manager: null };
    const events = [aComment("bo", "/escalate", 10)];
    const found = lookAt(events, { record }, { policy: alone, chat: true });
    expect(found.record?.outside?.owed[0]?.tell).toMatchObject({ calls: policy.engineering });
  });

  it("is that a closing by hand stands, too", () => {
    const closed = { kind: "closed", id: "SE_1", at: after(10), actor: person("bo") } as const;
    const incident = { closeRefusedAt: after(9) };
    const outside = owed([{ ...closed, reason: null }], {
      incident,
      snapshot: { state: "closed" },
    });
    expect(told(outside)).toEqual([["#eng", "closed"]]);
  });

  it("is where the report stands, with the closing", () => {
    const url = "https://github.com/acme/hubs/pull/7";
    const closed = { kind: "closed", id: "SE_1", at: after(10), actor: person("bo") } as const;
    const outside = owed([{ ...closed, reason: null }], {
      incident: { closeRefusedAt: after(9), report: { ...wantedReport(after(8)), url } },
      snapshot: { state: "closed" },
    });
    expect(outside?.owed.map(({ tell }) => (tell as ChatTell).report)).toEqual([url]);
    const [update] = owed([aComment("bo", "/update x", 10)])?.owed ?? [];
    expect(update?.tell).not.toHaveProperty("report");
  });

  it("is what happened long ago, where a record says that it was not told", () => {
    const events = [{ ...aComment("bo", "/mitigated", 1), at: after(-36) }];
    const incident = { declaredAt: after(-60), timeline: [] };
    expect(told(owed(events, { incident }))).toEqual([
      ["#eng", "phase"],
      ["#news", "phase"],
    ]);
  });

  it("has a key for each of what one comment brought about", () => {
    const outside = owed([
      aComment("bo", "/commander @sam", 9),
      aComment("bo", "/commander @bo\n/liaison @sam", 10),
    ]);
    expect(outside?.owed.map(({ key }) => key)).toEqual([
      "IC_9/0/role",
      "IC_10/0/role",
      "IC_10/1/role",
    ]);
  });

  it("goes to a channel once, and nowhere where the policy names none", () => {
    const one = { engineering: "#eng", support: "#eng", updates: "#eng" };
    expect(told(owed([aComment("bo", "/escalate", 10)], { channels: one }))).toEqual([
      ["#eng", "escalated"],
    ]);
    const few = { engineering: null, support: "#help", updates: null };
    expect(told(owed([aComment("bo", "/escalate", 10)], { channels: few }))).toEqual([
      ["#help", "escalated"],
    ]);
    expect(told(owed([aComment("bo", "/mitigated", 10)], { channels: few }))).toEqual([]);
  });

  it("is nothing where no chat is connected, and what was owed stays", () => {
    const outside = { heads: [], owed: [] };
    const record = aRecord({}, { outside });
    const events = [aComment("bo", "/mitigated", 10)];
    expect(lookAt(events, { record }, { policy }).record?.outside).toBe(outside);
    expect(lookAt(events, {}, { policy }).record).not.toHaveProperty("outside");
  });

  it("has the record written for it alone", () => {
    const record = aRecord({}, { outside: { heads: [], owed: [] } });
    expect(lookAt([], { record }, { policy, chat: true }).mustRecord).toBe(true);
    const heading = [{ channel: "#eng", ref: null, shown: null }];
    const same = aRecord({}, { outside: { heads: heading, owed: [] } });
    expect(lookAt([], { record: same }, { policy, chat: true }).mustRecord).toBe(false);
  });
});

describe("the head message", () => {
  it("stands in engineering's channel, and wherever something is told", () => {
    expect(heads(owed([]))).toEqual(["#eng"]);
    expect(heads(owed([aComment("bo", "/escalate", 10)]))).toEqual(["#eng", "#help"]);
  });

  it("is made once", () => {
    const head = { channel: "#eng", ref: { channel: "C1", id: "1" }, shown: "x" };
    expect(owed([], { outside: { heads: [head], owed: [] } })?.heads).toEqual([head]);
    const news = { ...head, channel: "#news" };
    expect(heads(owed([], { outside: { heads: [news], owed: [] } }))).toEqual(["#news", "#eng"]);
  });

  it("is not made of what is over, or while Sitrep stands by", () => {
    const closed = { at: after(4), by: "bo", reason: "completed" };
    expect(heads(owed([], { incident: { closed, phase: "resolved" } }))).toEqual([]);
    expect(heads(owed([], { incident: { active: false }, snapshot: { labels: [] } }))).toEqual([]);
  });
});

const waiting = (
  key: string,
  since: number,
  tell: object = { kind: "role", text: "" },
): OwedTell => ({
  key,
  channel: "#eng",
  since,
  tell,
});

const keys = (all: readonly OwedTell[], events: readonly ThreadEvent[] = []) =>
  owed(events, { outside: { heads: [], owed: all } })?.owed.map(({ key }) => key);

describe("what waits while a chat is down", () => {
  const WEEK = 7 * 24 * 60;

  it("is told in its order, for a week", () => {
    const all = [
      waiting("old", after(24 - WEEK)),
      waiting("a", after(25 - WEEK)),
      waiting("b", after(2)),
    ];
    expect(keys(all, [aComment("bo", "/mitigated", 10)])).toEqual([
      "a",
      "b",
      "IC_10/0/phase",
      "IC_10/0/phase",
    ]);
  });

  it("is as much as there is room for: calls for help first, then the newest", () => {
    const long = { kind: "role", text: "x".repeat(600) };
    const call = { kind: "escalated", text: "x".repeat(600) };
    const all = [
      waiting("call", after(1), call),
      ...["a", "b", "c", "d", "e"].map((key) => waiting(key, after(2), long)),
    ];
    expect(keys(all)).toEqual(["call", "c", "d", "e"]);
  });
});

const rebuilt = (minutes: number) =>
  told(
    owed(
      [aLabel("incident", -80), { ...aComment("bo", "/update we look", 10), at: after(minutes) }],
      {
        snapshot: { record: null, status: A_STATUS, createdAt: after(-90) },
      },
    ),
  )?.filter(([, kind]) => kind === "update");

describe("without a record", () => {
  it("what happened within the hour is told, what is older was told then", () => {
    expect(rebuilt(-35)).toEqual([
      ["#news", "update"],
      ["#eng", "update"],
    ]);
    expect(rebuilt(-36)).toEqual([]);
  });

  it("a role that somebody gave at the declaration is news", () => {
    const snapshot = { record: null, status: null, body: "IC: @sam\n" };
    const outside = owed([aLabel("incident", 20, "ana")], { snapshot });
    expect(outside?.owed.map(({ tell }) => tell)).toMatchObject([
      { kind: "role", by: "ana", who: "sam", what: "commander" },
    ]);
  });

  it("roles by the rule at the declaration are no news", () => {
    const events = [aLabel("incident", 20, "ana")];
    const snapshot = { record: null, status: null, opener: person("ana") };
    expect(told(owed(events, { snapshot }))).toEqual([]);
  });
});

describe("an incident as a chat shows it", () => {
  it("has facts alone", () => {
    expect(toChatIncident(anIncident({ severity: "SEV-2" }), aSnapshot())).toEqual({
      title: "Hub is down",
      url: "https://github.com/acme/hubs/issues/1",
      name: "acme/hubs#1",
      phase: "investigating",
      isClosed: false,
      severity: "SEV-2",
      commander: "ana",
      liaison: "ana",
      declaredAt: after(0),
      declaredBy: "ana",
    });
    const closed = { at: after(4), by: "bo", reason: "completed" };
    expect(toChatIncident(anIncident({ closed }), aSnapshot()).isClosed).toBe(true);
  });
});
