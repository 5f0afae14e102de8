import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { REMINDER_NAMES } from "../../src/incident/reminder-settings.ts";
import type { Calendar } from "../../src/incident/time/index.ts";
import {
  nextTurnAt,
  planReminders,
  readReminderKey,
  REMINDERS,
  toAgenda,
  toReminderKey,
} from "../../src/reminders/index.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { agendaOf, lookAt, rows, run, sentAt, sentBetween, snoozed } from "./cases.ts";

const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** Files of the room that hold no reminder. */
const OTHERS = [
  "deadline",
  "each-once",
  "index",
  "list",
  "plan",
  "reminder",
  "reminder-key",
  "turns",
];

/** Nobody leads: that is asked for at once, every ten minutes, and every hour. */
const VACANT = anIncident({ commander: null });

const OFFICE: Calendar = {
  kind: "offices",
  offices: [
    {
      zone: "UTC",
      days: ["Mon", "Tue", "Wed", "Thu", "Fri"],
      hours: [{ from: "09:00", to: "17:00" }],
      publicHolidays: null,
      holidays: [],
      reduced: [],
    },
  ],
};
const IN_OFFICE = { policy: { ...POLICY, calendar: OFFICE } };

/** Updates were promised by default, the last one `minutes` after the declaration. */
const told = (minutes: number): Incident =>
  anIncident({ update: { at: after(minutes), by: "ana", text: "x", url: "", nextAt: null } });

/** What the escalation says of being late, so many ms after it was due. */
const late = (ms: number) => lookAt("escalate", anIncident(), after(30) + ms).sent[0]?.frame.late;

/** Sitrep came to it so long after it was declared. */
const adopted = (minutes: number): Incident => ({ ...VACANT, followedSince: after(minutes) });

describe("the list of reminders", () => {
  it("holds every file of the room, and every name that has settings", () => {
    const folder = new URL("../../src/reminders/", import.meta.url);
    const files = readdirSync(folder)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.slice(0, -".ts".length));
    expect(files.filter((file) => !OTHERS.includes(file)).toSorted()).toEqual(
      REMINDERS.map(({ name }) => name).toSorted(),
    );
    expect(REMINDERS.map(({ name }) => name)).toEqual(REMINDER_NAMES);
  });

  it("has a sentence with what moves each", () => {
    const situation = { incident: anIncident(), policy: POLICY, actionItems: [], unfiled: [] };
    const waiting = { subject: "x", since: after(0) };
    for (const { name, explain } of REMINDERS) {
      expect(`${name}: ${explain(waiting, situation)}`).toMatch(/^[a-z-]+: \S.*\.$/);
    }
  });

  it("sends nothing that the policy switched off", () => {
    const off = Object.fromEntries(REMINDER_NAMES.map((name) => [name, null]));
    const policy = { ...POLICY, reminders: { ...POLICY.reminders, ...off } };
    const situation = { incident: VACANT, policy, actionItems: [], unfiled: [] };
    expect(toAgenda(situation)).toEqual([]);
    expect(planReminders(situation, after(9 * DAY), null)).toEqual({
      posts: [],
      facts: [],
      live: [],
    });
  });
});

describe("the key of a reminder", () => {
  it("is read back as it was made", () => {
    const key = { name: "confirm-role", subject: "ana-b_c-12", step: 3 } as const;
    expect(toReminderKey(key)).toBe("remind/confirm-role/ana-b_c-12/3");
    expect(readReminderKey(toReminderKey(key))).toEqual(key);
  });

  it.each([
    "remind/unknown/1/0",
    "remind/escalate/1",
    "remind/escalate/1/x",
    "remind/escalate/a b/1",
    "x/remind/escalate/1/0",
    "comment-7/announce",
  ])("is not %s", (key) => {
    expect(readReminderKey(key)).toBeNull();
  });
});

describe("what was missed", () => {
  it("comes once, as the last of it, which tells when each was due and since when Sitrep was away", () => {
    const { sent } = lookAt("commander-missing", VACANT, after(32), { lastSeen: after(-5) });
    expect(rows(sent)).toEqual([
      "05-04 09:32 3 @pm; then 05-04 09:42 @pm; late for 05-04 09:00, 05-04 09:10, 05-04 09:20, 05-04 09:30",
    ]);
    expect(sent[0]?.frame.late).toMatchObject({
      more: 0,
      lastSeen: after(-5),
      back: after(32),
    });
  });

  it("is late after five minutes, not before", () => {
    expect(late(5 * 60_000)).toBeNull();
    expect(late(5 * 60_000 + 1)).toMatchObject({ dues: [after(30)] });
  });

  it("is not late where two came due within five minutes", () => {
    const reminders = {
      ...POLICY.reminders,
      "confirm-role": {
        after: { clock: "wall", ms: 60_000 },
        again: { clock: "wall", ms: 60_000 },
      },
    } as const;
    const ask = { kind: "confirm", role: "commander", who: "bo", by: "ana", from: "ana" } as const;
    const incident = anIncident({ commander: "bo", asks: [{ ...ask, since: after(0) }] });
    const around = { policy: { ...POLICY, reminders } };
    expect(sentAt("confirm-role", incident, after(3), around)).toEqual(["05-04 09:03 1 @pm"]);
  });

  it("skips nothing when every look is late, and says when it really comes again", () => {
    const { sent } = run("commander-missing", VACANT, after(3), after(45));
    expect(rows(sent).map((row) => row.slice(6, 13))).toEqual([
      "09:03 0",
      "09:13 1",
      "09:23 2",
      "09:33 3",
      "09:43 4",
    ]);
    const promised = sent.map(({ frame }) => frame.next?.at);
    expect(sent.slice(1).map(({ at }) => at)).toEqual(promised.slice(0, -1));
  });

  it("is not made up for where Sitrep came to an old incident", () => {
    expect(sentAt("commander-missing", adopted(WEEK + 1), after(WEEK + 1))).toEqual([]);
    expect(agendaOf("commander-missing", adopted(WEEK + 1))).toMatchObject([
      { dueAt: after(WEEK + 40), step: 172 },
    ]);
    expect(
      sentAt("escalate", { ...anIncident(), followedSince: after(WEEK + 1) }, after(WEEK + 1)),
    ).toEqual([]);
    // A week is not old.
    expect(sentAt("commander-missing", adopted(WEEK), after(WEEK))).toHaveLength(1);
  });
});

