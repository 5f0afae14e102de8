import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { PersonPolicy, Policy } from "../../src/incident/policy.ts";
import type { Calendar } from "../../src/incident/time/index.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "handoff-suggested";
const DAY = 24 * 60;

const hours = (zone: string, ...spans: readonly (readonly [string, string])[]): Calendar => ({
  kind: "offices",
  offices: [
    {
      zone,
      days: ["Mon", "Tue", "Wed", "Thu", "Fri"],
      hours: spans.map(([from, to]) => ({ from, to })),
      publicHolidays: null,
      holidays: [],
      reduced: [],
    },
  ],
});

const person = (login: string, calendar: Calendar | null): PersonPolicy => ({
  login,
  zone: "UTC",
  calendar,
  slack: null,
});

const withPeople = (...people: readonly PersonPolicy[]): { readonly policy: Policy } => ({
  policy: {
    ...POLICY,
    people: Object.fromEntries(people.map((one) => [one.login.toLowerCase(), one])),
  },
});

const onDuty = (minutes: number, overrides: Partial<Incident> = {}): Incident =>
  anIncident({ dutySince: { commander: after(minutes), liaison: after(0) }, ...overrides });

const ANA_9_TO_17 = withPeople(person("Ana", hours("UTC", ["09:00", "17:00"])));

