import { describe, expect, it, test } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import type { Actor } from "../../src/incident/actor.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import type { Snapshot, StateEvent } from "../../src/incident/snapshot.ts";
import { after, anIncident } from "../support/incident.ts";
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

const BODY = "- **Status:** Resolved\n";

const event = (
  kind: StateEvent["kind"],
  minutes: number,
  actor: Actor = person("bo"),
  reason: string | null = null,
): StateEvent => ({ kind, id: `SE_${minutes}`, at: after(minutes), actor, reason });

const recordOf = (incident: Partial<Incident>): MachineRecord => ({
  incident: anIncident({ ...incident, sectionInserted: true }),
  digest: { through: after(0), recent: [], version: null },
  outbox: [],
  receipts: [],
  leaving: [],
  writtenAt: after(0),
  pinned: true,
});

/** What a look finds after these events, with a record that says so of the incident before. */
function looked(
  events: readonly StateEvent[],
  {
    incident = {},
    policy = null,
    ...more
  }: Partial<Snapshot> & {
    readonly incident?: Partial<Incident>;
    readonly policy?: string | null;
  } = {},
) {
  const state = events.at(-1)?.kind === "closed" ? "closed" : "open";
  const snapshot = aSnapshot({
    events: more.record === null ? [aLabel("incident", 0), ...events] : events,
    labels: incident.active === false ? [] : ["incident"],
    state,
    status: A_STATUS,
    record: recordOf(incident),
    assignees: ["ana"],
    body: BODY,
    ...more,
  });
  const { effects, record } = decide(aGiven(snapshot, policy), after(25));
  const posts = effects.flatMap((effect) => (effect.kind === "post" ? [effect.key] : []));
  const does = effects.flatMap(({ kind }) => (kind === "reopen" || kind === "close" ? [kind] : []));
  const found = record?.incident;
  const log = found?.timeline.slice(1).map(({ kind, by }) => [kind, by]);
  const calls = effects.flatMap((effect) =>
    effect.kind === "post" && effect.message.name === "close-blocked"
      ? [effect.message.data.may]
      : [],
  );
  return { posts, does, log, calls, incident: found };
}

const READY: Partial<Incident> = {
  phase: "resolved",
  confirmedAt: after(5),
  vouched: { report: { at: after(5), by: "ana" } },
};
const BOT: Actor = { login: "stale", kind: "bot" };
const GONE: Actor = { login: "ghost", kind: "gone" };

const stands = (end: string): Snapshot["posts"] => [
  { nodeId: "IC_1", key: `SE_10/${end}`, at: after(11), minimized: false },
];
const undone = (minutes: number) =>
  ({ at: after(minutes), kind: "close-refused", by: null }) as const;
const again = (timeline: Incident["timeline"], actor: Actor = BOT) =>
  looked([event("closed", 10, actor)], { incident: { timeline } });

