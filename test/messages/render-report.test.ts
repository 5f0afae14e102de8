import { describe, expect, it } from "@jest/globals";
import { renderReport } from "../../src/messages/index.ts";
import { toReportFacts } from "../../src/report/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { aComment, aLabel } from "../support/snapshot.ts";
import { theSources } from "../report/sources.ts";

const FACTS = toReportFacts(
  theSources({
    title: "[Incident] Hub is down",
    events: [aLabel("incident", 0), aComment("ana", "/resolve it is @ana's disk", 133)],
  }),
);
const OPTIONS = { server: "https://github.com", template: null };

/** The row of status updates, where each came in time or not. */
const rowOf = (...kept: readonly boolean[]) => {
  const updateStretches = kept.map((isKept, index) => ({
    from: after(60 * index * index),
    to: after(60 * (index + 1) ** 2),
    isKept,
  }));
  const { markdown } = renderReport({ ...FACTS, updateStretches }, POLICY, OPTIONS);
  return /^\| Status updates .*$/m.exec(markdown)?.[0];
};

describe("a rendered report", () => {
  it("has the front matter, the duration and the sections that the team's site reads", () => {
    const { markdown, problem } = renderReport(FACTS, POLICY, OPTIONS);
    expect(problem).toBeNull();
    expect(markdown.startsWith('---\ntitle: "Hub is down"\ndate: 2026-05-04\n---\n')).toBe(true);
    expect(markdown).toContain("\n| **Duration** | 2 h 13 min |\n");
    expect([...markdown.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
      "Overview",
      "What Happened",
      "Resolution",
      "Where We Got Lucky",
      "What Went Well",
      "What Didn't Go So Well",
      "Action Items",
      "Timeline",
    ]);
    expect(markdown).toContain(
      "\n### 2026-05-04\n\n| Time | Event |\n| --- | --- |\n| 09:00 UTC |",
    );
  });

  it("names people by their roles, in people's words too, or by their logins", () => {
    const byRole = renderReport(FACTS, POLICY, OPTIONS).markdown;
    expect(byRole).toContain("Resolved: it is the Incident Commander's disk");
    expect(byRole).not.toMatch(/\bana\b/);
    const policy = { ...POLICY, report: { ...POLICY.report, names: "logins" } } as const;
    const byLogin = renderReport(FACTS, policy, OPTIONS).markdown;
    expect(byLogin).toContain("[ana](https://github.com/ana) declared the incident");
  });

  it("says how status updates came, where the process asks for them", () => {
    expect(rowOf(true, false, true)).toBe(
      "| Status updates | 2 in time, 1 late; longest silence 5 h | 2026-05-04 13:00 UTC | 2026-05-04 18:00 UTC |",
    );
    expect(rowOf(false)).toContain("| 1 late; longest silence 1 h |");
    expect(rowOf(true)).toContain("| 1 in time; longest silence 1 h |");
    expect(rowOf()).toBeUndefined();
  });

  it("falls back to Sitrep's template where the team's cannot be used, and says why", () => {
    const template = "# {{title}}\n{{#each days}}\n{{process}}\n{{/each}}";
    const { markdown, problem } = renderReport(FACTS, POLICY, { ...OPTIONS, template });
    expect(markdown).toContain("## Overview");
    expect(problem).toEqual({ line: 3, column: 3, what: expect.stringContaining("process") });
  });
});
