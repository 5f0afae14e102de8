import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { IncidentIssue } from "../../src/incident/incident-issue.ts";
import { wantedReport, type ReportStage } from "../../src/incident/report.ts";
import { toSiteIncident } from "../../src/site/to-site-incident.ts";
import { after, POLICY } from "../support/incident.ts";
import { anIssue, closedAfter, told } from "./an-issue.ts";

const toSite = (issue: Partial<IncidentIssue>) =>
  toSiteIncident(anIssue(issue), { policy: POLICY, names: false, builtAt: after(1000) });

const resolved: Partial<Incident> = { phase: "resolved", phaseSince: after(60) };
const vouched: Partial<Incident> = { vouched: { report: { at: after(90), by: "ana" } } };
const at = (stage: ReportStage | null): Partial<Incident> => ({
  report: { ...wantedReport(after(60)), stage, url: "https://github.com/acme/hubs/pull/3" },
});

describe("where an incident stands", () => {
  it.each<[string, Partial<IncidentIssue>, Partial<Incident> | null, string]>([
    ["it goes on", {}, {}, "investigating"],
    ["it is resolved, and its issue open", {}, resolved, "resolved"],
    ["its issue is closed as completed", closedAfter(90), resolved, "closed"],
    [
      "its issue is closed as not planned",
      { ...closedAfter(90), reason: "not_planned" },
      {},
      "dropped",
    ],
    [
      "its issue is closed as a duplicate",
      { ...closedAfter(90), reason: "duplicate" },
      {},
      "dropped",
    ],
    ["a label says so", { labels: ["incident", "incident: mitigated"] }, null, "mitigated"],
    ["a field says so", { body: "- **Status:** Resolved" }, null, "resolved"],
    ["nothing says so", {}, null, "investigating"],
  ])("%s", (_, issue, incident, expected) => {
    const record = incident === null ? null : told([], incident);
    expect(toSite({ ...issue, incident: record }).state).toBe(expected);
  });
});

const linked = (stage: ReportStage, url: string): string | null => {
  const report = { ...wantedReport(after(60)), stage, url };
  return toSite({ incident: told([], { ...resolved, report }) }).report.url;
};

describe("how its report stands", () => {
  it.each<[string, Partial<Incident>, string, boolean]>([
    ["it goes on", {}, "none", false],
    ["it is over", resolved, "missing", true],
    ["somebody said that it is filled in", { ...resolved, ...vouched }, "written", false],
    ["it is drafted", { ...resolved, ...at("draft") }, "draft", true],
    ["it is drafted while it goes on", at("draft"), "draft", false],
    ["it is in review", { ...resolved, ...at("in-review") }, "review", true],
    ["it is reviewed", { ...resolved, ...at("reviewed") }, "review", true],
    ["it is published", { ...resolved, ...at("published") }, "published", false],
    ["it was withdrawn", { ...resolved, ...at("withdrawn") }, "missing", true],
    ["nobody has seen a draft", { ...resolved, ...at(null) }, "missing", true],
  ])("%s", (_, incident, state, isOwed) => {
    expect(toSite({ incident: told([], incident) }).report).toMatchObject({ state, isOwed });
  });

  it("is linked where it is published, and before only in the repository itself", () => {
    const [here, elsewhere] = [
      "https://github.com/acme/hubs/pull/3",
      "https://github.com/acme/reports/pull/3",
    ];
    expect([linked("draft", here), linked("published", here)]).toEqual([here, here]);
    expect([linked("draft", elsewhere), linked("published", elsewhere)]).toEqual([null, elsewhere]);
  });

  it("is not known of an incident that Sitrep did not follow", () => {
    expect(toSite({ ...closedAfter(9) }).report).toEqual({
      state: "unknown",
      url: null,
      isOwed: false,
    });
  });
});

describe("what else is told", () => {
  it("is the severity of the record, of a label, or of the field, in this order", () => {
    const body = "Severity: sev3";
    expect(
      toSite({ body, labels: ["sev-2"], incident: told([], { severity: "SEV-1" }) }).severity,
    ).toBe("SEV-1");
    expect(toSite({ body, labels: ["sev-2"] }).severity).toBe("SEV-2");
    expect(toSite({ body }).severity).toBe("SEV-3");
    expect(toSite({ body: "Severity: dreadful" }).severity).toBeNull();
  });

  it("are no reports among the action items, and no tickets in the timeline", () => {
    const item = {
      number: 1,
      url: "https://github.com/acme/hubs/issues/1",
      isOpen: true,
      openedAt: after(1),
      closedAt: null,
    };
    const url = "https://example.freshdesk.com/a/tickets/125";
    const { actionItems, entries } = toSite({
      actionItems: [
        { ...item, title: "Incident report: Hub is down" },
        { ...item, title: "Grow the pool" },
      ],
      incident: told([
        { at: after(3), kind: "ticket", by: "ana", what: url, url },
        { at: after(4), kind: "told", by: "ana", what: "resolved", url },
      ]),
    });
    expect(actionItems.map(({ title }) => title)).toEqual(["Grow the pool"]);
    expect(JSON.stringify(entries)).not.toContain("freshdesk");
    expect(entries.at(-1)?.words).toBe("the Incident Commander told the community");
  });
});
