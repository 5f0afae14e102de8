import { describe, expect, it } from "@jest/globals";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "may-close";
const HOUR = 60;
const DAY = 24 * HOUR;

const vouch = (minutes: number) => ({ at: after(minutes), by: "ana" });
/** Resolved at 10:00, told at 11:00, the report done at 12:00: the silence of two days ends on Wednesday at 11:00. */
const SILENT = anIncident({
  phase: "resolved",
  phaseSince: after(HOUR),
  vouched: { announce: vouch(2 * HOUR), report: vouch(3 * HOUR) },
});
const CONFIRMED = { ...SILENT, confirmedAt: after(4 * HOUR) };

describe("may-close", () => {
  it.each([
    ["a minute before", 2 * DAY + 119, []],
    ["at the time", 2 * DAY + 120, ["05-06 11:00 0 @ana"]],
    ["a minute after", 2 * DAY + 121, ["05-06 11:01 0 @ana"]],
    ["asleep for a day", 3 * DAY + 120, ["05-07 11:00 0 @ana; late for 05-06 11:00"]],
  ])("tells whoever leads that silence counts as agreement: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, SILENT, after(minutes))).toEqual(expected);
  });

  it("comes at once when the community confirms, and once", () => {
    expect(sentBetween(NAME, CONFIRMED, after(4 * HOUR), after(30 * DAY))).toEqual([
      "05-04 13:00 0 @ana",
    ]);
  });

  it.each([
    ["the confirmation", CONFIRMED, 4 * HOUR, 4 * HOUR, "confirmed", null],
    ["the silence", SILENT, 2 * DAY + 2 * HOUR, 2 * HOUR, "told", POLICY.silence],
    [
      "the silence after what the representative said",
      { ...SILENT, representativeHeardAt: after(5 * HOUR) },
      2 * DAY + 5 * HOUR,
      5 * HOUR,
      "answered",
      POLICY.silence,
    ],
    [
      "the silence, where the representative spoke before they were told",
      { ...SILENT, representativeHeardAt: after(HOUR) },
      2 * DAY + 2 * HOUR,
      2 * HOUR,
      "told",
      POLICY.silence,
    ],
    [
      "the report",
      { ...CONFIRMED, vouched: { ...SILENT.vouched, report: vouch(9 * HOUR) } },
      9 * HOUR,
      9 * HOUR,
      "gates-open",
      null,
    ],
    [
      "the report, long after the silence ended",
      { ...SILENT, vouched: { ...SILENT.vouched, report: vouch(4 * DAY) } },
      4 * DAY,
      4 * DAY,
      "gates-open",
      null,
    ],
    [
      "word to the community, after its confirmation",
      { ...CONFIRMED, vouched: { ...SILENT.vouched, announce: vouch(5 * HOUR) } },
      5 * HOUR,
      5 * HOUR,
      "gates-open",
      null,
    ],
    [
      "the confirmation, where nobody needed to tell",
      { ...CONFIRMED, vouched: { report: vouch(3 * HOUR) } },
      4 * HOUR,
      4 * HOUR,
      "confirmed",
      null,
    ],
    [
      "the resolution",
      { ...CONFIRMED, phaseSince: after(6 * HOUR) },
      6 * HOUR,
      6 * HOUR,
      "gates-open",
      null,
    ],
  ] as const)("is due when the last gate opens: %s", (_, incident, at, from, anchor, duration) => {
    expect(agendaOf(NAME, incident)).toMatchObject([
      { deadline: { at: after(at), from: after(from), anchor, duration }, subject: `${after(at)}` },
    ]);
  });

  it.each([
    ["it is not resolved", anIncident({ vouched: SILENT.vouched })],
    ["the report is not done", { ...CONFIRMED, vouched: { announce: vouch(2 * HOUR) } }],
    ["nobody told the community", { ...SILENT, vouched: { report: vouch(3 * HOUR) } }],
    ["it is closed", { ...CONFIRMED, closed: { at: after(300), by: "bo", reason: "completed" } }],
    ["the label was taken off", { ...CONFIRMED, active: false }],
  ] as const)("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(5 * HOUR), after(9 * DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, CONFIRMED, after(4 * HOUR)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(301)).hidden).toHaveLength(1);
  });

  it("waits for the issues of the action items, and does not call that its own absence", () => {
    const shows = { unfiled: ["Watch the disks"] };
    expect(sentBetween(NAME, CONFIRMED, after(0), after(9 * DAY), { shows })).toEqual([]);
    const filed = { lastSeen: after(5 * HOUR) };
    expect(sentAt(NAME, CONFIRMED, after(DAY), filed)).toEqual(["05-05 09:00 0 @ana"]);
    const away = { lastSeen: after(3 * HOUR) };
    expect(sentAt(NAME, CONFIRMED, after(DAY), away)).toEqual([
      "05-05 09:00 0 @ana; late for 05-04 13:00",
    ]);
  });

  it("is taken back when the representative speaks, and comes again after the next silence", () => {
    const { incident } = run(NAME, SILENT, after(DAY), after(3 * DAY));
    const spoken = { ...incident, representativeHeardAt: after(3 * DAY) };
    const { hidden, sent, incident: next } = lookAt(NAME, spoken, after(3 * DAY));
    expect([hidden.length, sent]).toEqual([1, []]);
    // From Thursday 09:00 on: two working days later is Monday.
    expect(sentBetween(NAME, next, after(3 * DAY), after(9 * DAY))).toEqual(["05-11 09:00 0 @ana"]);
  });

  it("names the manager where nobody leads, and whoever worked on it where there is none", () => {
    const alone = { ...CONFIRMED, commander: null };
    expect(sentAt(NAME, alone, after(4 * HOUR))).toEqual(["05-04 13:00 0 @pm"]);
    const policy = { ...POLICY, manager: null };
    expect(sentAt(NAME, alone, after(4 * HOUR), { policy })).toEqual(["05-04 13:00 0 whoever"]);
  });

  it("is put off by a snooze", () => {
    const later = snoozed(CONFIRMED, NAME, 6 * HOUR);
    expect(sentBetween(NAME, later, after(4 * HOUR), after(9 * DAY))).toEqual([
      "05-04 15:00 0 @ana",
    ]);
  });

  it("waits for working time when it was missed", () => {
    // Told on Wednesday at 20:00: the silence ends on Friday at 20:00, and Sitrep wakes on Saturday.
    const told = { ...SILENT.vouched, announce: vouch(2 * DAY + 11 * HOUR) };
    const incident = { ...SILENT, vouched: told };
    expect(sentBetween(NAME, incident, after(5 * DAY), after(9 * DAY))).toEqual([
      "05-11 00:00 0 @ana; late for 05-08 20:00",
    ]);
  });

  it("tells what moves it, why it may be closed, and can be switched off", () => {
    const moves = (incident: typeof SILENT) => agendaOf(NAME, incident).map((one) => one.moves);
    expect(moves(SILENT)).toEqual([
      "`/confirm` brings it at once; a comment by the Community Representative moves it, and `/close` makes it needless.",
    ]);
    expect(moves(CONFIRMED)).toEqual(["`/close` makes it needless."]);
    const said = (incident: typeof SILENT) => lookAt(NAME, incident, after(3 * DAY)).sent[0];
    expect(said(SILENT)?.message).toMatchObject({ name: NAME, data: { isConfirmed: false } });
    expect(said(CONFIRMED)?.message).toMatchObject({ name: NAME, data: { isConfirmed: true } });
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentAt(NAME, CONFIRMED, after(4 * HOUR), { policy })).toEqual([]);
  });
});
