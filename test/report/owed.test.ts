import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import { wantedReport, type ReportStage } from "../../src/incident/report.ts";
import {
  overSince,
  owesReport,
  reportStanding,
  shownReportUrl,
  type IssueState,
} from "../../src/report/index.ts";
import { after, anIncident } from "../support/incident.ts";

const OPEN: IssueState = { isOpen: true, reason: null };
const closedAs = (reason: string | null): IssueState => ({ isOpen: false, reason });
const RESOLVED: Partial<Incident> = { phase: "resolved" };
const VOUCHED = { report: { at: after(9), by: "ana" } };
const withStage = (stage: ReportStage | null, url = "https://github.com/acme/hubs/pull/7") => ({
  report: { ...wantedReport(after(5)), stage, url },
});
const ISSUE = "https://github.com/acme/hubs/issues/1";

describe("an incident owes its report", () => {
  it.each<[string, boolean, Partial<Incident>, IssueState]>([
    ["not while it goes on", false, {}, OPEN],
    ["not while it is mitigated", false, { phase: "mitigated" }, OPEN],
    ["once it is resolved", true, RESOLVED, OPEN],
    ["once it is closed as completed, whatever its phase", true, {}, closedAs("completed")],
    ["also where GitHub calls it reopened, though it is closed", true, {}, closedAs("reopened")],
    ["not when it was none", false, RESOLVED, closedAs("not_planned")],
    ["not when it is told in another issue", false, RESOLVED, closedAs("duplicate")],
    ["not where nobody knows why it was closed", false, RESOLVED, closedAs(null)],
    ["not while its declaring label is off", false, { ...RESOLVED, active: false }, OPEN],
    ["not when somebody said that it is filled in", false, { ...RESOLVED, vouched: VOUCHED }, OPEN],
    ["not when it is published", false, { ...RESOLVED, ...withStage("published") }, OPEN],
    ["while it is a draft", true, { ...RESOLVED, ...withStage("draft") }, OPEN],
    ["while it is reviewed, and not merged", true, { ...RESOLVED, ...withStage("reviewed") }, OPEN],
    ["when people withdrew it", true, { ...RESOLVED, ...withStage("withdrawn") }, OPEN],
  ])("%s", (_, isOwed, incident, issue) => {
    expect(owesReport(anIncident(incident), issue)).toBe(isOwed);
  });
});

it.each<[string, Partial<Incident>]>([
  ["missing", {}],
  ["missing", withStage(null)],
  ["missing", withStage("withdrawn")],
  ["draft", withStage("draft")],
  ["review", withStage("in-review")],
  ["review", withStage("reviewed")],
  ["published", withStage("published")],
  ["written", { ...withStage("draft"), vouched: VOUCHED }],
  ["published", { ...withStage("published"), vouched: VOUCHED }],
])("a report is %s by what is known of it (%#)", (standing, incident) => {
  expect(reportStanding(anIncident(incident))).toBe(standing);
});

it.each([
  [1, { resolved: 1, closed: 2, declared: 0 }],
  [2, { resolved: null, closed: 2, declared: 0 }],
  [0, { resolved: null, closed: null, declared: 0 }],
])("an incident is over since its resolution, else its closing (%#)", (since, reached) => {
  expect(overSince(reached)).toBe(since);
});

it.each<[string, Partial<Incident>, string | null]>([
  ["none is known", {}, null],
  ["it is in the same repository", withStage("draft"), "https://github.com/acme/hubs/pull/7"],
  ["it is elsewhere", withStage("draft", "https://github.com/acme/secret/pull/7"), null],
  ["the name only begins alike", withStage("draft", "https://github.com/acme/hubs-2/pull/7"), null],
  [
    "it is published elsewhere",
    withStage("published", "https://github.com/acme/reports/pull/7"),
    "https://github.com/acme/reports/pull/7",
  ],
])("the address of a report, where %s", (_, incident, url) => {
  expect(shownReportUrl(anIncident(incident), ISSUE)).toBe(url);
});
