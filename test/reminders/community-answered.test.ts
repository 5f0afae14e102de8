import { describe, expect, it } from "@jest/globals";
import { NOTHING_SAID } from "../../src/incident/community.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "community-answered";
const DAY = 24 * 60;
const TICKET = "https://example.freshdesk.com/a/tickets/125";

const answered = (minutes: number): Pick<Incident, "community"> => ({
  community: { ...NOTHING_SAID, answeredAt: after(minutes), answeredIn: TICKET },
});

/** bo speaks with the community, which wrote at 10:30. */
const ONGOING = anIncident({ liaison: "bo", ...answered(90) });
const RESOLVED = anIncident({
  liaison: "bo",
  phase: "resolved",
  phaseSince: after(60),
  ...answered(90),
});

describe("community-answered", () => {
  it("does not come a minute before, when nobody wrote", () => {
    const silent = { ...ONGOING, community: NOTHING_SAID };
    expect(sentAt(NAME, silent, after(89))).toEqual([]);
    const { community: _, ...before } = ONGOING;
    expect(sentAt(NAME, before, after(89))).toEqual([]);
  });

  it.each([
    ["at the time", 90, ["05-04 10:30 0 @bo"]],
    ["a minute after", 91, ["05-04 10:31 0 @bo"]],
    ["asleep for a day", DAY + 90, ["05-05 10:30 0 @bo"]],
  ])("tells whoever speaks with them: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, ONGOING, after(minutes))).toEqual(expected);
  });

  it("comes once for an answer while it goes on, and again for the next", () => {
    const { incident, sent } = run(NAME, ONGOING, after(90), after(2 * DAY));
    expect(sent).toHaveLength(1);
    const next = lookAt(NAME, { ...incident, ...answered(DAY) }, after(DAY));
    expect(next.sent).toHaveLength(1);
    expect(next.hidden).toMatchObject([{ name: NAME, subject: `${after(90)}` }]);
  });

  it("comes again once it is resolved, to both and then to the manager, and then no more", () => {
    expect(sentBetween(NAME, RESOLVED, after(90), after(9 * DAY))).toEqual([
      "05-04 10:30 0 @bo; then 05-04 14:30 @bo @ana",
      "05-04 14:30 1 @bo @ana; then 05-04 18:30 @pm",
      "05-04 18:30 2 @pm",
    ]);
  });

  it("comes as the last of them where all were missed, and is not called late", () => {
    expect(sentAt(NAME, RESOLVED, after(DAY))).toEqual(["05-05 09:00 2 @pm"]);
  });

  it("waits for working time after the first", () => {
    const friday = 4 * DAY + 13 * 60;
    const incident = { ...RESOLVED, ...answered(friday) };
    expect(sentBetween(NAME, incident, after(friday), after(9 * DAY))).toEqual([
      "05-08 22:00 0 @bo; then 05-11 02:00 @bo @ana",
      "05-11 02:00 1 @bo @ana; then 05-11 06:00 @pm",
      "05-11 06:00 2 @pm",
    ]);
  });

  it("is put off by a snooze", () => {
    expect(sentBetween(NAME, snoozed(ONGOING, NAME, 150), after(90), after(DAY))).toEqual([
      "05-04 11:30 0 @bo",
    ]);
  });

  it.each<readonly [string, Incident]>([
    [
      "they were told something since",
      {
        ...RESOLVED,
        update: { at: after(95), by: "bo", text: "ok", url: "https://a.test/", nextAt: null },
      },
    ],
    ["they were told anew that it is over", { ...RESOLVED, vouched: told(95) }],
    ["it was opened again", { ...RESOLVED, phase: "investigating", phaseSince: after(95) }],
    ["they confirmed", { ...RESOLVED, confirmedAt: after(95) }],
    ["it was closed", { ...RESOLVED, closed: { at: after(95), by: "bo", reason: "completed" } }],
    ["the label was taken off", { ...RESOLVED, active: false }],
  ])("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(96), after(9 * DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, RESOLVED, after(90)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(96)).hidden).toHaveLength(1);
  });

  it("comes though they were told something before, or in the same second", () => {
    const early = { ...RESOLVED, vouched: told(80) };
    expect(sentAt(NAME, early, after(90))).toHaveLength(1);
    expect(sentAt(NAME, { ...RESOLVED, vouched: told(90) }, after(90))).toHaveLength(1);
  });

  it("names whoever leads where nobody speaks with them, and whoever can where nobody leads", () => {
    const alone = { ...RESOLVED, liaison: null };
    expect(sentBetween(NAME, alone, after(90), after(300))).toEqual([
      "05-04 10:30 0 @ana; then 05-04 14:30 @ana",
    ]);
    expect(sentAt(NAME, { ...ONGOING, liaison: null, commander: null }, after(90))).toEqual([
      "05-04 10:30 0 whoever",
    ]);
  });

  it("says where they wrote, whether it is over, and whether it is the last", () => {
    const { sent } = run(NAME, RESOLVED, after(90), after(DAY));
    expect(sent.map(({ message }) => message.data)).toMatchObject([
      { at: after(90), ticket: TICKET, isOver: true, isLast: false, late: null },
      { isLast: false },
      { isLast: true },
    ]);
    const [ongoing] = lookAt(NAME, ONGOING, after(90)).sent;
    expect(ongoing?.message.data).toMatchObject({ isOver: false });
  });

  it("explains itself, and can be switched off", () => {
    expect(agendaOf(NAME, RESOLVED)).toMatchObject([
      {
        dueAt: after(90),
        names: ["bo"],
        deadline: { anchor: "answered-in-ticket" },
        moves: "`/update TEXT`, `/confirm` or `/reopen WHY` makes it needless.",
      },
    ]);
    const { incident } = lookAt(NAME, RESOLVED, after(90));
    expect(agendaOf(NAME, incident)).toMatchObject([
      { dueAt: after(330), deadline: { anchor: "reminded", duration: { clock: "working" } } },
    ]);
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentAt(NAME, RESOLVED, after(90), { policy })).toEqual([]);
  });
});

function told(minutes: number): Incident["vouched"] {
  return { announce: { at: after(minutes), by: "bo" } };
}
