import { describe, expect, it } from "@jest/globals";
import { toDebtRow } from "../../src/decide/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Policy } from "../../src/incident/policy.ts";
import type { DebtRow } from "../../src/incident/report-debt.ts";
import { wantedReport, type ReportProgress } from "../../src/incident/report.ts";
import { aRow } from "../report/debt-rows.ts";
import { FINISHED } from "../report/lint/finished.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aSnapshot } from "../support/snapshot.ts";

const HERE = "https://github.com/acme/hubs/pull/7";
// One question, two empty sections, and the front matter is gone.
const UNFINISHED = FINISHED.replace(/^---[^]*?---\n/, "")
  .replace("The workshop began a day later.", "It began TBD, a day later.")
  .replace("A new certificate was put in place, and the hubs were restarted.", "")
  .replace("- The first answer in the ticket came after five minutes.", "");

const withReport = (more: Partial<ReportProgress>): Partial<Incident> => ({
  report: { ...wantedReport(after(5)), as: "pull-request", id: "7", url: HERE, ...more },
});

const policyWith = (report: Partial<Policy["report"]>): Policy => ({
  ...POLICY,
  report: { ...POLICY.report, ...report },
});
const REVIEWED = policyWith({ reviewers: ["liaison", "manager"] });

/** The row of an incident that ana led, bo its liaison, resolved after an hour. */
function rowOf(
  incident: Partial<Incident> = {},
  {
    text = null,
    policy = POLICY,
    title = "Hub is down",
  }: {
    readonly text?: string | null;
    readonly policy?: Policy;
    readonly title?: string;
  } = {},
): DebtRow | null {
  const resolved: Partial<Incident> = { phase: "resolved", phaseSince: after(60), liaison: "bo" };
  const snapshot = { ...aSnapshot(), title };
  return toDebtRow(anIncident({ ...resolved, ...incident }), snapshot, text, policy);
}

describe("the row of an incident in the list of owed reports", () => {
  it("tells since when it is over, who writes, and that there is no draft", () => {
    expect(rowOf()).toEqual(aRow(1, { since: after(60) }));
  });

  it.each<[string, Partial<Incident>]>([
    ["goes on", { phase: "mitigated" }],
    ["was none", { closed: { at: after(70), by: "ana", reason: "not_planned" } }],
    ["has its report published", withReport({ stage: "published" })],
  ])("is none where it %s", (_, incident) => {
    expect(rowOf(incident)).toBeNull();
  });

  it("counts from the closing where nobody resolved it", () => {
    const closed = { at: after(70), by: "ana", reason: "completed" };
    expect(rowOf({ phase: "investigating", closed })?.since).toBe(after(70));
  });

  it("counts what holds the draft up, and nothing else", () => {
    const draft = withReport({ stage: "draft" });
    expect(rowOf(draft)?.lacks).toBeNull();
    expect(rowOf(draft, { text: FINISHED })?.lacks).toEqual({
      questions: 0,
      sections: 0,
      others: 0,
    });
    expect(rowOf(draft, { text: UNFINISHED })?.lacks).toEqual({
      questions: 1,
      sections: 2,
      others: 1,
    });
    const rules = { ...POLICY.report.rules, format: "advisory", "empty-section": "off" } as const;
    const milder = policyWith({ rules });
    expect(rowOf(draft, { text: UNFINISHED, policy: milder })?.lacks).toEqual({
      questions: 1,
      sections: 0,
      others: 0,
    });
    // What nobody drafted yet lacks nothing.
    expect(rowOf({}, { text: UNFINISHED })?.lacks).toBeNull();
  });

  it.each<[string, string | null, Partial<Incident>, Policy]>([
    ["nobody, where the policy names none", null, withReport({ stage: "draft" }), POLICY],
    ["who will be asked first", "bo", withReport({ stage: "draft" }), REVIEWED],
    ["who is asked now", "pm", withReport({ stage: "in-review", reviewer: "pm" }), REVIEWED],
    ["nobody, once it is reviewed", null, withReport({ stage: "reviewed" }), REVIEWED],
    [
      "nobody, where it is a comment",
      null,
      withReport({ stage: "draft", as: "comment" }),
      REVIEWED,
    ],
    [
      "nobody, where it will be an issue",
      null,
      {},
      policyWith({ ...REVIEWED.report, as: "issue" }),
    ],
    ["never its writer", "pm", { ...withReport({ stage: "draft" }), liaison: "ana" }, REVIEWED],
  ])("names as reviewer %s", (_, reviewer, incident, policy) => {
    expect(rowOf(incident, { policy })?.reviewer).toBe(reviewer);
  });

  it("names the liaison as writer, where the policy does", () => {
    expect(rowOf({}, { policy: policyWith({ writer: "liaison" }) })?.writer).toBe("bo");
  });

  it("links to no draft in another repository", () => {
    expect(rowOf(withReport({ stage: "draft" }))?.url).toBe(HERE);
    const url = "https://github.com/acme/secret/pull/7";
    expect(rowOf(withReport({ stage: "draft", url }))?.url).toBeNull();
  });

  it.each([
    ["  The disk\r\n was\tfull ", "The disk was full"],
    ["", "Incident 1"],
    [" \n ", "Incident 1"],
    [`${"x".repeat(99)}\u{1F600}`, `${"x".repeat(99)}\uFFFD`],
    ["x".repeat(300), "x".repeat(100)],
  ])("has its title in one line: %.20j", (title, shown) => {
    expect(rowOf({}, { title })?.title).toBe(shown);
  });
});
