import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "update-due";
const DAY = 24 * 60;
const URL = "https://github.com/acme/hub/issues/1#issuecomment-4";

/** bo tells the community, ana leads; nothing was told yet. */
const UNTOLD = anIncident({ liaison: "bo" });

/** bo told at `minutes` after the declaration, and promised the next for `next`. */
const told = (minutes: number, next: number | null, overrides: Partial<Incident> = {}): Incident =>
  anIncident({
    liaison: "bo",
    update: {
      at: after(minutes),
      by: "bo",
      text: "slow",
      url: URL,
      nextAt: next === null ? null : after(next),
    },
    ...overrides,
  });

const ALL = [
  "05-04 10:45 0 @bo; then 05-04 11:00 @bo @ana",
  "05-04 11:00 1 @bo @ana; then 05-04 13:00 @pm",
  "05-04 13:00 2 @pm",
];

describe("update-due", () => {
  it.each([
    ["a minute before", 104, []],
    ["at the time", 105, [ALL[0]]],
    ["a minute after", 106, ["05-04 10:46 0 @bo; then 05-04 11:00 @bo @ana"]],
    [
      "asleep for a day",
      DAY,
      ["05-05 09:00 2 @pm; late for 05-04 10:45, 05-04 11:00, 05-04 13:00"],
    ],
  ])("reminds the liaison ahead of the promise: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, UNTOLD, after(minutes))).toEqual(expected);
  });

  it("reminds at the promise, and a period later, and then no more", () => {
    expect(sentBetween(NAME, UNTOLD, after(0), after(7 * DAY))).toEqual(ALL);
  });

  it("counts from the last update, and goes by what was promised with it", () => {
    expect(sentBetween(NAME, told(60, null), after(61), after(DAY))).toEqual([
      "05-04 11:45 0 @bo; then 05-04 12:00 @bo @ana",
      "05-04 12:00 1 @bo @ana; then 05-04 14:00 @pm",
      "05-04 14:00 2 @pm",
    ]);
    expect(sentBetween(NAME, told(60, 360), after(61), after(DAY))).toEqual([
      "05-04 14:45 0 @bo; then 05-04 15:00 @bo @ana",
      "05-04 15:00 1 @bo @ana; then 05-04 17:00 @pm",
      "05-04 17:00 2 @pm",
    ]);
  });

  it("never comes right after an update, however short the promise", () => {
    expect(sentBetween(NAME, told(60, 70), after(60), after(75))).toEqual([
      "05-04 10:05 0 @bo; then 05-04 10:10 @bo @ana",
      "05-04 10:10 1 @bo @ana; then 05-04 12:10 @pm",
    ]);
  });

  it("is moved by a new update, which hides what was sent", () => {
    const { incident } = run(NAME, UNTOLD, after(0), after(120));
    const { reminded } = incident;
    expect(lookAt(NAME, told(121, null, { reminded }), after(121))).toMatchObject({
      sent: [],
      hidden: [{ step: 1 }],
    });
    expect(sentBetween(NAME, told(121, null, { reminded }), after(121), after(230))).toEqual([
      "05-04 12:46 0 @bo; then 05-04 13:01 @bo @ana",
    ]);
  });

  it.each([
    ["it is over", { ...UNTOLD, phase: "resolved" } as const],
    ["it was closed", { ...UNTOLD, closed: { at: after(9), by: "ana", reason: "completed" } }],
    ["the label was taken off", { ...UNTOLD, active: false }],
  ])("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(0), after(DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, UNTOLD, after(105)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(106)).hidden).toHaveLength(1);
  });

  it("goes on while it is mitigated", () => {
    const mitigated = { ...UNTOLD, phase: "mitigated", phaseSince: after(50) } as const;
    expect(sentBetween(NAME, mitigated, after(50), after(DAY))).toEqual(ALL);
  });

  it("begins anew when it was opened again: older updates were about another time", () => {
    const again = told(60, 500, { respondingSince: after(100), phaseSince: after(100) });
    expect(sentAt(NAME, again, after(205))).toEqual([
      "05-04 12:25 0 @bo; then 05-04 12:40 @bo @ana",
    ]);
    expect(agendaOf(NAME, again)).toMatchObject([{ deadline: { anchor: "reopened" } }]);
  });

  it("waits for working time with a promise in working time, and not with one by the clock", () => {
    // Friday 23:00 UTC: 2 working hours later is Monday 01:00.
    const friday = 4 * DAY + 14 * 60;
    expect(sentBetween(NAME, told(friday, null), after(friday), after(8 * DAY))).toEqual([
      "05-11 00:45 0 @bo; then 05-11 01:00 @bo @ana",
      "05-11 01:00 1 @bo @ana; then 05-11 03:00 @pm",
      "05-11 03:00 2 @pm",
    ]);
    expect(sentBetween(NAME, told(friday, friday + 300), after(friday), after(8 * DAY))).toEqual([
      "05-09 03:45 0 @bo; then 05-09 04:00 @bo @ana",
      "05-09 04:00 1 @bo @ana; then 05-11 02:00 @pm",
      "05-11 02:00 2 @pm",
    ]);
    // Ahead of Monday 00:05 it is still the weekend.
    const early = friday - 55;
    expect(sentBetween(NAME, told(early, null), after(early), after(7 * DAY - 500))).toEqual([
      "05-11 00:00 0 @bo; then 05-11 00:05 @bo @ana",
      "05-11 00:05 1 @bo @ana; then 05-11 02:05 @pm",
    ]);
  });

  it("is put off by a snooze; what would have come meanwhile comes with it, and the last keeps its time", () => {
    expect(sentBetween(NAME, snoozed(UNTOLD, NAME, 110), after(0), after(DAY))).toEqual([
      "05-04 10:50 0 @bo; then 05-04 11:00 @bo @ana",
      ...ALL.slice(1),
    ]);
    expect(sentBetween(NAME, snoozed(UNTOLD, NAME, 150), after(0), after(DAY))).toEqual([
      "05-04 11:30 1 @bo @ana; then 05-04 13:00 @pm",
      "05-04 13:00 2 @pm",
    ]);
  });

  it("names the commander where nobody is liaison, and each once", () => {
    const names = (overrides: Partial<Incident>) =>
      run(NAME, anIncident(overrides), after(0), after(DAY)).sent.map(({ frame }) => frame.names);
    expect(names({ liaison: null })).toEqual([["ana"], ["ana"], ["pm"]]);
    expect(names({ liaison: "Ana" })).toEqual([["Ana"], ["Ana"], ["pm"]]);
    expect(names({ liaison: null, commander: null })).toEqual([[], [], ["pm"]]);
    const policy = { ...POLICY, manager: null };
    expect(sentAt(NAME, UNTOLD, after(DAY), { policy })[0]).toContain("2 whoever");
  });

  it("tells how old the last update is, and whether the promise was broken", () => {
    const { sent } = run(NAME, told(60, null), after(61), after(DAY));
    expect(sent.map(({ message }) => message.data)).toMatchObject([
      { promise: after(180), isOverdue: false, isLast: false, url: URL, minutes: 105 },
      { promise: after(180), isOverdue: false, isLast: false, minutes: 120 },
      { promise: after(180), isOverdue: true, isLast: true, liaison: "bo", minutes: 240 },
    ]);
    expect(lookAt(NAME, UNTOLD, after(105)).sent[0]?.message.data).toMatchObject({
      url: "",
      minutes: 105,
    });
  });

  it("explains itself", () => {
    const next = (incident: Incident) => agendaOf(NAME, incident)[0];
    expect(next(UNTOLD)).toMatchObject({
      subject: `${after(0)}`,
      deadline: {
        at: after(105),
        from: after(0),
        anchor: "declared",
        duration: { clock: "working", ms: 2 * 3_600_000 },
        before: { clock: "wall", ms: 15 * 60_000 },
      },
      moves: "`/update TEXT` moves it; a last line `next: 2h` says when the one after is due.",
    });
    expect(next(told(60, null))).toMatchObject({ deadline: { from: after(60), anchor: "update" } });
    expect(next(told(60, 360))).toMatchObject({
      deadline: { from: after(360), anchor: "promise", duration: null },
    });
    const { incident } = run(NAME, told(60, 360), after(61), after(360));
    expect(next(incident)).toMatchObject({
      step: 2,
      deadline: { from: after(360), anchor: "promise", duration: { clock: "working" } },
    });
  });
});
