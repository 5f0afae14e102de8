import { describe, expect, it } from "@jest/globals";
import type { ActionItem } from "../../src/incident/action-items.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "action-items-open";
const DAY = 24 * 60;

const anItem = (number: number, overrides: Partial<ActionItem> = {}): ActionItem => ({
  number,
  title: `Item ${number}`,
  url: `https://github.com/acme/hubs/issues/${number}`,
  isOpen: true,
  assignees: ["cy"],
  ...overrides,
});
const showing = (...actionItems: readonly ActionItem[]) => ({ shows: { actionItems } });
const ONE = showing(anItem(12));
const closedAs = (reason: string) => ({ at: after(DAY), by: "ana", reason });
/** Closed on 5 May at 09:00: two weeks later is the 19th. */
const CLOSED = anIncident({
  phase: "resolved",
  phaseSince: after(60),
  liaison: "bo",
  closed: closedAs("completed"),
});

describe("action-items-open", () => {
  it.each([
    ["a minute before", 15 * DAY - 1, []],
    ["at the time", 15 * DAY, ["05-19 09:00 0 @cy; then 06-18 09:00 @cy"]],
    ["a minute after", 15 * DAY + 1, ["05-19 09:01 0 @cy; then 06-18 09:01 @cy"]],
    [
      "asleep for a day",
      16 * DAY,
      ["05-20 09:00 0 @cy; then 06-19 09:00 @cy; late for 05-19 09:00"],
    ],
    [
      "asleep for two months",
      76 * DAY,
      ["07-19 09:00 2 @cy; then 08-18 09:00 @cy; late for 05-19 09:00, 06-18 09:00, 07-18 09:00"],
    ],
  ])("asks whoever has them: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, CLOSED, after(minutes), ONE)).toEqual(expected);
  });

  it("comes six times, a month apart, whatever the day of the week", () => {
    expect(sentBetween(NAME, CLOSED, after(DAY), after(400 * DAY), ONE)).toEqual([
      "05-19 09:00 0 @cy; then 06-18 09:00 @cy",
      "06-18 09:00 1 @cy; then 07-18 09:00 @cy",
      "07-18 09:00 2 @cy; then 08-17 09:00 @cy",
      "08-17 09:00 3 @cy; then 09-16 09:00 @cy",
      "09-16 09:00 4 @cy; then 10-16 09:00 @cy",
      "10-16 09:00 5 @cy",
    ]);
  });

  it("hides each when the next one comes", () => {
    const { hidden } = run(NAME, CLOSED, after(DAY), after(80 * DAY), ONE);
    expect(hidden.map(({ step }) => step)).toEqual([0, 1]);
  });

  it.each([
    ["each assignee once", [["cy", "Di"], ["di", "Cy"], ["ed"]], ["cy", "Di", "ed"]],
    ["who writes the report, for an item of nobody's", [["cy"], [], []], ["cy", "ana"]],
    ["nobody for what is closed", [], []],
  ])("names %s", (_, assignees, expected) => {
    const open = assignees.map((logins, index) => anItem(index + 1, { assignees: logins }));
    const around = showing(...open, anItem(99, { isOpen: false, assignees: ["zed"] }));
    expect(agendaOf(NAME, CLOSED, around).flatMap(({ names }) => names)).toEqual(expected);
  });

  it("names whoever leads where nobody writes the report, and whoever can where nobody leads", () => {
    const policy = { ...POLICY, report: { ...POLICY.report, writer: "liaison" } as const };
    const around = { ...showing(anItem(1, { assignees: [] })), policy };
    const names = (overrides: Partial<typeof CLOSED>) =>
      agendaOf(NAME, { ...CLOSED, ...overrides }, around)[0]?.names;
    expect(names({})).toEqual(["bo"]);
    expect(names({ liaison: null })).toEqual(["ana"]);
    expect(names({ liaison: null, commander: null })).toEqual([]);
  });

  it("lists the first ten that are open, and counts the others", () => {
    const many = Array.from({ length: 13 }, (_, index) => anItem(index, { isOpen: index !== 0 }));
    const [sent] = lookAt(NAME, CLOSED, after(15 * DAY), showing(...many)).sent;
    expect(sent?.message).toMatchObject({ name: NAME, data: { since: after(DAY), more: 2 } });
    const listed = sent?.message.name === NAME ? sent.message.data.items : [];
    expect(listed.map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Item ${index + 1}`),
    );
    expect(listed[0]).toEqual({
      title: "Item 1",
      url: "https://github.com/acme/hubs/issues/1",
      assignees: ["cy"],
    });
  });

  it("is put off by a snooze, and those after it with it", () => {
    const later = snoozed(CLOSED, NAME, 20 * DAY);
    expect(sentBetween(NAME, later, after(DAY), after(60 * DAY), ONE)).toEqual([
      "05-24 09:00 0 @cy; then 06-23 09:00 @cy",
      "06-23 09:00 1 @cy; then 07-23 09:00 @cy",
    ]);
  });

  it.each([
    ["they are done", CLOSED, showing(anItem(12, { isOpen: false }))],
    ["there are none", CLOSED, showing()],
    ["it was opened again", { ...CLOSED, closed: null }, ONE],
    ["it was closed as not planned", { ...CLOSED, closed: closedAs("not_planned") }, ONE],
    ["the label was taken off", { ...CLOSED, active: false }, ONE],
  ] as const)("does not come when %s, and hides what was sent", (_, incident, around) => {
    expect(sentBetween(NAME, incident, after(DAY), after(99 * DAY), around)).toEqual([]);
    const { reminded } = lookAt(NAME, CLOSED, after(15 * DAY), ONE).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(16 * DAY), around).hidden).toHaveLength(1);
  });

  it("explains itself, and can be switched off", () => {
    expect(agendaOf(NAME, CLOSED, ONE)).toMatchObject([
      {
        subject: `${after(DAY)}`,
        deadline: { from: after(DAY), anchor: "closed", duration: { clock: "wall" } },
        moves: "Closing the issues of all its action items makes it needless.",
      },
    ]);
    const { incident } = lookAt(NAME, CLOSED, after(15 * DAY), ONE);
    expect(agendaOf(NAME, incident, ONE)).toMatchObject([{ deadline: { anchor: "reminded" } }]);
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentBetween(NAME, CLOSED, after(DAY), after(99 * DAY), { ...ONE, policy })).toEqual([]);
  });
});