describe("working time", () => {
  // Due on Monday 17:00, at the very end of hours.
  const CLOSING = told(360);

  it("lets what is due at the end of hours come right then", () => {
    expect(sentAt("update-due", CLOSING, after(485), IN_OFFICE)).toEqual([
      "05-04 17:05 1 @ana; then 05-05 11:00 @pm; late for 05-04 16:45, 05-04 17:00",
    ]);
  });

  it("holds what was missed until it goes on, and does not count it as sent", () => {
    const { incident, sent } = lookAt("update-due", CLOSING, after(600), IN_OFFICE);
    expect(sent).toEqual([]);
    expect(incident.reminded).toEqual([]);
    const situation = { incident, actionItems: [], unfiled: [], ...IN_OFFICE };
    const agenda = agendaOf("update-due", incident, IN_OFFICE);
    expect(nextTurnAt(agenda, situation, after(600))).toBe(after(DAY));
    const { sent: later } = lookAt("update-due", incident, after(DAY), IN_OFFICE);
    expect(later).toMatchObject([{ step: 1, frame: { late: { back: null } } }]);
  });

  it("is not late after it was put off until outside of it", () => {
    const put = snoozed(CLOSING, "update-due", 13 * 60);
    expect(agendaOf("update-due", put, IN_OFFICE)).toMatchObject([
      { snoozedUntil: after(13 * 60), dueAt: after(DAY) },
    ]);
    expect(sentBetween("update-due", put, after(400), after(2 * DAY), IN_OFFICE)).toEqual([
      "05-05 09:00 1 @ana; then 05-05 11:00 @pm",
      "05-05 11:00 2 @pm",
    ]);
  });

  it("makes what came due at the very end of hours no later than when it goes on", () => {
    // Step 2 is due on Monday 17:00.
    const { incident } = run("update-due", told(240), after(241), after(470), IN_OFFICE);
    expect(sentAt("update-due", incident, after(DAY), IN_OFFICE)).toEqual(["05-05 09:00 2 @pm"]);
    expect(sentAt("update-due", incident, after(DAY + 6), IN_OFFICE)).toEqual([
      "05-05 09:06 2 @pm; late for 05-04 17:00",
    ]);
  });

  it("never holds back what goes by the wall clock", () => {
    expect(sentAt("escalate", anIncident(), after(12 * 60), IN_OFFICE)).toHaveLength(1);
  });
});

describe("a snooze", () => {
  it("delays the next one only", () => {
    const { incident } = lookAt("commander-missing", VACANT, after(0));
    const put = snoozed(incident, "commander-missing", 35);
    expect(agendaOf("commander-missing", put)).toMatchObject([
      { deadline: { at: after(10) }, snoozedUntil: after(35), dueAt: after(35) },
    ]);
    expect(sentBetween("commander-missing", put, after(1), after(50))).toEqual([
      "05-04 09:35 1 @pm; then 05-04 09:45 @pm",
      "05-04 09:45 2 @pm; then 05-04 09:55 @pm",
    ]);
  });

  it("makes those that were due meanwhile one, which the agenda tells", () => {
    const put = snoozed(told(0), "update-due", 150);
    expect(agendaOf("update-due", put)).toMatchObject([
      { step: 1, deadline: { at: after(120) }, snoozedUntil: after(150), dueAt: after(150) },
    ]);
  });

  it("changes nothing that comes later anyway, nor another reminder", () => {
    const early = snoozed(anIncident(), "escalate", 20);
    expect(agendaOf("escalate", early)).toMatchObject([{ snoozedUntil: null, dueAt: after(30) }]);
    const other = snoozed(anIncident(), "update-due", 90);
    expect(agendaOf("escalate", other)).toMatchObject([{ snoozedUntil: null, dueAt: after(30) }]);
  });
});

describe("the clock", () => {
  it("stepping back sends nothing twice", () => {
    const { incident } = run("commander-missing", VACANT, after(0), after(35));
    const back = run("commander-missing", incident, after(-600), after(39));
    expect(back).toMatchObject({ sent: [], hidden: [] });
  });

  it.each(REMINDER_NAMES)("makes %s come at the same times whoever looks how often", (name) => {
    const ask = { kind: "confirm", role: "commander", who: "bo", by: "ana", from: null } as const;
    const waits = { asks: [{ ...ask, since: after(5) }] };
    for (const incident of [anIncident({ commander: "bo", ...waits }), VACANT]) {
      const often = sentBetween(name, incident, after(0), after(DAY), { every: 60_000 });
      expect(sentBetween(name, incident, after(0), after(DAY))).toEqual(often);
    }
  });

  it("asks at once for a look at what is due and was not sent", () => {
    const situation = { incident: anIncident(), policy: POLICY, actionItems: [], unfiled: [] };
    const saturday = after(5 * DAY);
    expect(nextTurnAt(agendaOf("escalate", anIncident()), situation, saturday)).toBe(saturday);
    expect(nextTurnAt([], situation, saturday)).toBeNull();
  });
});
