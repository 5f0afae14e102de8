import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { exampleReport } from "../../scripts/docs/example-report.ts";
import { EXAMPLE_POLICY, exampleSources } from "../../scripts/docs/example-incident.ts";
import { lintReport, toReportFacts } from "../../src/report/index.ts";

const TEXT = readFileSync(new URL("../../docs/example-report.md", import.meta.url), "utf8");
const FACTS = toReportFacts(exampleSources());

interface Site {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly duration: string | undefined;
  readonly sections: readonly string[];
  readonly days: readonly {
    readonly date: string;
    readonly rows: readonly (readonly string[])[];
  }[];
}

/** Reads a report as the team's site does (docs/process.md, the report): by its front matter, its row, its headings and tables. */
function readAsSite(text: string): Site {
  const [, matter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  const field = (name: string): string | undefined =>
    new RegExp(`^${name}: (.*)$`, "m").exec(matter)?.[1];
  const [, timeline = ""] = body.split(/^## Timeline$/m);
  const days = timeline.split(/^### /m).slice(1);
  return {
    title: field("title"),
    date: field("date"),
    duration: /^\| \*\*Duration\*\* \| (.+?) \|$/m.exec(body)?.[1],
    sections: [...body.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => title),
    days: days.map((day) => {
      const [date = "", , head, ruler, ...rows] = day.split("\n");
      expect([head, ruler]).toEqual(["| Time | Event |", "| --- | --- |"]);
      const cells = rows
        .filter((row) => row.startsWith("|"))
        .map((row) => row.slice(2, -2).split(" | "));
      return { date, rows: cells };
    }),
  };
}

describe("the example of a report", () => {
  it("is what the facts of its incident give", () => {
    expect(TEXT).toBe(exampleReport());
  });

  it("has the format that the team's site reads", () => {
    const { days, ...site } = readAsSite(TEXT);
    expect(site).toEqual({
      title: '"Nobody can save files on the Andes hub"',
      date: "2026-05-04",
      duration: "15 h 32 min",
      sections: [
        "Overview",
        "What Happened",
        "Resolution",
        "Where We Got Lucky",
        "What Went Well",
        "What Didn't Go So Well",
        "Action Items",
        "Timeline",
      ],
    });
    expect(days.map(({ date }) => date)).toEqual(["2026-05-04", "2026-05-05"]);
    for (const { rows } of days) {
      const times = rows.map(([time = ""]) => time.slice(0, 5));
      expect(times).toEqual(times.toSorted());
      expect(rows.every((cells) => cells.length === 2)).toBe(true);
    }
  });

  it("tells all that the thread does, three hand-overs among it, and names nobody", () => {
    const rows = readAsSite(TEXT).days.flatMap((day) => day.rows);
    expect(rows).toHaveLength(FACTS.timeline.length);
    expect(rows.filter(([, event = ""]) => event.includes("took over from"))).toHaveLength(3);
    expect(TEXT).not.toMatch(/\b(?:ana|bo|mei|sam)\b/i);
  });

  it("leaves nothing to do but to answer its questions", () => {
    const { rules } = EXAMPLE_POLICY.report;
    const open = lintReport(TEXT, rules).map(({ rule }) => rule);
    expect(open).toEqual(Array.from({ length: 9 }, () => "unanswered"));
  });
});
