import { describe, expect, it } from "@jest/globals";
import type { Ask, Incident, Reminded } from "../../src/incident/incident.ts";
import { toReadable } from "../../src/incident/instant.ts";
import type { ReminderName } from "../../src/incident/reminder-settings.ts";
import { applyFact } from "../../src/decide/apply-fact.ts";
import { after, anIncident } from "../support/incident.ts";
import { AT, aContext, give, testCommand } from "./cases.ts";

const MINUTE = 60_000;

/** What follows from putting a reminder off until so many minutes after the comment. */
const putOff = (name: ReminderName, minutes: number) => {
  const until = AT + minutes * MINUTE;
  const text = `until ${toReadable(until)}`;
  return [
    { kind: "snooze", snooze: { name, until, by: "ana" } },
    { kind: "log", entry: { kind: "snoozed", by: "ana", what: name, text } },
  ] as const;
};

const old = (name: ReminderName, until: number) => ({ name, until, by: "bo" });

const sent = (name: ReminderName, at: number, rest: Partial<Reminded> = {}): Reminded => ({
  name,
  subject: `${after(0)}`,
  step: 0,
  at,
  nodeId: "IC_1",
  outdated: false,
  ...rest,
});

// Half an hour after the declaration; the status update is due an hour and a quarter later.
const asked: Partial<Incident> = { escalation: { at: after(5), by: "ana", why: null } };
const noCommander: Partial<Incident> = {
  ...asked,
  commander: null,
  reminded: [sent("update-due", after(20)), sent("commander-missing", after(25))],
};
const anAsk = (who: string, minutes: number): Ask => ({
  kind: "handoff",
  role: "liaison",
  who,
  by: "ana",
  from: null,
  since: after(minutes),
});
const HOW = " Write it like `30 minutes`, `1h 30m` or `PT30M`.";
const DUE = "Due next: `update-due`, `gone-quiet`, `handoff-suggested`.";
const over: Partial<Incident> = {
  phase: "resolved",
  phaseSince: after(10),
  closed: { at: after(20), by: "ana", reason: "not_planned" },
};

