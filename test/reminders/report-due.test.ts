import { describe, expect, it } from "@jest/globals";
import { wantedReport } from "../../src/incident/report.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "report-due";
const DAY = 24 * 60;

/** Resolved on Monday at 10:00: the report is due on Thursday at 10:00. */
const OWED = anIncident({ phase: "resolved", phaseSince: after(60), liaison: "bo" });
const BY_LIAISON = {
  policy: { ...POLICY, report: { ...POLICY.report, writer: "liaison" } as const },
};
const closedAs = (reason: string) => ({ at: after(90), by: "ana", reason });

describe("report-due", () => {
  it.each([
    ["a minute before", 3 * DAY + 59, []],
    ["at the time", 3 * DAY + 60, ["05-07 10:00 0 @ana; then 05-11 10:00 @ana"]],
    ["a minute after", 3 * DAY + 61, ["05-07 10:01 0 @ana; then 05-11 10:01 @ana"]],
    [
      "asleep for a day",
      4 * DAY + 60,
      ["05-08 10:00 0 @ana; then 05-12 10:00 @ana; late for 05-07 10:00"],
    ],
    [
      "asleep for a week",
      10 * DAY,
      ["05-14 09:00 2 @ana; then 05-18 09:00 @ana; late for 05-07 10:00, 05-11 10:00, 05-13 10:00"],
    ],
  ])("asks whoever writes it: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, OWED, after(minutes))).toEqual(expected);
  });

  it("asks the writer, then both, five times, and the manager once", () => {
    expect(sentBetween(NAME, OWED, after(60), after(90 * DAY), BY_LIAISON)).toEqual([
      "05-07 10:00 0 @bo; then 05-11 10:00 @bo @ana",
      "05-11 10:00 1 @bo @ana; then 05-13 10:00 @bo @ana",
      "05-13 10:00 2 @bo @ana; then 05-15 10:00 @bo @ana",
      "05-15 10:00 3 @bo @ana; then 05-19 10:00 @bo @ana",
      "05-19 10:00 4 @bo @ana; then 05-21 10:00 @bo @ana",
      "05-21 10:00 5 @bo @ana; then 05-25 10:00 @pm",
      "05-25 10:00 6 @pm",
    ]);
  });

  it("asks the reviewer while it is in review, then whoever leads too, and the writer else", () => {
    const seen = { ...wantedReport(after(60)), stage: "in-review", reviewer: "bo" } as const;
    const report = { ...seen, as: "pull-request", id: "7", url: "https://a.test/7" } as const;
    const sent = run(NAME, { ...OWED, report }, after(60), after(5 * DAY + 60)).sent;
    expect(sent.map(({ message }) => message.data)).toMatchObject([
      {
        names: ["bo"],
        turn: "bo",
        others: [],
        writer: "ana",
        report: {
          stage: "in-review",
          as: "pull-request",
          url: "https://a.test/7",
          reviewer: "bo",
        },
      },
    ]);
    const later = sentBetween(NAME, { ...OWED, report }, after(60), after(90 * DAY));
    expect(later[1]).toMatch(/ 1 @bo @ana;/);
    const again = run(NAME, { ...OWED, report }, after(60), after(8 * DAY)).sent[1]?.message.data;
    expect(again).toMatchObject({ turn: "bo", others: ["ana"] });
    const reviewed = { ...OWED, report: { ...report, stage: "reviewed", reviewer: null } } as const;
    expect(agendaOf(NAME, reviewed)[0]?.names).toEqual(["ana"]);
  });

  it("says nothing of a draft that nobody saw, and names nobody twice", () => {
    const unseen = { ...OWED, report: wantedReport(after(60)), commander: "Ana", liaison: "ana" };
    const [first, second] = run(NAME, unseen, after(60), after(8 * DAY), BY_LIAISON).sent;
    expect(first?.message.data).toMatchObject({ report: null, turn: "ana", others: [] });
    expect(second?.message.data).toMatchObject({ names: ["ana"], others: [] });
  });

  it("hides each when the next one comes", () => {
    const { incident, hidden } = run(NAME, OWED, after(60), after(9 * DAY + 60));
    expect(hidden.map(({ step }) => step)).toEqual([0, 1]);
    expect(incident.reminded.map(({ step }) => step)).toEqual([2]);
  });

  it("names each once, whoever leads where nobody writes it, and whoever can where nobody does", () => {
    const first = (overrides: Partial<typeof OWED>) =>
      agendaOf(NAME, { ...OWED, ...overrides }, BY_LIAISON)[0]?.names;
    expect(first({ liaison: null })).toEqual(["ana"]);
    expect(first({ liaison: null, commander: null })).toEqual([]);
    const { incident } = lookAt(NAME, { ...OWED, liaison: "Ana" }, after(3 * DAY + 60), BY_LIAISON);
    expect(agendaOf(NAME, incident, BY_LIAISON)[0]?.names).toEqual(["Ana"]);
    const policy = { ...POLICY, manager: null };
    expect(sentBetween(NAME, OWED, after(60), after(90 * DAY), { policy }).at(-1)).toBe(
      "05-25 10:00 6 whoever",
    );
  });

  it("goes on after a closing as completed", () => {
    const closed = { ...OWED, closed: closedAs("completed") };
    expect(sentBetween(NAME, closed, after(90), after(90 * DAY))).toHaveLength(7);
  });

  it("is put off by a snooze, and those after it with it", () => {
    const later = snoozed(OWED, NAME, 7 * DAY);
    expect(sentBetween(NAME, later, after(60), after(11 * DAY))).toEqual([
      "05-11 09:00 0 @ana; then 05-13 09:00 @ana",
      "05-13 09:00 1 @ana; then 05-15 09:00 @ana",
      "05-15 09:00 2 @ana; then 05-19 09:00 @ana",
    ]);
  });

  it.each([
    ["the report is done", { ...OWED, vouched: { report: { at: after(90), by: "ana" } } }],
    ["it was opened again", { ...OWED, phase: "investigating", phaseSince: after(90) }],
    ["it was closed as not planned", { ...OWED, closed: closedAs("not_planned") }],
    ["it was closed as a duplicate", { ...OWED, closed: closedAs("duplicate") }],
    ["the label was taken off", { ...OWED, active: false }],
  ] as const)("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(91), after(30 * DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, OWED, after(3 * DAY + 60)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(4 * DAY)).hidden).toHaveLength(1);
  });

  it("does not come when it was resolved anew before it was due, but counts anew", () => {
    expect(
      sentBetween(NAME, { ...OWED, phaseSince: after(DAY) }, after(DAY), after(4 * DAY)),
    ).toEqual(["05-08 09:00 0 @ana; then 05-12 09:00 @ana"]);
  });

  it("waits for working time when it was missed", () => {
    expect(sentAt(NAME, OWED, after(5 * DAY))).toEqual([]);
    expect(sentBetween(NAME, OWED, after(5 * DAY), after(7 * DAY))).toEqual([
      "05-11 00:00 0 @ana; then 05-13 00:00 @ana; late for 05-07 10:00",
    ]);
  });

  it("explains itself, tells who is to write it, and can be switched off", () => {
    expect(agendaOf(NAME, OWED)).toMatchObject([
      {
        deadline: { from: after(60), anchor: "resolved", duration: { clock: "working", days: 3 } },
        moves: "`/done report`, or ticking its box in the top comment, makes it needless.",
      },
    ]);
    const { incident, sent } = run(NAME, OWED, after(60), after(90 * DAY));
    const data = sent.map(({ message }) => message.data);
    expect(sent[0]?.message.name).toBe(NAME);
    expect(data[0]).toMatchObject({ since: after(60), writer: "ana", isLast: false });
    expect(data[5]).toMatchObject({ isLast: false });
    expect(data[6]).toMatchObject({ isLast: true });
    expect(agendaOf(NAME, incident)).toEqual([]);
    const second = run(NAME, OWED, after(60), after(4 * DAY)).incident;
    expect(agendaOf(NAME, second)).toMatchObject([{ deadline: { anchor: "reminded" } }]);
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentBetween(NAME, OWED, after(60), after(9 * DAY), { policy })).toEqual([]);
  });
});
