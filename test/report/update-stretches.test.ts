import { describe, expect, it } from "@jest/globals";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { toUpdateStretches } from "../../src/report/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { told } from "../site/an-issue.ts";

const updates = (...minutes: readonly number[]) =>
  told(minutes.map((at) => ({ at: after(at), kind: "update", by: "ana", text: "x" })));

/** Each stretch as its end in minutes, with a sign where it was too late. */
const shown = (minutes: readonly number[], over: number | null, now: number): string =>
  toUpdateStretches(
    updates(...minutes),
    { over: over === null ? null : after(over), now: after(now) },
    POLICY,
  )
    .map(({ to, isKept }) => `${(to - after(0)) / 60_000}${isKept ? "" : " late"}`)
    .join(", ");

const OVER = { over: after(90), now: after(999) };

const update = (minutes: number, promised: number): TimelineEntry => ({
  at: after(minutes),
  kind: "update",
  by: "ana",
  promisedAt: after(promised),
});

const entry = (minutes: number, kind: TimelineEntry["kind"], what = ""): TimelineEntry => ({
  at: after(minutes),
  kind,
  by: "ana",
  what,
});

const hours = (count: number): number => after(count * 60);

describe("whether status updates came in time (every 2 working hours)", () => {
  it.each<[string, readonly number[], number | null, number, string]>([
    ["one hour, and then over", [60], 90, 999, "60, 90"],
    ["none at all, but over in time", [], 100, 999, "100"],
    ["none at all, and long", [], 200, 999, "200 late"],
    ["exactly on time", [120], 240, 999, "120, 240"],
    ["a minute late", [121], 130, 999, "121 late, 130"],
    ["the last one before a late end", [60], 300, 999, "60, 300 late"],
    ["what was told after the end does not count", [60, 500], 90, 999, "60, 90"],
    ["it goes on, and the next is not due yet", [60], null, 100, "60"],
    ["it goes on, and the next is overdue", [60], null, 200, "60, 200 late"],
  ])("%s", (_, minutes, over, now, expected) => {
    expect(shown(minutes, over, now)).toBe(expected);
  });

  it("is not asked where the policy asks for none, nor where the oldest entries are away", () => {
    const none = { ...POLICY, reminders: { ...POLICY.reminders, "update-due": null } };
    expect(toUpdateStretches(updates(60), OVER, none)).toEqual([]);
    const long = { ...updates(60), archived: 25 };
    expect(toUpdateStretches(long, OVER, POLICY)).toEqual([]);
  });

  it("goes by what was promised, where that was", () => {
    const incident = told([update(60, 360), update(350, 360)]);
    const kept = toUpdateStretches(incident, { over: after(370), now: null }, POLICY);
    expect(kept.map(({ isKept }) => isKept)).toEqual([true, true, false]);
  });

  it("does not count what was over, and counts anew from when it went on", () => {
    const incident = told([
      entry(60, "phase", "resolved"),
      entry(100, "update"),
      entry(600, "reopened"),
      entry(660, "update"),
      entry(700, "phase", "mitigated"),
    ]);
    const { over, now } = { over: after(720), now: null };
    expect(
      toUpdateStretches(incident, { over, now }, POLICY).map(({ from, to, isKept }) =>
        [from, to].map((at) => (at - after(0)) / 60_000).concat(Number(isKept)),
      ),
    ).toEqual([
      [0, 60, 1],
      [600, 660, 1],
      [660, 720, 1],
    ]);
  });

  it("leaves a stretch out that goes on, where nobody asks how it is now", () => {
    const open = toUpdateStretches(updates(60), { over: null, now: null }, POLICY);
    expect(open.map(({ to }) => to)).toEqual([after(60)]);
  });

  it("does not count the weekend", () => {
    const friday = hours(4 * 24 + 14);
    const late = { ...told([]), declaredAt: friday };
    const kept = (over: number) => toUpdateStretches(late, { over, now: over }, POLICY)[0]?.isKept;
    // Monday, half past midnight, and half past one.
    expect([kept(hours(6 * 24 + 15.5)), kept(hours(6 * 24 + 16.5))]).toEqual([true, false]);
  });
});
