import { describe, expect, it } from "@jest/globals";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "confirm-with-community";
const DAY = 24 * 60;

/** Resolved at 10:00; bo speaks with the community. */
const RESOLVED = anIncident({ phase: "resolved", phaseSince: after(60), liaison: "bo" });

describe("confirm-with-community", () => {
  it.each([
    ["at the time", 60, ["05-04 10:00 0 @bo"]],
    ["a minute after", 61, ["05-04 10:01 0 @bo"]],
    ["asleep for a day", DAY + 60, ["05-05 10:00 0 @bo; late for 05-04 10:00"]],
  ])("asks the liaison to tell that it is over: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, RESOLVED, after(minutes))).toEqual(expected);
  });

  it("does not come a minute before, when it is not over", () => {
    expect(sentAt(NAME, anIncident({ liaison: "bo" }), after(59))).toEqual([]);
    expect(agendaOf(NAME, anIncident({ phase: "mitigated", phaseSince: after(60) }))).toEqual([]);
  });

  it("comes once for a resolution, whoever holds the role then, and again for the next", () => {
    const { incident } = lookAt(NAME, RESOLVED, after(60));
    const other = { ...incident, liaison: "cy" };
    expect(sentBetween(NAME, other, after(61), after(30 * DAY))).toEqual([]);
    const again = { ...incident, phaseSince: after(DAY) };
    const { sent, hidden } = lookAt(NAME, again, after(DAY));
    expect(sent).toMatchObject([{ step: 0, subject: `${after(DAY)}` }]);
    expect(hidden).toMatchObject([{ subject: `${after(60)}` }]);
  });

  it("names whoever leads where nobody speaks with the community, and whoever does where nobody leads", () => {
    const alone = { ...RESOLVED, liaison: null };
    expect(sentAt(NAME, alone, after(60))).toEqual(["05-04 10:00 0 @ana"]);
    expect(sentAt(NAME, { ...alone, commander: null }, after(60))).toEqual([
      "05-04 10:00 0 whoever",
    ]);
  });

  it("comes on a weekend, too", () => {
    const saturday = anIncident({ phase: "resolved", phaseSince: after(5 * DAY) });
    expect(sentAt(NAME, saturday, after(5 * DAY))).toEqual(["05-09 09:00 0 @ana"]);
  });

  it("is put off by a snooze", () => {
    expect(sentBetween(NAME, snoozed(RESOLVED, NAME, 90), after(60), after(DAY))).toEqual([
      "05-04 10:30 0 @bo",
    ]);
  });

  it.each([
    ["the community confirmed", { ...RESOLVED, confirmedAt: after(90) }],
    ["it was closed", { ...RESOLVED, closed: { at: after(90), by: "ana", reason: "completed" } }],
    ["it was opened again", { ...RESOLVED, phase: "investigating", phaseSince: after(90) }],
    ["the label was taken off", { ...RESOLVED, active: false }],
  ] as const)("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(91), after(2 * DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, RESOLVED, after(60)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(91)).hidden).toHaveLength(1);
  });

  it("stays when the community was told, and says so where it comes later", () => {
    const told = { ...RESOLVED, vouched: { announce: { at: after(62), by: "bo" } } };
    const { reminded } = lookAt(NAME, RESOLVED, after(60)).incident;
    expect(lookAt(NAME, { ...told, reminded }, after(62))).toMatchObject({ sent: [], hidden: [] });
    const toldAt = (incident: typeof told | typeof RESOLVED) =>
      lookAt(NAME, incident, after(63)).sent.map(({ message }) => message);
    expect(toldAt(told)).toMatchObject([{ name: NAME, data: { toldAt: after(62) } }]);
    expect(toldAt(RESOLVED)).toMatchObject([{ name: NAME, data: { toldAt: null } }]);
  });

  it("is at once, tells what ends it, and can be switched off", () => {
    expect(agendaOf(NAME, RESOLVED)).toMatchObject([
      {
        deadline: { at: after(60), from: after(60), anchor: "resolved", duration: null },
        moves: "`/confirm` makes it needless.",
        restless: false,
      },
    ]);
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentAt(NAME, RESOLVED, after(60), { policy })).toEqual([]);
  });

  describe("where Sitrep tells the community", () => {
    const announcing = { ...RESOLVED, announcing: after(60) };

    it("waits for half an hour, and then asks people to", () => {
      expect(sentBetween(NAME, announcing, after(60), after(DAY))).toEqual(["05-04 10:30 0 @bo"]);
      expect(agendaOf(NAME, announcing)).toMatchObject([
        { deadline: { anchor: "resolved", duration: { clock: "wall", ms: 1_800_000 } } },
      ]);
    });

    it("asks for the community's word as soon as it was told", () => {
      const told = { ...announcing, vouched: { announce: { at: after(62), by: "bo" } } };
      expect(sentBetween(NAME, told, after(62), after(DAY))).toEqual(["05-04 10:02 0 @bo"]);
      expect(agendaOf(NAME, told)).toMatchObject([{ deadline: { anchor: "told" } }]);
    });
  });
});
