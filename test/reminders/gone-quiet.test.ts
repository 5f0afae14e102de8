import { describe, expect, it } from "@jest/globals";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const NAME = "gone-quiet";
const HOUR = 60;
const DAY = 24 * HOUR;

/** Somebody wrote at 09:30, and nobody since: due at 13:30. */
const QUIET = anIncident({ heardAt: after(30) });
/** Friday 22:00: the four hours are over on Monday at 02:00. */
const FRIDAY = 4 * DAY + 13 * HOUR;

describe("gone-quiet", () => {
  it.each([
    ["a minute before", 4 * HOUR + 29, []],
    ["at the time", 4 * HOUR + 30, ["05-04 13:30 0 @ana"]],
    ["a minute after", 4 * HOUR + 31, ["05-04 13:31 0 @ana"]],
    ["asleep for a day", DAY + 30, ["05-05 09:30 0 @ana; late for 05-04 13:30"]],
  ])("asks whoever leads where it stands: %s", (_, minutes, expected) => {
    expect(sentAt(NAME, QUIET, after(minutes))).toEqual(expected);
  });

  it("asks once in a silence, and again in the next one", () => {
    const { incident, sent } = run(NAME, QUIET, after(30), after(2 * DAY));
    expect(sent).toHaveLength(1);
    const heard = { ...incident, heardAt: after(2 * DAY) };
    const next = lookAt(NAME, heard, after(2 * DAY + 1));
    expect(next.hidden).toMatchObject([{ name: NAME, subject: `${after(30)}` }]);
    expect(sentBetween(NAME, next.incident, after(2 * DAY + 1), after(3 * DAY))).toEqual([
      "05-06 13:00 0 @ana",
    ]);
  });

  it.each([
    ["the declaration", {}, "declared", "05-04 13:00 0 @ana"],
    [
      "when it was opened again, where nobody wrote since",
      { respondingSince: after(90), phaseSince: after(90), heardAt: after(60) },
      "reopened",
      "05-04 14:30 0 @ana",
    ],
    ["the last comment", { heardAt: after(95) }, "comment", "05-04 14:35 0 @ana"],
  ] as const)("counts from %s", (_, overrides, anchor, row) => {
    const incident = anIncident(overrides);
    expect(agendaOf(NAME, incident)).toMatchObject([
      { deadline: { anchor, duration: { clock: "working" }, before: null }, restless: true },
    ]);
    expect(sentBetween(NAME, incident, after(0), after(DAY))).toEqual([row]);
  });

  it("does not count the weekend, and does not ask on it", () => {
    const incident = anIncident({ heardAt: after(FRIDAY) });
    expect(sentBetween(NAME, incident, after(FRIDAY), after(9 * DAY))).toEqual([
      "05-11 02:00 0 @ana",
    ]);
    const due = anIncident({ heardAt: after(FRIDAY - 5 * HOUR) });
    expect(sentAt(NAME, due, after(5 * DAY))).toEqual([]);
    expect(sentBetween(NAME, due, after(5 * DAY), after(9 * DAY))).toEqual([
      "05-11 00:00 0 @ana; late for 05-08 21:00",
    ]);
  });

  it("names the manager where nobody leads, and whoever works on it where there is none", () => {
    const alone = { ...QUIET, commander: null };
    expect(sentAt(NAME, alone, after(300))).toEqual(["05-04 14:00 0 @pm; late for 05-04 13:30"]);
    const policy = { ...POLICY, manager: null };
    expect(sentAt(NAME, alone, after(270), { policy })).toEqual(["05-04 13:30 0 whoever"]);
  });

  it("is put off by a snooze", () => {
    expect(sentBetween(NAME, snoozed(QUIET, NAME, 6 * HOUR), after(30), after(DAY))).toEqual([
      "05-04 15:00 0 @ana",
    ]);
  });

  it.each([
    ["it is resolved", { ...QUIET, phase: "resolved" }],
    ["it was closed", { ...QUIET, closed: { at: after(60), by: "ana", reason: "completed" } }],
    ["the label was taken off", { ...QUIET, active: false }],
  ] as const)("does not come when %s, and hides what was sent", (_, incident) => {
    expect(sentBetween(NAME, incident, after(30), after(2 * DAY))).toEqual([]);
    const { reminded } = lookAt(NAME, QUIET, after(270)).incident;
    expect(lookAt(NAME, { ...incident, reminded }, after(271)).hidden).toHaveLength(1);
  });

  it("comes while it is mitigated only, and not where the policy switches it off", () => {
    const mitigated = anIncident({ phase: "mitigated", phaseSince: after(60) });
    expect(sentAt(NAME, mitigated, after(240))).toHaveLength(1);
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, [NAME]: null } };
    expect(sentBetween(NAME, QUIET, after(0), after(DAY), { policy })).toEqual([]);
  });

  it("tells how to end it, and since when nobody wrote", () => {
    expect(agendaOf(NAME, QUIET)).toMatchObject([
      { moves: "Each comment moves it, such as `/note TEXT`; `/resolve` makes it needless." },
    ]);
    const [sent] = lookAt(NAME, QUIET, after(270)).sent;
    expect(sent?.message).toMatchObject({ name: NAME, data: { since: after(30) } });
  });
});
