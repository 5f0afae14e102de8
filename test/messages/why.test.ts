import { describe, expect, it } from "@jest/globals";
import type { MessageData } from "../../src/effects/index.ts";
import { ANCHORS, type Deadline } from "../../src/incident/agenda.ts";
import { GATE_NAMES } from "../../src/incident/gates.ts";
import { REMINDER_NAMES } from "../../src/incident/reminder-settings.ts";
import { render } from "../../src/messages/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";
import { DUE_UPDATE } from "./busy.ts";
import { SAMPLES } from "./samples.ts";

const ANA = "[ana](https://github.com/ana)";
const BO = "[bo](https://github.com/bo)";

/** The lines of the answer to `/why`, without empty ones. */
function linesOf(data: Partial<MessageData["why"]>): readonly string[] {
  const message = { name: "why", data: { ...SAMPLES.why.data, ...data } } as const;
  const text = render(message, POLICY, { server: "https://github.com" });
  expect(liveIn(text)).toEqual([]);
  return text.split("\n").filter((line) => line !== "");
}

/** How one deadline is said to have come about. */
const computed = (deadline: Partial<Deadline>): string => {
  const item = {
    ...DUE_UPDATE,
    snoozedUntil: null,
    deadline: { ...DUE_UPDATE.deadline, ...deadline },
  };
  return (linesOf({ items: [item] })[2] ?? "").trim();
};

const friday = Date.parse("2026-05-01T14:00:00Z");
const weekend = {
  reason: "weekend",
  name: null,
  from: Date.parse("2026-05-02T00:00:00Z"),
  to: Date.parse("2026-05-04T00:00:00Z"),
} as const;
const none = { duration: null, before: null, skipped: [] } as const;

describe("/why", () => {
  it("says when in UTC and in one's own zone, what, for whom, how it was computed, and what moves it", () => {
    expect(linesOf({ items: [{ ...DUE_UPDATE, snoozedUntil: null, dueAt: after(135) }] })).toEqual([
      `**What is due**, for ${ANA}:`,
      `- **Mon 2026-05-04 11:15 UTC** (Mon 13:15 in Europe/Berlin): status update (\`update-due\`), for ${BO}.`,
      "  Mon 11:15 UTC = 15 minutes before Mon 11:30 UTC, which is 2 working hours after Mon 09:30 UTC, when the last status update was given; Labour Day (Mon 2026-05-04) skipped.",
      "  `/update TEXT` moves it.",
    ]);
  });

  it("says what was put off, and when it was due before", () => {
    expect(linesOf({}).slice(1, 3)).toEqual([
      `- **Mon 2026-05-04 12:15 UTC** (Mon 14:15 in Europe/Berlin): status update (\`update-due\`), for ${BO}.`,
      "  Put off by `/snooze`; before that it was due Mon 2026-05-04 11:15 UTC.",
    ]);
  });

  it("leaves the zone out where it is not known, and asks whoever can where nobody is", () => {
    const [, line] = linesOf({ zone: null, items: [{ ...DUE_UPDATE, names: [] }] });
    expect(line).toBe(
      "- **Mon 2026-05-04 12:15 UTC**: status update (`update-due`), for whoever can.",
    );
  });

  it.each<readonly [string, Partial<Deadline>, string]>([
    [
      "working time over a weekend",
      {
        at: Date.parse("2026-05-05T14:00:00Z"),
        from: friday,
        anchor: "told",
        duration: { clock: "working", ms: 48 * 3_600_000 },
        before: null,
        skipped: [weekend],
      },
      "Tue 14:00 UTC = 48 working hours after Fri 14:00 UTC, when the community was told; Sat, Sun skipped.",
    ],
    [
      "long ago, with its date",
      {
        at: friday,
        from: friday - 14 * 86_400_000,
        anchor: "closed",
        duration: { clock: "wall", ms: 14 * 86_400_000 },
        before: null,
        skipped: [],
      },
      "Fri 14:00 UTC = 14 days after Fri 2026-04-17 14:00 UTC, when it was closed.",
    ],
    [
      "what is due at once",
      { ...none, at: friday, from: friday, anchor: "vacant" },
      "Fri 14:00 UTC = at once, when nobody held the role.",
    ],
    [
      "the end of somebody's own day",
      { ...none, at: friday, from: friday, anchor: "own-day" },
      "Fri 14:00 UTC = when their own working day ends.",
    ],
    [
      "the promised time",
      { ...none, at: friday, from: friday, anchor: "promise" },
      "Fri 14:00 UTC = when the next status update is due.",
    ],
    [
      "ahead of the promised time",
      {
        ...none,
        at: friday - 900_000,
        from: friday,
        anchor: "promise",
        before: { clock: "wall", ms: 900_000 },
      },
      "Fri 13:45 UTC = 15 minutes before Fri 14:00 UTC, when the next status update is due.",
    ],
    [
      "halfway to a promise",
      {
        ...none,
        at: friday - 300_000,
        from: friday,
        anchor: "promise",
        before: { clock: "wall", ms: 900_000 },
      },
      "Fri 13:55 UTC = shortly before Fri 14:00 UTC, when the next status update is due.",
    ],
  ])("tells how it was computed: %s", (_, deadline, sentence) => {
    expect(computed(deadline)).toBe(sentence);
  });

  it("has words for all that deadlines are counted from", () => {
    const said = ANCHORS.map((anchor) => computed({ anchor, before: null, skipped: [] }));
    expect(new Set(said).size).toBe(ANCHORS.length);
    for (const sentence of said)
      expect(sentence).toMatch(/ after Mon 09:30 UTC, when [a-z ]{9,}\.$/i);
  });

  it("says what blocks closing, or that nothing does", () => {
    const gates = GATE_NAMES.map((name) => ({
      name,
      isOpen: false,
      opensAt: null,
      who: "bo",
      items: ["a"],
    }));
    expect(linesOf({ gates })).toContain("**What blocks closing:**");
    expect(linesOf({ gates }).filter((line) => line.startsWith("- **The "))).toHaveLength(3);
    expect(linesOf({ gates: [], state: "resolved" }).at(-1)).toBe(
      "Nothing blocks closing: `/close` closes it.",
    );
    expect(linesOf({}).join(" ")).not.toContain("closing");
  });

  it.each([
    ["closed", `${ANA}, nothing is due. The issue is closed, and nothing more is waited for.`],
    [
      "cancelled",
      `${ANA}, nothing is due. It was closed as no incident; \`/reopen\` and why takes it up again.`,
    ],
    [
      "resolved",
      `${ANA}, nothing is due. It is resolved, and Sitrep has asked for what is missing.`,
    ],
    [
      "ongoing",
      `${ANA}, nothing is due. Sitrep has asked for everything, or the policy switches the reminders off.`,
    ],
  ] as const)("says why nothing is due: %s", (state, sentence) => {
    expect(linesOf({ items: [], state })).toEqual([sentence]);
  });

  it("says so where all is done but the closing", () => {
    expect(linesOf({ items: [], state: "resolved", gates: [] })).toEqual([
      `${ANA}, nothing is due. It is resolved, and may be closed.`,
      "Nothing blocks closing: `/close` closes it.",
    ]);
  });

  it.each(REMINDER_NAMES)("says when %s comes, where it is not due", (topic) => {
    const [line] = linesOf({ items: [], topic });
    expect(line).toMatch(
      new RegExp(`^.*, [A-Za-z ]+ \\(\`${topic}\`\\) is not due\\. It comes .+\\.$`),
    );
    expect(linesOf({ items: [], topic, isOff: true })[0]).toMatch(
      /The policy of this repository switches it off\.$/,
    );
  });
});
