import { describe, expect, it } from "@jest/globals";
import type { Ask, Incident } from "../../src/incident/incident.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { confirmRole } from "../../src/reminders/confirm-role.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "confirm-role";
const DAY = 24 * 60;

const ask = (overrides: Partial<Ask> = {}): Ask => ({
  kind: "confirm",
  role: "commander",
  who: "bo",
  by: "ana",
  from: "ana",
  since: after(5),
  ...overrides,
});

/** bo was made commander by ana at 09:05. */
const NAMED = anIncident({ commander: "bo", asks: [ask()] });
const withAsks = (...asks: readonly Ask[]): Incident =>
  anIncident({ commander: "bo", liaison: "bo", asks });

/** Whom the second reminder names. */
const second = (incident: Incident, manager: string | null) =>
  run(NAME, incident, after(5), after(30), { policy: { ...POLICY, manager } }).sent[1]?.frame.names;

describe("confirm-role", () => {
  it.each([
    ["a minute before", 14, []],
    ["at the time", 15, ["05-04 09:15 0 @bo; then 05-04 09:25 @pm"]],
    ["a minute after", 16, ["05-04 09:16 0 @bo; then 05-04 09:26 @pm"]],
    ["asleep for a day", DAY, ["05-05 09:00 1 @pm; late for 05-04 09:15, 05-04 09:25"]],
  ])("asks whoever was named and did not answer: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, NAMED, after(minutes))).toEqual(expected);
  });

  it("asks them, then the manager ten minutes later, and then no more", () => {
    expect(sentBetween(NAME, NAMED, after(5), after(7 * DAY))).toEqual([
      "05-04 09:15 0 @bo; then 05-04 09:25 @pm",
      "05-04 09:25 1 @pm",
    ]);
    expect(agendaOf(NAME, run(NAME, NAMED, after(5), after(30)).incident)).toEqual([]);
  });

  it("counts the second from when the first was sent", () => {
    const { incident } = lookAt(NAME, NAMED, after(18));
    expect(sentBetween(NAME, incident, after(18), after(DAY))).toEqual(["05-04 09:28 1 @pm"]);
  });

  it("is put off by a snooze, and the second comes after it", () => {
    expect(sentBetween(NAME, snoozed(NAMED, NAME, 60), after(5), after(DAY))).toEqual([
      "05-04 10:00 0 @bo; then 05-04 10:10 @pm",
      "05-04 10:10 1 @pm",
    ]);
  });

  it.each([
    ["they answered", anIncident({ commander: "bo" })],
    ["somebody else was named, who took it", anIncident({ commander: "ana" })],
    ["it was closed", { ...NAMED, closed: { at: after(9), by: "ana", reason: "completed" } }],
    ["the label was taken off", { ...NAMED, active: false }],
    ["they named themselves", withAsks(ask({ by: "Bo" }))],
    [
      "they declared it and got the role by the rule",
      {
        ...withAsks(ask({ by: null })),
        declaredBy: "Bo",
      },
    ],
  ])("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(5), after(DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, NAMED, after(15)).incident;
    const { hidden, sent } = lookAt(NAME, { ...incident, reminded }, after(16));
    expect(sent).toEqual([]);
    expect(hidden).toMatchObject([{ name: NAME, step: 0, subject: `bo-${after(5)}` }]);
  });

  it("asks whoever got the role by the rule from another's declaration", () => {
    const byRule = withAsks(ask({ by: null, from: null }));
    expect(sentAt(NAME, byRule, after(15))).toHaveLength(1);
    expect(sentAt(NAME, { ...byRule, declaredBy: null }, after(15))).toHaveLength(1);
  });

  it("asks about a handover, and while it is resolved too", () => {
    const handoff = ask({ kind: "handoff", who: "cy", by: "bo", from: "bo" });
    const incident = { ...withAsks(handoff), phase: "resolved" } as const;
    const { sent } = run(NAME, incident, after(5), after(DAY));
    expect(sent).toMatchObject([
      {
        at: after(15),
        frame: { names: ["cy"] },
        message: { data: { who: "cy", asks: [handoff] } },
      },
      { at: after(25), frame: { names: ["pm"] }, message: { data: { isFirst: false } } },
    ]);
  });

  it("asks one person about two roles that they got at once in one comment", () => {
    const both = withAsks(ask(), ask({ role: "liaison" }));
    const { incident, sent } = run(NAME, both, after(5), after(15));
    expect(sent.map(({ message }) => message.data)).toMatchObject([
      { asks: [{ role: "commander" }, { role: "liaison" }], askedAt: after(5), isFirst: true },
    ]);
    const one = { ...incident, asks: [ask({ role: "liaison" })] };
    expect(lookAt(NAME, one, after(16))).toMatchObject({ sent: [], hidden: [] });
  });

  it("asks two people, and one person at two times, each on their own", () => {
    const two = withAsks(ask(), ask({ role: "liaison", kind: "handoff", who: "cy" }));
    expect(sentAt(NAME, two, after(15))).toEqual([
      "05-04 09:15 0 @bo; then 05-04 09:25 @pm",
      "05-04 09:15 0 @cy; then 05-04 09:25 @pm",
    ]);
    const later = withAsks(ask(), ask({ role: "liaison", since: after(8) }));
    expect(sentBetween(NAME, later, after(5), after(20))).toEqual([
      "05-04 09:15 0 @bo; then 05-04 09:25 @pm",
      "05-04 09:18 0 @bo; then 05-04 09:28 @pm",
    ]);
  });

  it("counts anew when it was opened again", () => {
    const again = { ...NAMED, respondingSince: after(DAY), phaseSince: after(DAY) };
    expect(sentBetween(NAME, again, after(DAY), after(DAY + 15))).toEqual([
      "05-05 09:10 0 @bo; then 05-05 09:20 @pm",
    ]);
  });

  it("says when they were asked, also where it was opened again since", () => {
    const again = { ...NAMED, respondingSince: after(DAY), phaseSince: after(DAY) };
    const [first] = lookAt(NAME, again, after(DAY + 10)).sent;
    expect(first?.message).toMatchObject({
      name: NAME,
      data: { who: "bo", asks: [ask()], askedAt: after(5), isFirst: true },
    });
  });

  it("is none about what nobody is asked any more, nor where the policy has none", () => {
    const situation = { incident: NAMED, policy: POLICY, actionItems: [], unfiled: [] };
    const waiting = { subject: `bo-${after(5)}`, since: after(5) };
    const due = (subject: string, policy = POLICY) =>
      confirmRole.due({ ...waiting, subject }, 0, { ...situation, policy }, after(5));
    expect(due(waiting.subject)?.names).toEqual(["bo"]);
    expect(due("cy-1")).toBeNull();
    const off = { ...POLICY.reminders, [NAME]: null };
    expect(due(waiting.subject, { ...POLICY, reminders: off })).toBeNull();
    const frame = { reminder: NAME, names: [], next: null, late: null } as const;
    expect(confirmRole.remind({ subject: "cy-1", since: 7 }, 0, situation, frame, 8)).toEqual({
      name: NAME,
      data: { ...frame, who: "", asks: [], askedAt: 7, isFirst: true },
    });
    const endless = { clock: "working", ms: Number.MAX_SAFE_INTEGER } as const;
    const later = { ...POLICY.reminders, [NAME]: { after: endless, again: endless } };
    expect(due(waiting.subject, { ...POLICY, reminders: later })).toBeNull();
  });

  it("names nobody where the policy names no manager, or where they are the one who was asked", () => {
    expect(second(NAMED, null)).toEqual([]);
    expect(second(NAMED, "Bo")).toEqual([]);
  });

  it("explains itself", () => {
    expect(agendaOf(NAME, NAMED)).toMatchObject([
      {
        deadline: { from: after(5), anchor: "asked", duration: { clock: "wall", ms: 600_000 } },
        moves:
          "`/accept` or `/decline` answers it; naming somebody else, as with `/commander @user`, makes it needless.",
      },
    ]);
    expect(agendaOf(NAME, lookAt(NAME, NAMED, after(15)).incident)).toMatchObject([
      { step: 1, names: ["pm"], deadline: { from: after(15), anchor: "reminded" } },
    ]);
  });
});
