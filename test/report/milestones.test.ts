import { describe, expect, it } from "@jest/globals";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { toReportFacts, type ReportSources } from "../../src/report/index.ts";
import { after } from "../support/incident.ts";
import { aComment, aLabel, aVersion, person, SELF } from "../support/snapshot.ts";
import { theSources } from "./sources.ts";

const LABEL = aLabel("incident", 0);

/** Minutes after the declaration of each milestone; null: not reached or not known. */
function reached(
  overrides: Partial<Snapshot>,
  more: Partial<ReportSources> = {},
): Record<string, number | null> {
  const facts = toReportFacts(theSources(overrides, more));
  const minutes = Object.entries(facts.milestones).map(([name, milestone]) => [
    name,
    milestone === null ? null : (milestone.at - after(0)) / 60_000,
  ]);
  const lasted = facts.duration === null ? null : facts.duration.ms / 60_000;
  return { ...Object.fromEntries(minutes), lasted };
}

describe("milestones that the thread tells", () => {
  it("are none but the opening and the declaration at first", () => {
    expect(reached({ events: [LABEL] })).toEqual({
      started: null,
      detected: -1,
      declared: 0,
      acknowledged: null,
      mitigated: null,
      resolved: null,
      lasted: null,
    });
  });

  it("are noticed when the community first wrote", () => {
    const told = {
      at: after(-40),
      place: "https://d.example/1",
      kind: "ticket",
      direction: "in",
      what: null,
      since: null,
    } as const;
    expect(reached({}, { outside: [told] })["detected"]).toBe(-40);
    const out = { ...told, direction: "out" } as const;
    expect(reached({}, { outside: [out] })["detected"]).toBe(-1);
  });

  it.each<readonly [string, readonly string[], number | null, number | null]>([
    ["a resolution alone", ["/resolve"], null, 10],
    ["a mitigation", ["/mitigated"], 10, null],
    ["both", ["/mitigated", "/resolve"], 10, 20],
    ["a resolution that did not hold", ["/resolve", "/reopen it is back"], null, null],
    ["one that held at last", ["/mitigated", "/resolve", "/reopen no", "/resolve"], null, 40],
    ["a mitigation after that", ["/resolve", "/reopen no", "/mitigated", "/resolve"], 30, 40],
  ])("are those that held in the end: %s", (_what, words, mitigated, resolved) => {
    const events = words.map((text, index) => aComment("ana", text, 10 * (index + 1)));
    expect(reached({ events: [LABEL, ...events] })).toMatchObject({ mitigated, resolved });
  });
});

describe("milestones that people correct", () => {
  const RESOLVED = [LABEL, aComment("ana", "/resolve", 120)];

  it("by /impact: the duration counts from its start to its end", () => {
    const impact = aComment("ana", "/impact 2026-05-04 08:47 UTC to 10:30 UTC", 130);
    expect(reached({ events: [...RESOLVED, impact] })).toMatchObject({
      started: -13,
      resolved: 120,
      lasted: 103,
    });
  });

  it("by /impact once more, which holds", () => {
    const events = [
      ...RESOLVED,
      aComment("ana", "/impact 08:47 UTC to 10:30 UTC", 130),
      aComment("bo", "/impact to 10:40 UTC", 140),
    ];
    expect(reached({ events })).toMatchObject({ started: -13, lasted: 113 });
  });

  it("by lines of the top comment, in any of its shapes", () => {
    const body = [
      "- **Impact started:** 2026-05-04 08:30 UTC",
      "- **Impact ended:** 2026-05-04 11:30 UTC",
      "",
      "| What | When |",
      "| --- | --- |",
      "| Detected | 2026-05-04 08:40 UTC |",
      "| Acknowledged | 2026-05-04 08:45 UTC |",
      "",
      "### Mitigated at",
      "",
      "2026-05-04 10:00 UTC",
      "",
      "Resolved: 2026-05-04 11:00 UTC",
    ].join("\n");
    expect(reached({ body, events: RESOLVED })).toEqual({
      started: -30,
      detected: -20,
      declared: 0,
      acknowledged: -15,
      mitigated: 60,
      resolved: 120,
      lasted: 180,
    });
  });

  it("where the command and the top comment say otherwise, by what was said last", () => {
    const before = aVersion(person("ana"), "down", -1);
    const edit = aVersion(person("bo"), "Impact ended: 2026-05-04 10:00 UTC", 140);
    const impact = aComment("ana", "/impact to 10:30 UTC", 130);
    const events = [...RESOLVED, impact];
    expect(reached({ before, versions: [edit], events })["lasted"]).toBe(60);
    const earlier = { ...edit, at: after(125) };
    expect(reached({ before, versions: [earlier], events })["lasted"]).toBe(90);
  });

  it("not by somebody who may not command, whatever they write over", () => {
    const before = aVersion(person("ana"), "Resolved: 2026-05-04 10:00 UTC", -1);
    const versions = [
      aVersion(person("cleo"), "Resolved: 2026-05-04 12:00 UTC", 130),
      aVersion(SELF, "Resolved: 2026-05-04 12:00 UTC\n\n", 131),
    ];
    expect(reached({ before, versions, events: RESOLVED })["resolved"]).toBe(60);
  });

  it("not any more when the line is taken out, and not without a zone", () => {
    const before = aVersion(person("ana"), "Resolved: 2026-05-04 10:00 UTC", -1);
    const out = [aVersion(person("ana"), "down", 130)];
    expect(reached({ before, versions: out, events: RESOLVED })["resolved"]).toBe(120);
    const body = "Resolved: 2026-05-04 10:00";
    expect(reached({ body, events: RESOLVED })["resolved"]).toBe(120);
  });
});
