import { describe, expect, it } from "@jest/globals";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "escalate";
const DAY = 24 * 60;
const AT_30 = "05-04 09:30 0 @acme/engineering @pm";

const named = (policy: Partial<typeof POLICY>) =>
  agendaOf(NAME, anIncident(), { policy: { ...POLICY, ...policy } })[0]?.names;

describe("escalate", () => {
  it.each([
    ["a minute before", 29, []],
    ["at the time", 30, [AT_30]],
    ["a minute after", 31, ["05-04 09:31 0 @acme/engineering @pm"]],
    ["asleep for a day", DAY, ["05-05 09:00 0 @acme/engineering @pm; late for 05-04 09:30"]],
  ])("calls for help half an hour after the declaration: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, anIncident(), after(minutes))).toEqual(expected);
  });

  it("calls once, and what it did is known", () => {
    const { incident, sent } = run(NAME, anIncident(), after(0), after(7 * DAY));
    expect(sent).toHaveLength(1);
    expect(incident.escalation).toEqual({ at: after(30), by: null, why: null });
    expect(incident.timeline.at(-1)).toEqual({ at: after(30), kind: "escalated", by: null });
    expect(sent[0]?.message.data).toMatchObject({ by: null, minutes: 30, commander: "ana" });
  });

  it("goes by the wall clock, at the weekend too", () => {
    const saturday = after(5 * DAY);
    const incident = anIncident({
      declaredAt: saturday,
      respondingSince: saturday,
      phaseSince: saturday,
      followedSince: saturday,
    });
    expect(sentBetween(NAME, incident, saturday, after(6 * DAY))).toEqual([
      "05-09 09:30 0 @acme/engineering @pm",
    ]);
  });

  it("is put off by a snooze, once", () => {
    const incident = snoozed(anIncident(), NAME, 75);
    expect(sentBetween(NAME, incident, after(0), after(DAY))).toEqual([
      "05-04 10:15 0 @acme/engineering @pm",
    ]);
  });

  it.each([
    ["users can work again", { phase: "mitigated", phaseSince: after(29) } as const],
    ["it is over", { phase: "resolved", phaseSince: after(29) } as const],
    ["help was asked for", { escalation: { at: after(5), by: "ana", why: null } }],
    ["it was closed", { closed: { at: after(29), by: "ana", reason: "completed" } }],
    ["the label was taken off", { active: false }],
  ])("does not come when %s", (_, overrides) => {
    expect(sentBetween(NAME, anIncident(overrides), after(29), after(DAY))).toEqual([]);
  });

  it("is hidden when users can work again, and not when it was merely answered", () => {
    const { incident } = lookAt(NAME, anIncident(), after(30));
    expect(lookAt(NAME, { ...incident, heardAt: after(31) }, after(32)).hidden).toEqual([]);
    const mitigated = { ...incident, phase: "mitigated", phaseSince: after(40) } as const;
    expect(lookAt(NAME, mitigated, after(40)).hidden).toMatchObject([{ name: NAME, step: 0 }]);
  });

  it("counts anew, and only the time in which users could not work, when it is back", () => {
    const back = anIncident({ phaseSince: after(60) });
    const { sent } = run(NAME, back, after(60), after(DAY));
    expect(sent).toMatchObject([{ at: after(90), message: { data: { minutes: 30 } } }]);
    expect(agendaOf(NAME, back)).toMatchObject([
      { deadline: { from: after(60), anchor: "mitigation-ended" }, dueAt: after(90) },
    ]);
    const again = anIncident({ respondingSince: after(90), phaseSince: after(90) });
    expect(sentBetween(NAME, again, after(90), after(DAY))).toEqual([
      "05-04 11:00 0 @acme/engineering @pm",
    ]);
    expect(agendaOf(NAME, again)).toMatchObject([{ deadline: { anchor: "reopened" } }]);
  });

  it("says what makes it needless", () => {
    expect(agendaOf(NAME, anIncident())).toEqual([
      {
        reminder: NAME,
        subject: `${after(0)}`,
        step: 0,
        names: ["acme/engineering", "pm"],
        deadline: {
          at: after(30),
          from: after(0),
          anchor: "declared",
          duration: { clock: "wall", ms: 30 * 60_000 },
          before: null,
          skipped: [],
        },
        snoozedUntil: null,
        dueAt: after(30),
        moves: "`/mitigated` or `/resolve` makes it needless; `/escalate` calls for help at once.",
        restless: false,
      },
    ]);
  });

  it("names everybody once, and whoever can where nobody is named", () => {
    expect(named({ engineering: ["PM", "bo"], manager: "pm" })).toEqual(["PM", "bo"]);
    expect(named({ engineering: [], manager: null })).toEqual([]);
  });
});