describe("handoff-suggested", () => {
  it.each([
    ["a minute before", 359, []],
    ["at the time", 360, ["05-04 15:00 0 @ana; then 05-05 15:00 @ana"]],
    ["a minute after", 361, ["05-04 15:01 0 @ana; then 05-05 15:00 @ana"]],
    [
      "asleep for a day",
      DAY + 400,
      ["05-05 15:40 1 @ana; then 05-06 15:00 @ana; late for 05-04 15:00, 05-05 15:00"],
    ],
  ])("suggests it after six hours on duty: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, anIncident(), after(minutes))).toEqual(expected);
  });

  it("comes once a day where the commander's own hours are not known", () => {
    const expected = ["04", "05", "06", "07"].map((day) =>
      expect.stringContaining(`05-${day} 15:00`),
    );
    const unknown = withPeople(person("ana", null));
    expect(sentBetween(NAME, anIncident(), after(0), after(3 * DAY + 400))).toEqual(expected);
    expect(sentBetween(NAME, anIncident(), after(0), after(3 * DAY + 400), unknown)).toEqual(
      expected,
    );
  });

  it.each([
    // On duty since 12:00, within their hours: the day ends before six hours have passed.
    ["at the end of the own day", 180, ["05-04 17:00", "05-05 15:00", "05-06 15:00"]],
    // Since 10:00: six hours are over before the day is.
    ["after six hours", 60, ["05-04 16:00", "05-05 15:00", "05-06 15:00"]],
    // Since 22:00, outside their hours.
    ["after six hours at night", 13 * 60, ["05-05 04:00", "05-05 15:00", "05-06 15:00"]],
    // Since 05:00 on Tuesday: the six hours end within the day, which is no shift of its own then.
    ["once a shift", 20 * 60, ["05-05 11:00", "05-06 15:00", "05-07 15:00"]],
    // Since 16:00 on Friday: the next own day is Monday.
    ["not at the weekend", 4 * DAY + 7 * 60, ["05-08 17:00", "05-11 15:00", "05-12 15:00"]],
  ])("goes by the commander's own hours: %s", (_, minutes, times) => {
    const { sent } = run(NAME, onDuty(minutes), after(minutes), after(10 * DAY), ANA_9_TO_17);
    const at = sent.slice(0, 3).map((one) => new Date(one.at).toISOString());
    expect(at.map((text) => text.slice(5, 16).replace("T", " "))).toEqual(times);
  });

  it("does not take a lunch break for the end of the day", () => {
    const split = withPeople(person("ana", hours("UTC", ["08:00", "10:00"], ["11:00", "14:00"])));
    expect(sentBetween(NAME, anIncident(), after(0), after(DAY + 360), split)).toEqual([
      "05-04 14:00 0 @ana; then 05-05 14:00 @ana",
      "05-05 14:00 1 @ana; then 05-06 14:00 @ana",
    ]);
    // Since 10:30, in the break.
    expect(agendaOf(NAME, onDuty(90), split)).toMatchObject([
      { dueAt: after(300), deadline: { anchor: "own-day" } },
    ]);
  });

  it("goes by a day that runs over midnight, in the commander's zone", () => {
    const night = withPeople(person("ana", hours("America/New_York", ["17:00", "01:00"])));
    // Tuesday 03:30 UTC is 23:30 on Monday there.
    const late = DAY - 330;
    expect(sentBetween(NAME, onDuty(late), after(late), after(2 * DAY), night)).toEqual([
      "05-05 05:00 0 @ana; then 05-06 03:00 @ana",
      "05-06 03:00 1 @ana; then 05-07 03:00 @ana",
    ]);
  });

  it("comes once a day where the own time has no end", () => {
    const always = withPeople(
      person("ana", {
        kind: "offices",
        offices: [
          {
            zone: "UTC",
            days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
            hours: [{ from: "00:00", to: "24:00" }],
            publicHolidays: null,
            holidays: [],
            reduced: [],
          },
        ],
      }),
    );
    expect(sentBetween(NAME, anIncident(), after(0), after(2 * DAY), always)).toEqual([
      "05-04 15:00 0 @ana; then 05-05 15:00 @ana",
      "05-05 15:00 1 @ana; then 05-06 15:00 @ana",
    ]);
  });

  it("is put off by a snooze, and the next shift keeps its time", () => {
    expect(sentBetween(NAME, snoozed(anIncident(), NAME, 400), after(0), after(2 * DAY))).toEqual([
      "05-04 15:40 0 @ana; then 05-05 15:00 @ana",
      "05-05 15:00 1 @ana; then 05-06 15:00 @ana",
    ]);
  });

  it.each([
    ["nobody leads", anIncident({ commander: null })],
    ["it is over", anIncident({ phase: "resolved" })],
    ["it was closed", anIncident({ closed: { at: after(9), by: "ana", reason: "completed" } })],
    ["the label was taken off", anIncident({ active: false })],
    ["it was handed over", onDuty(380, { commander: "bo" })],
  ])("does not come when %s, and hides what was sent", (_, incident) => {
    const { reminded } = lookAt(NAME, anIncident(), after(370)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(390))).toMatchObject({
      sent: [],
      hidden: [{ name: NAME, step: 0 }],
    });
  });

  it("begins anew with whoever took over, and when it was opened again", () => {
    expect(sentBetween(NAME, onDuty(300, { commander: "bo" }), after(300), after(DAY))).toEqual([
      "05-04 20:00 0 @bo; then 05-05 20:00 @bo",
    ]);
    const again = anIncident({ respondingSince: after(600), phaseSince: after(600) });
    expect(agendaOf(NAME, again)).toMatchObject([{ dueAt: after(960), subject: `${after(600)}` }]);
  });

  it("tells who is in their working hours then, five at most, and not the commander", () => {
    const day = hours("UTC", ["09:00", "17:00"]);
    const night = hours("UTC", ["18:00", "24:00"]);
    const people = withPeople(
      person("Ana", day),
      person("no", night),
      person("unknown", null),
      ...["Bo", "c", "d", "e", "f", "g"].map((login) => person(login, day)),
    );
    expect(lookAt(NAME, anIncident(), after(360), people).sent[0]?.message.data).toMatchObject({
      people: ["Bo", "c", "d", "e", "f"],
      handover: "/handoff @Bo",
      minutes: 360,
      isDayOver: false,
    });
    expect(lookAt(NAME, onDuty(180), after(600), people).sent[0]?.message.data).toMatchObject({
      people: ["no"],
      handover: "/handoff @no",
      isDayOver: true,
    });
    expect(lookAt(NAME, anIncident(), after(360)).sent[0]?.message.data).toMatchObject({
      people: [],
      handover: "/handoff @user",
    });
  });

  it("explains itself", () => {
    expect(agendaOf(NAME, anIncident())).toMatchObject([
      {
        subject: `${after(0)}`,
        names: ["ana"],
        deadline: { from: after(0), anchor: "on-duty", duration: { clock: "wall" } },
        moves: "`/handoff @user` hands over; the time counts anew for whoever accepts.",
      },
    ]);
    const { incident } = lookAt(NAME, anIncident(), after(360));
    expect(agendaOf(NAME, incident)).toMatchObject([
      { step: 1, deadline: { from: after(DAY), anchor: "shift" } },
    ]);
    expect(agendaOf(NAME, onDuty(180), ANA_9_TO_17)).toMatchObject([
      { deadline: { at: after(480), from: after(480), anchor: "own-day", duration: null } },
    ]);
  });
});
