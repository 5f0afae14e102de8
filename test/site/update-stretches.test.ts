import { describe, expect, it } from "@jest/globals";
import { toUpdateStretches } from "../../src/site/update-stretches.ts";
import { after, POLICY } from "../support/incident.ts";
import { told } from "./an-issue.ts";

const updates = (...minutes: readonly number[]) =>
  told(minutes.map((at) => ({ at: after(at), kind: "update", by: "ana", text: "x" })));

/** Each stretch as its end in minutes, with a sign where it was too late. */
const shown = (minutes: readonly number[], over: number | null, now: number): string =>
  toUpdateStretches(updates(...minutes), over === null ? null : after(over), POLICY, after(now))
    .map(({ to, isKept }) => `${(to - after(0)) / 60_000}${isKept ? "" : " late"}`)
    .join(", ");

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
    expect(toUpdateStretches(updates(60), after(90), none, after(999))).toEqual([]);
    const long = { ...updates(60), archived: 25 };
    expect(toUpdateStretches(long, after(90), POLICY, after(999))).toEqual([]);
  });

  it("does not count the weekend", () => {
    const friday = hours(4 * 24 + 14);
    const late = { ...told([]), declaredAt: friday };
    const kept = (over: number) => toUpdateStretches(late, over, POLICY, over)[0]?.isKept;
    // Monday, half past midnight, and half past one.
    expect([kept(hours(6 * 24 + 15.5)), kept(hours(6 * 24 + 16.5))]).toEqual([true, false]);
  });
});
