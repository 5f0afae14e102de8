import { describe, expect, it } from "@jest/globals";
import type { Policy } from "../../src/incident/policy.ts";
import { buildSite } from "../../src/site/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { anIssue, told } from "./an-issue.ts";

/** What a page of an incident of 09:00 UTC, resolved at 20:00 UTC, says to whoever reads or hears it. */
function pageBy(policy: Partial<Policy>): string {
  const incident = told([{ at: after(660), kind: "phase", by: "ana", what: "resolved" }], {
    phase: "resolved",
    phaseSince: after(660),
  });
  const files = buildSite({
    owner: "acme",
    repo: "hubs",
    url: "https://github.com/acme/hubs",
    policy: { ...POLICY, ...policy },
    issues: [anIssue({ incident })],
    builtAt: after(2000),
    baseUrl: null,
    names: false,
  });
  return (files.get("incidents/12.html") ?? "")
    .replaceAll(/<(svg|head)\b[^]*?<\/\1\s*>/g, " ")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
}

const inReports = (zone: string) => ({ report: { ...POLICY.report, zone } });
const office = {
  kind: "offices",
  offices: [{ zone: "America/New_York", days: [], hours: [], holidays: [] }],
} as unknown as Policy["calendar"];

describe("the clock beside UTC on the page of an incident", () => {
  it("is that of the zone for reports, at milestones and at each entry of the timeline", () => {
    const page = pageBy(inReports("Europe/Berlin"));
    expect(page).toContain("declared 2026-05-04 09:00 UTC 11:00 Berlin");
    expect(page).toContain("Resolved it was over 2026-05-04 20:00 UTC 22:00 Berlin after 11 h");
    expect(page).toContain("under each time is the clock of Berlin");
    expect(page).toContain("20:00 22:00 Berlin the Incident Commander set the state to Resolved");
  });

  it("has its day where that is another one there", () => {
    expect(pageBy(inReports("Asia/Kolkata"))).toContain("20:00 UTC Tue 01:30 Kolkata after");
  });

  it("is that of the first office where the policy names no zone for reports", () => {
    expect(pageBy({ calendar: office })).toContain("09:00 UTC 05:00 New York");
  });

  it.each([POLICY, inReports("UTC"), inReports("Etc/UTC")])(
    "is none where that is UTC",
    (policy) => {
      const page = pageBy(policy);
      expect(page).toContain("2026-05-04 09:00 UTC");
      expect(page).not.toContain("clock of");
      expect(page).not.toMatch(/\d\d:\d\d UTC \w* ?\d\d:\d\d/);
    },
  );
});
