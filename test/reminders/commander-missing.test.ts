import { describe, expect, it } from "@jest/globals";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "commander-missing";
const DAY = 24 * 60;

/** ana stepped down at 09:20. */
const VACANT = anIncident({
  commander: null,
  dutySince: { commander: after(20), liaison: after(0) },
});

describe("commander-missing", () => {
  it.each([
    ["a minute before", 19, []],
    ["at the time", 20, ["05-04 09:20 0 @pm; then 05-04 09:30 @pm"]],
    ["a minute after", 21, ["05-04 09:21 0 @pm; then 05-04 09:31 @pm"]],
    [
      "asleep for a day",
      DAY,
      [
        "05-05 09:00 27 @pm; then 05-05 10:00 @pm; late for 05-04 09:20, 05-04 09:30, 05-04 09:40, 05-04 09:50, 05-04 10:00",
      ],
    ],
  ])("asks the manager at once for somebody: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, VACANT, after(minutes))).toEqual(expected);
  });

  it("tells how many more it missed, when it missed many", () => {
    expect(lookAt(NAME, VACANT, after(DAY)).sent[0]?.frame.late).toMatchObject({ more: 23 });
  });

  it("comes every ten minutes, five times in all, then every hour without end", () => {
    expect(sentBetween(NAME, VACANT, after(20), after(200))).toEqual([
      "05-04 09:20 0 @pm; then 05-04 09:30 @pm",
      "05-04 09:30 1 @pm; then 05-04 09:40 @pm",
      "05-04 09:40 2 @pm; then 05-04 09:50 @pm",
      "05-04 09:50 3 @pm; then 05-04 10:00 @pm",
      "05-04 10:00 4 @pm; then 05-04 11:00 @pm",
      "05-04 11:00 5 @pm; then 05-04 12:00 @pm",
      "05-04 12:00 6 @pm; then 05-04 13:00 @pm",
    ]);
    // Every hour from 11:00 to 09:00 nine days later.
    expect(run(NAME, VACANT, after(20), after(9 * DAY)).sent).toHaveLength(5 + 9 * 24 - 1);
  });

  it("keeps one in sight", () => {
    const { incident, hidden } = run(NAME, VACANT, after(20), after(60));
    expect(incident.reminded).toMatchObject([{ step: 4 }]);
    expect(hidden.map(({ step }) => step)).toEqual([0, 1, 2, 3]);
  });

  it("counts from when the one before was sent, where that was late", () => {
    const { incident } = lookAt(NAME, VACANT, after(33));
    expect(sentBetween(NAME, incident, after(33), after(60))).toEqual([
      "05-04 09:43 2 @pm; then 05-04 09:53 @pm",
      "05-04 09:53 3 @pm; then 05-04 10:03 @pm",
    ]);
  });

  it("is put off by a snooze, the next one only", () => {
    const { incident } = lookAt(NAME, VACANT, after(20));
    expect(sentBetween(NAME, snoozed(incident, NAME, 60), after(21), after(75))).toEqual([
      "05-04 10:00 1 @pm; then 05-04 10:10 @pm",
      "05-04 10:10 2 @pm; then 05-04 10:20 @pm",
    ]);
  });

  it.each([
    ["somebody is", anIncident({ commander: "bo" })],
    ["it is over", { ...VACANT, phase: "resolved" } as const],
    ["it was closed", { ...VACANT, closed: { at: after(21), by: "ana", reason: "not_planned" } }],
    ["the label was taken off", { ...VACANT, active: false }],
  ])("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(20), after(DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, VACANT, after(20)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(21))).toMatchObject({
      sent: [],
      hidden: [{ name: NAME, step: 0 }],
    });
  });

  it("begins anew when nobody is once more, and when it was opened again", () => {
    const { incident } = run(NAME, VACANT, after(20), after(50));
    const again = { ...incident, dutySince: { commander: after(55), liaison: after(0) } };
    expect(sentAt(NAME, again, after(55))).toEqual(["05-04 09:55 0 @pm; then 05-04 10:05 @pm"]);
    const reopened = { ...incident, respondingSince: after(58) };
    expect(sentAt(NAME, reopened, after(58))).toEqual(["05-04 09:58 0 @pm; then 05-04 10:08 @pm"]);
  });

  it("calls engineering too, and names nobody where the policy names no manager", () => {
    const { sent } = lookAt(NAME, VACANT, after(20));
    expect(sent[0]?.message.data).toMatchObject({ since: after(20), team: ["acme/engineering"] });
    expect(sentAt(NAME, VACANT, after(20), { policy: { ...POLICY, manager: null } })).toEqual([
      "05-04 09:20 0 whoever; then 05-04 09:30 whoever",
    ]);
  });

  it("explains itself", () => {
    expect(agendaOf(NAME, VACANT)).toMatchObject([
      {
        subject: `${after(20)}`,
        deadline: { at: after(20), anchor: "vacant", duration: null },
        moves: "`/commander @user` or `/commander me` makes it needless.",
      },
    ]);
    expect(agendaOf(NAME, lookAt(NAME, VACANT, after(20)).incident)).toMatchObject([
      { step: 1, deadline: { from: after(20), anchor: "reminded", at: after(30) } },
    ]);
  });
});
