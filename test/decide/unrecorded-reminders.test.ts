import { describe, expect, it } from "@jest/globals";
import { decide } from "../../src/decide/index.ts";
import { unrecordedReminders, withSent } from "../../src/decide/remind.ts";
import type { Incident, Reminded } from "../../src/incident/incident.ts";
import { REMINDER_NAMES } from "../../src/incident/reminder-settings.ts";
import type { OwnPost, Snapshot } from "../../src/incident/snapshot.ts";
import { after } from "../support/incident.ts";
import { A_STATUS, aGiven, aSnapshot } from "../support/snapshot.ts";
import { aRecord, aSettled, aStanding } from "./looked.ts";

const sent = (more: Partial<Reminded> = {}): Reminded => ({
  name: "gone-quiet",
  subject: "5",
  step: 1,
  at: after(10),
  nodeId: "IC_r",
  outdated: false,
  ...more,
});
const post = (key: string, more: Partial<OwnPost> = {}): OwnPost => ({
  nodeId: "IC_r",
  key,
  at: after(10),
  minimized: false,
  ...more,
});

const unrecorded = (posts: readonly OwnPost[], known: readonly Reminded[] | null = []) =>
  unrecordedReminders(
    aSnapshot({
      posts,
      status: A_STATUS,
      record: known === null ? null : aRecord({ reminded: known }),
    }),
  );

describe("what the thread alone tells of reminders", () => {
  const KEY = "remind/gone-quiet/5/1";

  it("is all in the key, the time, and whether it is hidden", () => {
    expect(unrecorded([post(KEY)])).toEqual([sent()]);
    expect(unrecorded([post(KEY, { minimized: true })], null)).toEqual([sent({ outdated: true })]);
  });

  it.each([
    ["of another kind", sent({ name: "may-close" })],
    ["about something else", sent({ subject: "6" })],
    ["of another step", sent({ step: 0 })],
  ])("is no less where the record knows one %s", (_, other) => {
    expect(unrecorded([post(KEY)], [other])).toEqual([sent()]);
    expect(unrecorded([post(KEY)], [other, sent()])).toEqual([]);
  });

  it("is nothing where a comment is no reminder", () => {
    expect(unrecorded([post("IC_1/0/help"), post("remind/unheard-of/5/1")], null)).toEqual([]);
  });

  it("says nothing of what is no incident yet", () => {
    const { walk, given } = aStanding();
    expect(withSent(walk, sent(), given)).toBe(walk);
  });
});

/** A look `minutes` after the declaration. */
function looked(minutes: number, overrides: Partial<Snapshot>, policy: string | null = null) {
  const snapshot = aSettled(overrides);
  return decide(aGiven(snapshot, policy), after(minutes));
}

const escalated = (overrides: Partial<Snapshot>) =>
  looked(60, overrides)
    .effects.flatMap((effect) => (effect.kind === "post" ? [effect.message] : []))
    .flatMap((message) => (message.name === "escalated" ? [message.data] : []));

describe("a reminder that was held up", () => {
  it("says since when Sitrep was away, where its record tells", () => {
    const record = aRecord({}, { writtenAt: after(12) });
    expect(escalated({ record })).toMatchObject([
      { late: { dues: [after(30)], lastSeen: after(12), back: after(60) } },
    ]);
  });
});

describe("a reminder whose comment stands among others", () => {
  const waited = sent({ name: "escalate", subject: `${after(0)}`, step: 0, nodeId: null });
  const key = `remind/escalate/${after(0)}/0`;
  const escalation = { at: after(10), by: null, why: null };
  const incident: Partial<Incident> = { reminded: [waited], escalation };
  const others = [post("IC_1/0/help", { nodeId: "IC_h" }), post(key, { nodeId: "IC_e" })];

  it("is known by its own id", () => {
    const found = looked(12, { record: aRecord(incident), posts: others });
    expect(found.record?.incident.reminded).toEqual([{ ...waited, nodeId: "IC_e" }]);
  });

  it("is the one that is hidden", () => {
    const labels = ["incident", "incident: mitigated", "SEV-4"];
    const record = aRecord({ ...incident, phase: "mitigated" });
    const found = looked(12, { record, posts: others, labels });
    expect(found.effects.filter(({ kind }) => kind === "minimize")).toEqual([
      { kind: "minimize", nodeId: "IC_e" },
    ]);
  });

  it.each([
    ["", 20, [{ ...waited, nodeId: "" }]],
    ["", 21, []],
    [null, 20, [waited]],
  ])(
    "that GitHub took and does not show (%j) is waited for ten minutes",
    (nodeId, minutes, now) => {
      const record = aRecord({ reminded: [{ ...waited, nodeId }], escalation, phase: "mitigated" });
      const found = looked(minutes, {
        record,
        labels: ["incident", "incident: mitigated", "SEV-4"],
      });
      expect(found.record?.incident.reminded).toEqual(now);
      expect(found.effects.filter(({ kind }) => kind === "minimize")).toEqual([]);
    },
  );
});

describe("when to look again", () => {
  const OFF = ["reminders:", ...REMINDER_NAMES.map((name) => `  ${name}: off`)].join("\n");
  const told = { announce: { at: after(5), by: "ana" } };
  const resolved: Partial<Incident> = { phase: "resolved", phaseSince: after(5), vouched: told };
  const silent = after(5 + 48 * 60);
  const again = (minutes: number, incident: Partial<Incident>, policy = OFF) =>
    looked(
      minutes,
      { record: aRecord(incident), labels: incident.active === false ? [] : ["incident"] },
      policy,
    ).lookAgainAt;

  it("is when a gate opens by time alone, also where nobody is reminded", () => {
    expect(again(10, resolved)).toBe(silent);
    expect(again(5 + 48 * 60 - 1, resolved)).toBe(silent);
  });

  it("is never, where nothing comes by itself any more", () => {
    expect(again(5 + 48 * 60, resolved)).toBeNull();
    expect(again(10, {})).toBeNull();
  });

  it("is never while Sitrep stands by, whatever opens then", () => {
    expect(again(10, { ...resolved, active: false })).toBeNull();
  });

  it("is the earlier of a gate and a reminder", () => {
    const report = OFF.replace(
      "report-due: off",
      "report-due: {after: 1 hour, every: 1 day, times: 2}",
    );
    expect(again(10, resolved, report)).toBe(after(65));
  });
});
