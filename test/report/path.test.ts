import { describe, expect, it } from "@jest/globals";
import {
  readActions,
  toReportPath,
  toReportTitle,
  toSlug,
  withFiledActions,
} from "../../src/report/index.ts";
import { exampleSources } from "../../scripts/docs/example-incident.ts";
import { toReportFacts } from "../../src/report/index.ts";

describe("a report's title", () => {
  it.each([
    ["[Incident] Hub is down", "Hub is down"],
    ["[SOLVED] [Incident] Hub is down", "Hub is down"],
    ["Incident: Hub is down", "Hub is down"],
    ["🔥 Incident report - Hub  is down", "Hub is down"],
    ["Hub [staging] is down", "Hub [staging] is down"],
    ["[Incident]", "[Incident]"],
    ["Incidental cost", "Incidental cost"],
  ])("of %j is %j", (title, expected) => {
    expect(toReportTitle(title)).toBe(expected);
  });
});

describe("a report's file", () => {
  it.each([
    ["Hub is down!", "hub-is-down"],
    ["Störung: Café's login", "storung-cafe-s-login"],
    ["インシデント", "incident"],
    ["../../etc/passwd", "etc-passwd"],
    ["x".repeat(100), "x".repeat(60)],
    ["word ".repeat(30), Array.from({ length: 12 }, () => "word").join("-")],
  ])("has of %j the words %j", (title, slug) => {
    expect(toSlug(title)).toBe(slug);
    expect(slug.length).toBeLessThanOrEqual(60);
  });

  it("is named by the policy's pattern, by when it began", () => {
    const facts = toReportFacts(exampleSources());
    const path = "reports/{{year}}/{{ month }}/{{date}}-{{number}}-{{slug}}.md";
    expect(toReportPath({ path }, facts)).toBe(
      "reports/2026/05/2026-05-04-214-nobody-can-save-files-on-the-andes-hub.md",
    );
  });
});

const REPORT = [
  "## Action Items",
  "",
  "- Watch the disk @bo",
  "- [x] Grow it",
  "- [ ] Write **it** down",
  "  as #12 says",
  "  - with a picture",
  "- TBD",
  "- None.",
  "",
  "## Timeline",
  "",
  "- no item",
].join("\n");

describe("action items in a report", () => {
  it("are its bullets under their heading, with whom they name and whether they have an issue", () => {
    const none = { assignees: [], isDone: false, hasIssue: false };
    expect(readActions(REPORT)).toEqual([
      { ...none, line: 3, title: "Watch the disk", assignees: ["bo"] },
      { ...none, line: 4, title: "Grow it", isDone: true },
      { ...none, line: 5, title: "Write it down", hasIssue: true },
    ]);
    expect(readActions("no heading\n\n- x")).toEqual([]);
  });

  it("get the number of their issue, and nothing else is changed", () => {
    const filed = withFiledActions(REPORT, [
      { line: 3, issue: "#7" },
      { line: 99, issue: "#8" },
    ]);
    expect(filed).toBe(REPORT.replace("the disk @bo", "the disk @bo (#7)"));
    expect(readActions(filed)[0]?.hasIssue).toBe(true);
    const windows = REPORT.replaceAll("\n", "\r\n");
    expect(withFiledActions(windows, [{ line: 3, issue: "#7" }])).toBe(
      filed.replaceAll("\n", "\r\n"),
    );
  });
});