describe("a closing by hand", () => {
  it.each<readonly [string, StateEvent, Partial<Incident>, readonly string[]]>([
    ["with everything done", event("closed", 10), READY, ["closed"]],
    ["as not planned", event("closed", 10, person("bo"), "not_planned"), {}, ["closed"]],
    ["as a duplicate", event("closed", 10, person("bo"), "duplicate"), {}, ["closed"]],
    ["while Sitrep stands by", event("closed", 10), { active: false }, ["closed"]],
    ["before Sitrep came", event("closed", 10), { followedSince: after(11) }, ["closed"]],
    ["too early", event("closed", 10), {}, ["close-refused"]],
    [
      "too early, as completed",
      event("closed", 10, person("bo"), "completed"),
      {},
      ["close-refused"],
    ],
    ["too early, by an automation", event("closed", 10, BOT), {}, ["close-refused"]],
    ["too early, by an account that is gone", event("closed", 10, GONE), {}, ["close-refused"]],
    ["again at once", event("closed", 10), { closeRefusedAt: after(10) }, ["closed-anyway"]],
    [
      "again after ten minutes",
      event("closed", 10),
      { closeRefusedAt: after(0) },
      ["closed-anyway"],
    ],
    [
      "again after more than ten minutes",
      event("closed", 10),
      { closeRefusedAt: after(0) - 1 },
      ["close-refused"],
    ],
    [
      "again by triage",
      event("closed", 10, person("tri")),
      { closeRefusedAt: after(9) },
      ["close-refused"],
    ],
    [
      "again by an automation",
      event("closed", 10, BOT),
      { closeRefusedAt: after(9) },
      ["close-refused"],
    ],
  ])("%s", (_, closing, incident, logged) => {
    const { log, does } = looked([closing], { incident });
    expect(log?.map(([kind]) => kind)).toEqual(logged);
    expect(does).toEqual(logged[0] === "close-refused" ? ["reopen"] : []);
  });

  test("at the instant when Sitrep came was not seen by it", () => {
    expect(looked([event("closed", 10)], { incident: { followedSince: after(10) } }).does).toEqual(
      [],
    );
  });

  test("that stands is remembered as it was, whatever the policy wants", () => {
    expect(looked([event("closed", 10)], { incident: READY }).incident?.closed).toEqual({
      at: after(10),
      by: "bo",
      reason: "completed",
    });
    const off = looked([event("closed", 10, BOT)], { policy: "closeGate: off" });
    expect(off.incident?.closed).toEqual({ at: after(10), by: null, reason: "completed" });
    expect([off.log, off.posts, off.does]).toEqual([[["closed", null]], [], []]);
  });

  test("calls nobody at the instance of somebody who may not command", () => {
    expect(looked([event("closed", 10)]).calls).toEqual([true]);
    expect(looked([event("closed", 10, BOT)]).calls).toEqual([true]);
    expect(looked([event("closed", 10, person("tri"))]).calls).toEqual([false]);
  });

  test.each([event("reopened", 11), event("closed", 11, person("bo"), "not_planned")])(
    "that somebody has changed since is remembered, and needs no answer",
    (next) => {
      const found = looked([event("closed", 10), next]);
      expect([found.posts, found.does]).toEqual([[], []]);
      expect(found.log?.map(([kind]) => kind)).toEqual(["close-refused", next.kind]);
      expect(found.incident).toMatchObject({ wanted: null, closeRefusedAt: after(10) });
    },
  );

  test("of which its comment tells was answered so, though the record lacks it", () => {
    const warned = looked([event("closed", 10)], { posts: stands("closed-anyway") });
    expect([warned.log, warned.does]).toEqual([[["closed-anyway", "bo"]], []]);
    const policy = "closeGate: off";
    const refused = looked([event("closed", 10)], { posts: stands("close-refused"), policy });
    expect([refused.log, refused.does]).toEqual([[["close-refused", "bo"]], ["reopen"]]);
  });

  test("that was refused a moment ago is undone without another comment", () => {
    expect(looked([event("closed", 10, BOT)]).posts).toEqual(["SE_10/close-refused"]);
    const incident = { closeRefusedAt: after(9) };
    expect(looked([event("closed", 10, BOT)], { incident }).posts).toEqual([]);
  });

  test("by an automation is let be, and told of, after five that were undone within an hour", () => {
    const five = [-49, -40, -30, -20, 9].map(undone);
    expect(again(five)).toMatchObject({ does: [], posts: ["SE_10/closed-anyway"] });
    expect(again(five.slice(1)).does).toEqual(["reopen"]);
    expect(again([undone(-50), ...five.slice(1)]).does).toEqual(["reopen"]);
    expect(again(five, person("tri")).does).toEqual(["reopen"]);
  });

  test("counts as the second one from when the first was answered", () => {
    const incident = { closeRefusedAt: after(-20) };
    const posts = [{ nodeId: "IC_1", key: "SE_x/close-refused", at: after(1), minimized: false }];
    expect(looked([event("closed", 10)], { incident, posts }).does).toEqual([]);
    expect(looked([event("closed", 12)], { incident, posts }).does).toEqual(["reopen"]);
    const other = [{ nodeId: "IC_1", key: "SE_x/resolved", at: after(1), minimized: false }];
    expect(looked([event("closed", 10)], { incident, posts: other }).does).toEqual(["reopen"]);
  });

  test("counts as the first one where the first was answered only later", () => {
    const incident = { closeRefusedAt: after(-20) };
    const posts = [{ nodeId: "IC_1", key: "SE_x/close-refused", at: after(11), minimized: false }];
    expect(looked([event("closed", 10)], { incident, posts }).does).toEqual(["reopen"]);
    expect(looked([event("closed", 11)], { incident, posts }).does).toEqual([]);
  });

  test("is no second one after another kind of word, however often that came", () => {
    const notes = [1, 2, 3, 4, 5].map((minutes) => ({ ...undone(minutes), kind: "note" as const }));
    expect(again(notes).does).toEqual(["reopen"]);
  });

  test("once more is let be without a comment", () => {
    const incident = { closeRefusedAt: after(9) };
    expect(looked([event("closed", 10)], { incident }).posts).toEqual([]);
  });

  test("that somebody undid at once leaves the phase", () => {
    const incident = { phase: "mitigated", phaseSince: after(1) } as const;
    const found = looked([event("closed", 10), event("reopened", 11)], { incident }).incident;
    expect(found).toMatchObject({ ...incident, closed: null, respondingSince: after(0) });
  });

  test("is judged on its merit where a record tells how it stood, whatever Sitrep wrote since", () => {
    const before = aVersion(person("ana"), BODY, -1);
    const versions = [aVersion(SELF, "- **Status:** Closed\n", 11)];
    expect(looked([event("closed", 10)], { before, versions }).does).toEqual(["reopen"]);
  });

  test("is answered whatever people say after it", () => {
    const snapshot = { state: "closed", events: [event("closed", 10), aComment("bo", "Hm", 11)] };
    expect(looked([], snapshot as Partial<Snapshot>).posts).toEqual(["SE_10/close-refused"]);
  });

  test("that is undone leaves the incident as it was, but for the memory of it", () => {
    const { incident } = looked([event("closed", 10)], { incident: { phase: "mitigated" } });
    expect(incident).toMatchObject({
      phase: "mitigated",
      closed: null,
      closeRefusedAt: after(10),
      respondingSince: after(0),
      wanted: { state: "open", since: after(10) },
    });
    const own = looked([event("closed", 10), event("reopened", 11, SELF)], {
      incident: { phase: "mitigated" },
    });
    expect(own.incident).toMatchObject({ phase: "mitigated", closed: null, wanted: null });
    expect(own.log).toEqual([["close-refused", "bo"]]);
    expect(own.posts).toEqual([]);
  });

  test("that stands though Sitrep only warned is told of once", () => {
    const { posts, does, log } = looked([event("closed", 10)], { policy: "closeGate: warn" });
    expect([posts, does, log]).toEqual([["SE_10/closed-anyway"], [], [["closed-anyway", "bo"]]]);
  });
});

