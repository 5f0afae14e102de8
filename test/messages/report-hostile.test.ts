import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { load } from "js-yaml";
import { renderReport } from "../../src/messages/index.ts";
import { TIMELINE_KINDS } from "../../src/incident/timeline.ts";
import type { ReportEventKind, ReportFacts } from "../../src/report/index.ts";
import { exampleSources } from "../../scripts/docs/example-incident.ts";
import { toReportFacts } from "../../src/report/index.ts";
import { after, POLICY } from "../support/incident.ts";
import { HOSTILE, htmlOf, linksOf, liveIn } from "../support/markdown.ts";

const KINDS: readonly ReportEventKind[] = [
  ...TIMELINE_KINDS,
  "marked",
  "reminded",
  "told",
  "heard",
  "merged",
  "committed",
];

/** The example's facts with hostile words in every place that holds people's words. */
function poisoned(poison: string): ReportFacts {
  const facts = toReportFacts(exampleSources());
  const event = { by: poison, who: poison, what: poison, text: poison, url: poison };
  return {
    ...facts,
    title: poison,
    severity: poison,
    severities: facts.severities.map((one) => ({ ...one, severity: poison })),
    tenures: facts.tenures.map((one) => ({ ...one, who: poison, area: poison })),
    tickets: [poison],
    timeline: KINDS.map((kind) => ({
      ...event,
      at: after(1),
      kind,
      answeredAt: after(2),
      told: [
        { kind: "chat", place: poison },
        { kind: "ticket", place: poison },
      ],
      causedAt: after(0),
    })),
    actionItems: facts.actionItems.map((one) => ({
      ...one,
      title: poison,
      url: poison,
      assignees: [poison],
    })),
    unfiled: [poison],
    representative: poison,
  };
}

const isOwn = (html: string): boolean => /^<!-- \/?sitrep:[a-z]+ [a-z\d -]+-->$/.test(html.trim());

/** What a report does besides being read. */
function doings(poison: string, names: "roles" | "logins"): readonly string[] {
  const policy = { ...POLICY, report: { ...POLICY.report, names } };
  const { markdown } = renderReport(poisoned(poison), policy, {
    server: "https://github.com",
    template: null,
  });
  const html = htmlOf(markdown).flatMap((one) =>
    one.split("\n").filter((line) => !isOwn(line) && line !== ""),
  );
  // What is a link's text already, GitHub makes no other link of.
  const outsideLinks = markdown.replace(/\[(?:[\w-]+\/[\w.-]+)?#\d+\]\(/g, "[x](");
  return [
    ...liveIn(outsideLinks),
    ...html,
    ...linksOf(markdown).filter((url) => !/^https?:\/\//.test(url)),
  ];
}

describe("hostile words in a report", () => {
  it.each(HOSTILE.map((poison) => [poison]))("do nothing: %.40j", (poison) => {
    expect(doings(poison, "roles")).toEqual([]);
    expect(doings(poison, "logins")).toEqual([]);
  });

  it("stand in the front matter as they are", () => {
    for (const title of [
      ...HOSTILE.slice(0, 20),
      'a "b" \\ c: d',
      "Störung 🌊 #12 @ana www.example.org",
    ]) {
      const { markdown } = renderReport({ ...poisoned("x"), title }, POLICY, {
        server: "https://github.com",
        template: null,
      });
      const [, matter = ""] = /^---\n(.*?)\n---\n/s.exec(markdown) ?? [];
      const shown = (load(matter) as { title: string }).title;
      expect(title.replace(/\s+/g, " ")).toContain(shown.slice(0, 3));
      expect(Object.keys(load(matter) as object)).toEqual(["title", "date"]);
    }
  });

  it("do nothing, whatever they are", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."\\`*_{}[]()#+-.!|~<>&$:@=^/ \n\"'1a".split(""), ...HOSTILE.slice(0, 14)),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, (poison) => {
        expect(doings(poison, "roles")).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
