import { describe, expect, it } from "@jest/globals";
import type { StatusView } from "../../src/effects/index.ts";
import type { AgendaItem } from "../../src/incident/agenda.ts";
import { toBrief } from "../../src/incident/brief.ts";
import { gatesOf } from "../../src/incident/gates.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { wantedReport, type ReportProgress } from "../../src/incident/report.ts";
import { REMINDER_NAMES } from "../../src/incident/reminder-settings.ts";
import { renderStatus } from "../../src/messages/index.ts";
import { toAgenda } from "../../src/reminders/index.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { liveIn } from "../support/markdown.ts";
import { commentUrl, DUE_UPDATE } from "./busy.ts";
import { SAMPLES } from "./samples.ts";

interface Given {
  readonly policy?: Policy;
  readonly unfiled?: readonly string[];
  readonly agenda?: readonly AgendaItem[];
  /** Minutes after the declaration. */
  readonly at?: number;
}

/** The status comment of an incident as a look writes it. */
function statusOf(overrides: Partial<Incident>, given: Given = {}): string {
  const { policy = POLICY, unfiled = [], at = 1 } = given;
  const incident = anIncident(overrides);
  const situation = { incident, policy, actionItems: [], unfiled };
  const view: StatusView = {
    incident,
    brief: toBrief(incident, []),
    notices: [],
    actionItems: [],
    agenda: given.agenda ?? toAgenda(situation).filter(({ restless }) => !restless),
    gates: gatesOf(situation, after(at)),
    backlog: null,
    server: "https://github.com",
    commands: SAMPLES.help.data.commands,
  };
  return renderStatus(view, policy);
}

