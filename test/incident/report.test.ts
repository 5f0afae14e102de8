import { describe, expect, it } from "@jest/globals";
import { isSameAction } from "../../src/incident/action-items.ts";
import {
  isReportTitle,
  readReportBranch,
  readReportMark,
  toReportBranch,
  toReportMark,
  toReportName,
  wantedReport,
} from "../../src/incident/report.ts";

describe("the mark of a report's issue", () => {
  it("names the incident again, the last of several", () => {
    expect(readReportMark(`A report.${toReportMark(12)}`)).toBe(12);
    expect(readReportMark(`${toReportMark(3)}\n\nA copy.${toReportMark(12)}\r\n`)).toBe(12);
    expect(readReportMark("A report.")).toBeNull();
  });
});

describe("a report", () => {
  it("that is wanted is nowhere yet", () => {
    expect(wantedReport(7)).toEqual({
      wantedAt: 7,
      stage: null,
      as: null,
      id: null,
      url: null,
      path: null,
      asked: [],
      reviewer: null,
    });
  });

  it("is called after its issue, on one line of 200 characters at most", () => {
    expect(toReportName("  Hub \n is  down ")).toBe("Incident report: Hub is down");
    expect(toReportName("x".repeat(300))).toHaveLength(200);
    expect(toReportName("x".repeat(183))).toHaveLength(200);
    // No half of a sign stands at the end.
    expect(toReportName(`${"x".repeat(182)}🔥`)).toBe(`Incident report: ${"x".repeat(182)}`);
    expect(isReportTitle(toReportName("Hub is down"))).toBe(true);
    expect(isReportTitle("Write the Incident report: soon")).toBe(false);
  });

  it("has the branch of its incident", () => {
    const incident = { repo: "my.hubs-2", number: 17 };
    expect(toReportBranch(incident)).toBe("incident-report/my.hubs-2-17");
    expect(readReportBranch(toReportBranch(incident))).toEqual(incident);
  });

  it.each([
    "main",
    "incident-report/hubs",
    "incident-report/hubs-0",
    "incident-report/hubs-01",
    "incident-report/hubs-1x",
    "x/incident-report/hubs-1",
    "incident-report/a/hubs-1",
    "incident-report/-1",
    "incident-report/hubs-12345678901",
    `incident-report/${"x".repeat(101)}-1`,
  ])("does not stand on the branch %s", (branch) => {
    expect(readReportBranch(branch)).toBeNull();
  });

  it.each([
    ["incident-report/a-1", "a", 1],
    ["incident-report/a-1-2", "a-1", 2],
    ["incident-report/a_b-1234567890", "a_b", 1_234_567_890],
  ])("stands on the branch %s", (branch, repo, number) => {
    expect(readReportBranch(branch)).toEqual({ repo, number });
  });
});

describe("two titles of action items", () => {
  it.each([
    ["Watch the disks", " watch  THE\ndisks ", true],
    ["caf\u00e9", "cafe\u0301", true],
    ["Watch the disks", "Watch the disk", false],
    ["Watchthe disks", "Watch the disks", false],
  ])("%j and %j are of one: %j", (one, other, isSame) => {
    expect(isSameAction(one, other)).toBe(isSame);
  });
});