describe("/snooze", () => {
  testCommand([
    {
      it: "puts off what is due next",
      before: asked,
      comment: "/snooze 3h",
      gives: putOff("update-due", 180),
    },
    {
      it: "puts off what came last and is waited for still",
      before: noCommander,
      comment: "/snooze 1h",
      gives: putOff("commander-missing", 60),
    },
    {
      it: "puts off nothing by what is outdated",
      before: { ...asked, reminded: [sent("gone-quiet", after(25), { outdated: true })] },
      comment: "/snooze 3h",
      gives: putOff("update-due", 180),
    },
    {
      it: "puts off no call for help and no word on a file or a text by what came last",
      before: {
        ...asked,
        reminded: [
          sent("update-due", after(24)),
          sent("escalate", after(25)),
          { ...sent("escalate", after(26)), name: "policy-broken" },
          { ...sent("escalate", after(27)), name: "text-waits" },
        ],
      },
      comment: "/snooze 3h",
      gives: putOff("update-due", 180),
    },
    {
      it: "is not held up by what is put off of another kind",
      before: { ...asked, snoozes: [old("gone-quiet", AT + 180 * MINUTE)] },
      comment: "/snooze 3h update-due",
      gives: putOff("update-due", 180),
    },
    {
      it: "puts off what is named",
      before: asked,
      comment: "/snooze 8 hours gone-quiet",
      gives: putOff("gone-quiet", 480),
    },
    {
      it: "reads the name first",
      before: asked,
      comment: "/snooze `Update-Due` for 3h",
      gives: putOff("update-due", 180),
    },
    {
      it: "reads the beginning of a name that is clear",
      before: asked,
      comment: "/snooze update 2 working hours",
      gives: putOff("update-due", 120),
    },
    {
      it: "counts working time by the team's calendar",
      before: asked,
      comment: "/snooze 5 working days handoff-suggested",
      gives: putOff("handoff-suggested", 7 * 24 * 60),
    },
    {
      it: "goes by what came last, not by its place in the record, nor by what is outdated",
      before: {
        ...noCommander,
        reminded: [
          sent("commander-missing", after(25)),
          sent("update-due", after(20)),
          sent("gone-quiet", after(26), { outdated: true }),
        ],
      },
      comment: "/snooze 1h",
      gives: putOff("commander-missing", 60),
    },
    ...["3h  update-due.", "update-due:  for 3h", "3h `update-due`,"].map((line) => ({
      it: `reads a name with what people put around it: ${line}`,
      before: asked,
      comment: `/snooze ${line}`,
      gives: putOff("update-due", 180),
    })),
    {
      it: "puts off the soonest of its kind",
      before: { ...asked, asks: [anAsk("bo", 25), anAsk("cy", 29)] },
      comment: "/snooze 7m confirm-role",
      gives: putOff("confirm-role", 7),
    },
    {
      it: "reads a line of 120 characters",
      before: asked,
      comment: `/snooze 3h${" ".repeat(108)}update-due`,
      gives: putOff("update-due", 180),
    },
    {
      it: "refuses a longer one",
      before: asked,
      comment: `/snooze 3h${" ".repeat(109)}update-due`,
      gives: `That is too long for a duration.${HOW}`,
    },
    ...[
      ["2 for hours", "3, `for` is not a unit of time"],
      ["for 2 fortnights", "3, `fortnights` is not a unit of time"],
      ["3h 2x", "5, `x` is not a unit of time"],
      ["3h update2", "4, a number is missing"],
    ].map(([line, what]) => ({
      it: `takes for no name what is none: ${line}`,
      before: asked,
      comment: `/snooze ${line}`,
      gives: `That is not a duration: at character ${what}.${HOW}`,
    })),
    {
      it: "says of what is named when it comes, and nothing of the call for help",
      comment: "/snooze 10m update-due",
      gives: "`update-due` comes later than that anyway, 2026-05-04 10:45 UTC.",
    },
    {
      it: "says when it comes, and nothing of the call for help that was given",
      before: asked,
      comment: "/snooze 10m",
      gives: "`update-due` comes later than that anyway, 2026-05-04 10:45 UTC.",
    },
    {
      it: "never guesses the call for help",
      comment: "/snooze 10m",
      gives:
        "`update-due` comes later than that anyway, 2026-05-04 10:45 UTC. The call for help is put off by its name alone: `/snooze 1h escalate`.",
    },
    {
      it: "puts the call for help off by its name",
      comment: "/snooze 1h escalate",
      gives: putOff("escalate", 60),
    },
    {
      it: "takes another time for what is put off already, an earlier one too",
      before: {
        ...asked,
        snoozes: [{ name: "update-due", until: after(300), by: "bo" }],
      },
      comment: "/snooze 10m update-due",
      gives: putOff("update-due", 10),
    },
    {
      it: "says when it comes, where that is later anyway",
      before: asked,
      comment: "/snooze 75m update-due",
      gives: "`update-due` comes later than that anyway, 2026-05-04 10:45 UTC.",
    },
    {
      it: "refuses what is not due, with what is",
      before: asked,
      comment: "/snooze 1h report-due",
      gives: `\`report-due\` is not due as things stand. ${DUE}`,
    },
    {
      it: "refuses what does not come again, rather than put off something else",
      before: { ...asked, reminded: [sent("confirm-with-community", after(25))] },
      comment: "/snooze 1h",
      gives: `\`confirm-with-community\` is not due as things stand. ${DUE}`,
    },
    {
      it: "refuses a reminder that there is not, with what is due",
      before: asked,
      comment: "/snooze 1h pager",
      gives: `There is no such reminder. ${DUE}`,
    },
    {
      it: "says so where nothing is due",
      before: over,
      comment: "/snooze 1h",
      gives: "Nothing is due that could be put off.",
    },
    {
      it: "says so where nothing is due, of a name too",
      before: over,
      comment: "/snooze 1h escalate",
      gives: "`escalate` is not due as things stand. Nothing is due that could be put off.",
    },
    {
      it: "refuses half a name that could be two",
      before: asked,
      comment: "/snooze 1h confirm",
      gives: `There is no such reminder. ${DUE}`,
    },
    {
      it: "asks for how long",
      comment: "/snooze",
      gives: "It does not say for how long. Write it like `/snooze 1h`.",
    },
    {
      it: "asks for how long, of a name too",
      comment: "/snooze update-due",
      gives: "It does not say for how long. Write it like `/snooze 1h`.",
    },
    {
      it: "says what is wrong with a duration, and where",
      comment: "/snooze 2 fortnights",
      gives:
        "That is not a duration: at character 3, `fortnights` is not a unit of time. Write it like `30 minutes`, `1h 30m` or `PT30M`.",
    },
    {
      it: "says what is wrong with a duration beside a name",
      comment: "/snooze 1 working week update-due",
      gives:
        "That is not a duration: at character 1, working weeks are not counted, but working days are. Write it like `30 minutes`, `1h 30m` or `PT30M`.",
    },
    {
      it: "refuses what the calendar does not allow",
      comment: "/snooze 999 days escalate",
      gives: "A duration is 366 days at most.",
    },
  ]);

  it("is refused where the team never works so much", () => {
    const offices = { kind: "offices", offices: [] } as const;
    const context = aContext(anIncident());
    const policy = { ...context.policy, calendar: offices };
    const given = give("/snooze 1 working hour escalate", { ...context, policy });
    expect(given).toBe("The team's calendar does not hold so much working time.");
  });

  it("does not guess the call for help where nothing else is due", () => {
    const context = aContext(anIncident());
    const agenda = () => context.agenda().filter(({ reminder }) => reminder === "escalate");
    expect(give("/snooze 1h", { ...context, agenda })).toBe(
      "Nothing else is due. The call for help is put off by its name alone: `/snooze 1h escalate`.",
    );
  });

  it("forgets what was put off until a time that is past", () => {
    const incident = anIncident({
      snoozes: [old("gone-quiet", AT), old("escalate", AT + 1), old("update-due", AT + 2)],
    });
    const snooze = { name: "update-due", until: AT + 3, by: "ana" } as const;
    expect(applyFact(incident, { kind: "snooze", snooze }, AT).snoozes).toEqual([
      old("escalate", AT + 1),
      snooze,
    ]);
  });
});