/** The lines below this heading, without empty ones. */
function section(text: string, heading: string): readonly string[] {
  const [, below = ""] = text.split(`### ${heading}\n`);
  const own = below.split(/\n(?:### |<details>)/)[0] ?? "";
  return own.split("\n").filter((line) => line !== "");
}

/** The rows of the table of what is due. */
const dueOf = (text: string): readonly string[] =>
  section(text, "Due next").filter((line) => line.startsWith("| **"));

/** The last line about status updates. */
const updateOf = (overrides: Partial<Incident>, given: Given = {}): string =>
  section(statusOf(overrides, given), "Last status update").at(-1) ?? "";

const ANA = "[ana](https://github.com/ana)";
const BO = "[bo](https://github.com/bo)";
const PM = "[pm](https://github.com/pm)";
const told = { announce: { at: after(70), by: "bo" } };
const update = { at: after(30), by: "bo", text: "slow", url: commentUrl(4), nextAt: null };

describe("what is due next", () => {
  it("says when, what, whom, and why then, soonest first", () => {
    const text = statusOf({ liaison: "bo" });
    expect(section(text, "Due next")).toEqual([
      "| When | What | Whom | Why then |",
      "| --- | --- | --- | --- |",
      `| **Mon 2026-05-04 09:30 UTC** | call for help (\`escalate\`) | acme/engineering, ${PM} | 30 minutes after the declaration |`,
      `| **Mon 2026-05-04 10:45 UTC** | status update (\`update-due\`) | ${BO} | 15 minutes before 11:00 UTC, 2 working hours after the declaration |`,
      `| **Mon 2026-05-04 15:00 UTC** | handing over (\`handoff-suggested\`) | ${ANA} | 6 hours after they took the role |`,
      "`/why` explains these; `/snooze 1h NAME` puts one off.",
    ]);
    expect(liveIn(text)).toEqual([]);
  });

  it.each<readonly [string, Partial<Incident>, string]>([
    [
      "the promise of an update",
      { update: { ...update, nextAt: after(150) } },
      `| **Mon 2026-05-04 11:15 UTC** | status update (\`update-due\`) | ${ANA} | 15 minutes before the promised update |`,
    ],
    [
      "an update that was promised so soon that the reminder comes halfway",
      { update: { ...update, nextAt: after(40) } },
      `| **Mon 2026-05-04 09:35 UTC** | status update (\`update-due\`) | ${ANA} | shortly before the promised update |`,
    ],
    [
      "what was put off",
      { update, snoozes: [{ name: "update-due", until: after(140), by: "ana" }] },
      `| **Mon 2026-05-04 11:20 UTC** | status update (\`update-due\`) | ${ANA} | put off, was Mon 2026-05-04 11:15 UTC: 15 minutes before 11:30 UTC, 2 working hours after the last status update |`,
    ],
    [
      "silence over a weekend",
      {
        phase: "resolved",
        phaseSince: after(60),
        vouched: {
          announce: { at: Date.parse("2026-05-08T14:00:00Z"), by: "bo" },
          report: { at: after(90), by: "bo" },
        },
      },
      `| **Tue 2026-05-12 14:00 UTC** | closing (\`may-close\`) | ${ANA} | 48 working hours after the community was told; Sat, Sun skipped |`,
    ],
    [
      "what is due at once, and whom it names where nobody is known",
      { phase: "resolved", phaseSince: after(60), commander: null, liaison: null },
      "| **Mon 2026-05-04 10:00 UTC** | word to the community (`confirm-with-community`) | whoever can | at once, when it was resolved |",
    ],
  ])("tells of %s", (_, overrides, row) => {
    expect(dueOf(statusOf(overrides))).toContain(row);
  });

  it("shows five, and how many more there are", () => {
    const agenda = REMINDER_NAMES.map((reminder) => ({ ...DUE_UPDATE, reminder }));
    const text = statusOf({}, { agenda });
    expect(dueOf(text)).toHaveLength(5);
    expect(section(text, "Due next")).toContain("and 6 more");
  });

  it("has words for every reminder, and for many people", () => {
    const names = ["a", "b", "c", "d", "e", "f", "g"];
    for (const reminder of REMINDER_NAMES) {
      const [row] = dueOf(statusOf({}, { agenda: [{ ...DUE_UPDATE, reminder, names }] }));
      expect(row).toMatch(new RegExp(`\\| [A-Za-z ]{7,} \\(\`${reminder}\`\\) \\|`));
      expect(row).toContain("[e](https://github.com/e) and 2 more |");
    }
  });

  it("is left out where nothing is", () => {
    expect(statusOf({}, { agenda: [] })).not.toContain("Due next");
  });

  it("is the same whenever it is written", () => {
    expect(statusOf({ update }, { at: 100 })).toBe(statusOf({ update }, { at: 31 }));
  });
});

describe("what blocks closing", () => {
  const resolved = { phase: "resolved", phaseSince: after(60), liaison: "bo" } as const;
  const report = { report: { at: after(80), by: "ana" } };

  it("names who can do each, and the command for it", () => {
    const text = statusOf(resolved, { unfiled: ["bigger disk", "@acme/sre: alert"] });
    expect(section(text, "What blocks closing")).toEqual([
      `- **The community was not told that it is over.** ${BO}: tell them, then write \`/update TEXT\` with your words, or \`/done announce\`.`,
      `- **The community has not agreed.** ${BO}: when they say that it works, write \`/confirm\`. If nobody of them answers, that counts as agreement 48 working hours after they were told.`,
      `- **The Incident Report is not done.** ${ANA}: fill it in, then write \`/done report\`.`,
      `- **Action items without an issue:** “bigger disk”, “@\u200Bacme/sre: alert”. ${ANA}: open an issue for each, and put its number on the line.`,
    ]);
    expect(liveIn(text)).toEqual([]);
  });

  it("links the report, and names whose turn it is there", () => {
    const url = "https://github.com/acme/hub/pull/14";
    const seen = {
      ...wantedReport(after(60)),
      stage: "draft",
      as: "pull-request",
      id: "14",
      url,
    } as const;
    const line = (more: Partial<ReportProgress>) =>
      section(statusOf({ ...resolved, report: { ...seen, ...more } }), "What blocks closing")[2];
    expect(line({})).toBe(
      `- **The Incident Report is not done.** ${ANA}: answer the questions in [the draft](${url}), then press **Ready for review** there.`,
    );
    expect(line({ stage: "in-review", reviewer: "bo" })).toBe(
      `- **The Incident Report is not done.** ${BO}: review [the report](${url}), and approve it or say what is missing.`,
    );
  });

  it("says when silence counts, once they were told", () => {
    const text = statusOf({ ...resolved, vouched: { ...told, ...report } });
    expect(section(text, "What blocks closing")).toEqual([
      `- **The community has not agreed.** ${BO}: when they say that it works, write \`/confirm\`. If nobody of them answers, that counts as agreement from Wed 2026-05-06 10:10 UTC on.`,
    ]);
  });

  it("asks whoever can where nobody holds the role, and lists few of many items", () => {
    const nobody = { ...resolved, commander: null, liaison: null, confirmedAt: after(90) };
    const unfiled = ["a", "b", "c", "d", "e", "f", "g"];
    const text = statusOf({ ...nobody, vouched: report }, { unfiled });
    expect(section(text, "What blocks closing")).toEqual([
      "- **Action items without an issue:** “a”, “b”, “c”, “d”, “e” and 2 more. Whoever can: open an issue for each, and put its number on the line.",
    ]);
  });

  it("says how to close when nothing does", () => {
    const text = statusOf({ ...resolved, confirmedAt: after(90), vouched: report });
    expect(section(text, "What blocks closing")).toEqual(["Nothing: `/close` closes it."]);
  });

  it("is not shown before the resolution, but where a closing was refused", () => {
    expect(statusOf({})).not.toContain("What blocks closing");
    expect(section(statusOf({ closeRefusedAt: after(5) }), "What blocks closing")[0]).toBe(
      `- **It is not resolved.** ${ANA}: when users can work again, write \`/resolve\`.`,
    );
  });

  it("does not say that it blocks where the policy lets people close", () => {
    const policy = { ...POLICY, closeGate: "warn" } as const;
    expect(section(statusOf(resolved, { policy }), "Before it is closed")).toHaveLength(3);
  });

  it.each([
    ["something is missing", {}, "Missing, though it is closed"],
    ["nothing is missing", { confirmedAt: after(90), vouched: report }, null],
  ] as const)("says what is missing of a closed incident: %s", (_, overrides, heading) => {
    const closed = { at: after(100), by: "ana", reason: "completed" };
    const text = statusOf({ ...resolved, ...overrides, closed });
    expect(text).not.toContain("What blocks closing");
    expect(text.includes("### Missing, though it is closed")).toBe(heading !== null);
  });

  it("says nothing of what was closed as no incident, or is not followed", () => {
    const closed = { at: after(100), by: "ana", reason: "not_planned" };
    for (const rest of [{ closed }, { active: false }]) {
      const text = statusOf({ ...resolved, ...rest });
      expect(text).not.toMatch(/blocks closing|Missing, though/);
    }
  });
});

describe("when the next status update is due", () => {
  const off = { ...POLICY, reminders: { ...POLICY.reminders, "update-due": null } };

  it("is as promised", () => {
    expect(updateOf({ update: { ...update, nextAt: after(150) } })).toMatch(
      / \*\*Next update: 2026-05-04 11:30 UTC\.\*\*$/,
    );
  });

  it("is by the policy where nobody promised", () => {
    expect(updateOf({ update })).toMatch(
      / \*\*Next update due Mon 2026-05-04 11:30 UTC\*\*, 2 working hours after this one\. A last line `next: 4h` promises another time\.$/,
    );
  });

  it.each<readonly [string, Partial<Incident>, string]>([
    ["none was given", {}, "Mon 2026-05-04 11:00 UTC"],
    [
      "the last one is of an earlier response",
      { respondingSince: after(60) },
      "Mon 2026-05-04 12:00 UTC",
    ],
  ])("counts from the start of the response where %s", (_, overrides, when) => {
    expect(updateOf({ ...overrides, ...(overrides.respondingSince ? { update } : {}) })).toContain(
      `**Next update due ${when}**, 2 working hours after the response began.`,
    );
  });

  it("is not known where the policy asks for none, and is not asked when it is over", () => {
    expect(updateOf({ update }, { policy: off })).toMatch(
      / No time was promised for the next one; a last line `next: 2h` does\.$/,
    );
    expect(updateOf({}, { policy: off })).toBe("None yet. `/update TEXT` records one.");
    const over = updateOf({ update, phase: "resolved", phaseSince: after(60) });
    expect(over).not.toMatch(/next/i);
  });
});
