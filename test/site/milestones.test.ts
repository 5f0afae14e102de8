import { describe, expect, it, test } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { toMilestonesByLabels, toSiteMilestones } from "../../src/site/milestones.ts";
import { after, DECLARED_AT, POLICY } from "../support/incident.ts";
import { anIssue, closedAfter, told } from "./an-issue.ts";

const entry = (minutes: number, kind: TimelineEntry["kind"], rest: object = {}): TimelineEntry => ({
  at: after(minutes),
  kind,
  by: "ana",
  ...rest,
});

const phase = (minutes: number, what: string): TimelineEntry => entry(minutes, "phase", { what });

const at = (minutes: number | null) => (minutes === null ? null : after(minutes));

test("an incident was acknowledged when the Incident Report says so", () => {
  const known = told([entry(5, "note")], { acknowledgedAt: after(3) });
  expect(toSiteMilestones(known, anIssue(), POLICY).acknowledged).toBe(after(3));
  const older = told([entry(5, "note", { by: "bo" })]);
  expect(toSiteMilestones(older, anIssue(), POLICY).acknowledged).toBe(after(5));
});

describe("when users could work again, and when it was over", () => {
  it.each<
    [
      string,
      readonly TimelineEntry[],
      "investigating" | "mitigated" | "resolved",
      number | null,
      number | null,
    ]
  >([
    ["not yet", [], "investigating", null, null],
    ["mitigated", [phase(30, "mitigated")], "mitigated", 30, null],
    [
      "mitigated, then resolved",
      [phase(30, "mitigated"), phase(60, "resolved")],
      "resolved",
      30,
      60,
    ],
    ["resolved at once", [phase(60, "resolved")], "resolved", null, 60],
    [
      "resolved, which did not hold",
      [phase(60, "resolved"), entry(70, "reopened")],
      "investigating",
      null,
      null,
    ],
    [
      "resolved, opened again, and resolved",
      [phase(60, "resolved"), entry(70, "reopened"), phase(90, "resolved")],
      "resolved",
      null,
      90,
    ],
    [
      "mitigated, opened again, and mitigated",
      [phase(30, "mitigated"), entry(70, "reopened"), phase(80, "mitigated")],
      "mitigated",
      80,
      null,
    ],
  ])("%s", (_, entries, now, mitigated, resolved) => {
    const last = entries.at(-1)?.at ?? DECLARED_AT;
    const incident = told(entries, { phase: now, phaseSince: last });
    const found = toSiteMilestones(incident, anIssue(), POLICY);
    expect([found.mitigated, found.resolved]).toEqual([at(mitigated), at(resolved)]);
  });

  it("is told by the label where the oldest entries are not in the record", () => {
    const marks = [
      { kind: "labeled", at: after(-5), label: "incident: mitigated" },
      { kind: "labeled", at: after(0), label: "incident: investigating" },
      { kind: "labeled", at: after(31), label: "Incident: Mitigated" },
    ] as const;
    const incident = told([phase(500, "resolved")], {
      phase: "resolved",
      phaseSince: after(500),
      archived: 25,
    });
    const found = toSiteMilestones(incident, anIssue({ marks }), POLICY);
    expect(found).toMatchObject({ mitigated: after(31), resolved: after(500), acknowledged: null });
    const kept = { ...incident, mitigatedAt: after(30), acknowledgedAt: after(2) };
    expect(toSiteMilestones(kept, anIssue({ marks }), POLICY)).toMatchObject({
      mitigated: after(30),
      acknowledged: after(2),
    });
  });
});

const said = (minutes: number, since = 95) => ({ at: after(minutes), since: after(since) });

describe("what people say of its times", () => {
  const resolved = [phase(60, "mitigated"), phase(90, "resolved")];
  const of = (overrides: Partial<Incident>, entries = resolved) =>
    toSiteMilestones(
      told(entries, { phase: "resolved", phaseSince: after(90), ...overrides }),
      anIssue({ createdAt: after(-2), ...closedAfter(200) }),
      POLICY,
    );

  it("holds, as in the Incident Report", () => {
    const corrections = {
      detected: said(-20),
      declared: said(-1),
      acknowledged: said(4),
      mitigated: said(40),
      resolved: said(70),
      ended: said(50),
    };
    expect(of({ impactStarted: after(-30), corrections })).toEqual({
      started: after(-30),
      detected: after(-20),
      declared: after(-1),
      acknowledged: after(4),
      mitigated: after(40),
      resolved: after(70),
      ended: after(50),
      closed: after(200),
    });
  });

  it("is the end of the impact by the command too, whichever was said last", () => {
    const impact = entry(100, "impact", { text: "2026-05-04 09:10 UTC to 10:20 UTC" });
    const commanded = { impactEnded: after(80) };
    expect(of(commanded).ended).toBe(after(80));
    const all = [...resolved, impact];
    expect(of({ ...commanded, corrections: { ended: said(50, 95) } }, all).ended).toBe(after(80));
    expect(of({ ...commanded, corrections: { ended: said(50, 105) } }, all).ended).toBe(after(50));
  });

  it("is nothing where they said nothing: it was noticed when the issue was opened, or the community wrote", () => {
    expect(of({})).toMatchObject({ detected: after(-2), ended: null, mitigated: after(60) });
    const community = {
      acknowledgedAt: null,
      toldAt: null,
      answeredAt: after(-45),
      answeredIn: null,
    };
    expect(of({ community }).detected).toBe(after(-45));
  });
});

describe("the milestones of an incident without a record", () => {
  it("are those of its labels and its state", () => {
    const marks = [
      { kind: "labeled", at: after(1), label: "bug" },
      { kind: "labeled", at: after(3), label: "INCIDENT" },
      { kind: "labeled", at: after(40), label: "incident: mitigated" },
      { kind: "labeled", at: after(50), label: "incident: resolved" },
      { kind: "reopened", at: after(54), label: null },
      { kind: "unlabeled", at: after(55), label: "incident: resolved" },
      { kind: "labeled", at: after(57), label: "incident: mitigated" },
      { kind: "labeled", at: after(60), label: "incident: resolved" },
    ] as const;
    const issue = anIssue({ marks, ...closedAfter(90) });
    expect(toMilestonesByLabels(issue, POLICY, after(-10))).toEqual({
      started: after(-10),
      detected: DECLARED_AT,
      declared: after(3),
      acknowledged: null,
      mitigated: after(57),
      resolved: after(60),
      ended: null,
      closed: after(90),
    });
  });

  it("are those of its top comment before them", () => {
    const body = [
      "Acknowledged: 2026-05-04 09:05 UTC",
      "Impact ended: 2026-05-04 12:40 +02:00",
      "Resolved: tomorrow",
    ].join("\n");
    const marks = [{ kind: "labeled", at: after(60), label: "incident: resolved" }] as const;
    expect(toMilestonesByLabels(anIssue({ body, marks }), POLICY, null)).toMatchObject({
      acknowledged: after(5),
      ended: after(100),
      resolved: after(60),
    });
  });

  it("begin with the issue where nobody put the label on later", () => {
    const { declared, closed } = toMilestonesByLabels(anIssue({ marks: [] }), POLICY, null);
    expect([declared, closed]).toEqual([DECLARED_AT, null]);
  });
});