const opened = (minutes: number, incident: Partial<Incident>) =>
  looked([event("reopened", minutes)], { incident, state: "open" }).incident;

describe("an opening by hand", () => {
  const notPlanned = { at: after(5), by: "bo", reason: "not_planned" };

  test("begins a new response", () => {
    const escalation = { at: after(3), by: "ana", why: null };
    const incident = { closed: notPlanned, phase: "mitigated", escalation } as const;
    expect(opened(16, incident)).toMatchObject({
      phase: "investigating",
      phaseSince: after(16),
      respondingSince: after(16),
      escalation: null,
      closed: null,
    });
  });

  test("within minutes undoes the closing", () => {
    expect(opened(15, { closed: notPlanned, phase: "mitigated" })).toMatchObject({
      phase: "mitigated",
      respondingSince: after(0),
      closed: null,
    });
  });

  test("says that it is not resolved, at any time", () => {
    const closed = { at: after(5), by: "bo", reason: "completed" };
    expect(opened(6, { ...READY, closed })).toMatchObject({
      phase: "investigating",
      respondingSince: after(6),
      confirmedAt: null,
      closed: null,
    });
  });
});

describe("without a record", () => {
  const lost = { record: null, status: { ...A_STATUS, createdAt: after(-5) } } as const;
  const kinds = (events: readonly StateEvent[], more: Partial<Snapshot>) =>
    looked(events, { ...lost, ...more }).incident?.timeline.map(({ kind }) => kind);
  const refusal = { nodeId: "IC_1", key: "SE_10/close-refused", at: after(10), minimized: false };

  test("a closing that was answered was refused, whatever the policy says now", () => {
    const events = [event("closed", 10), event("reopened", 10.5, SELF)];
    const posts = [refusal];
    const found = looked(events, { ...lost, posts, policy: "closeGate: off" });
    expect(found.incident?.timeline.at(-1)?.kind).toBe("close-refused");
    expect(found.incident).toMatchObject({ closed: null, closeRefusedAt: after(10) });
    expect(found.posts).toEqual([]);
  });

  test("a closing that Sitrep wrote down was let be", () => {
    const closed = aVersion(SELF, "- **Status:** Closed\n", 11);
    const before = aVersion(person("ana"), BODY, -1);
    const more = { before, versions: [closed] };
    expect(kinds([event("closed", 10)], more)).toContain("closed-anyway");
    // Of a later closing, that says nothing.
    expect(kinds([event("closed", 12)], more)).toContain("close-refused");
    const events = [event("closed", 5), event("reopened", 8), event("closed", 10.5)];
    expect(kinds(events, more)?.filter((kind) => kind.startsWith("close"))).toEqual([
      "close-refused",
      "closed-anyway",
    ]);
  });

  test("what Sitrep wrote down in the same second as the closing, or as what came next, is of it", () => {
    const before = aVersion(person("ana"), BODY, -1);
    const versions = [aVersion(SELF, "- **Status:** Closed\n", 11)];
    expect(kinds([event("closed", 11)], { before, versions })).toContain("closed-anyway");
    const undoneThen = [event("closed", 10), event("reopened", 11)];
    expect(kinds(undoneThen, { before, versions })).toContain("closed-anyway");
    const gone = [{ ...aVersion(SELF, "", 11), text: null }];
    expect(kinds([event("closed", 10)], { before, versions: gone })).toContain("close-refused");
  });

  test("a closing of what was done was let be, and nothing was missing", () => {
    const before = aVersion(person("ana"), BODY, -1);
    const versions = [aVersion(SELF, "- **Status:** Closed\n", 11)];
    const done = aComment("bo", "/resolve\n/done announce\n/done report\n/confirm", 5, {
      receipts: ["done"],
    });
    const events = [aLabel("incident", 0), done, event("closed", 10)];
    const found = looked([], { ...lost, events, before, versions, state: "closed" });
    expect(found.incident?.timeline.at(-1)).toMatchObject({ kind: "closed", what: "completed" });
  });

  test("a closing before anything of Sitrep's stands there stays", () => {
    expect(kinds([event("closed", 10)], { status: null })).toContain("closed");
  });

  test("only Sitrep's own words tell that it let a closing be", () => {
    const before = aVersion(person("ana"), BODY, -1);
    const byBo = aVersion(person("bo"), "- **Status:** Closed\n", 11);
    const other = aVersion(SELF, "- **Status:** Mitigated\n", 11);
    for (const version of [byBo, other]) {
      const more = { before, versions: [version] };
      expect(kinds([event("closed", 10)], more)).toContain("close-refused");
    }
  });

  test("a closing before the first sign of Sitrep stays", () => {
    const status = { ...A_STATUS, createdAt: after(10) };
    expect(kinds([event("closed", 10)], { status })).toContain("closed");
    const posts = [{ nodeId: "IC_1", key: "x/resolved", at: after(9), minimized: false }];
    expect(kinds([event("closed", 10)], { status, posts })).toContain("close-refused");
  });

  test("a closing of which nothing tells is judged as any other", () => {
    expect(kinds([event("closed", 10)], {})).toContain("close-refused");
  });
});
