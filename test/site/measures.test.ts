import { describe, expect, it } from "@jest/globals";
import type { Incident } from "../../src/incident/incident.ts";
import type { IncidentIssue } from "../../src/incident/incident-issue.ts";
import { countByAge, medianOf, takenBy, toMeasures } from "../../src/site/measures.ts";
import { toSiteIncident } from "../../src/site/to-site-incident.ts";
import { after, DECLARED_AT, POLICY } from "../support/incident.ts";
import { anIssue, closedAfter, told } from "./an-issue.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-07-10T00:00:00Z");

const site = (number: number, issue: Partial<IncidentIssue>, incident: Partial<Incident> | null) =>
  toSiteIncident(
    anIssue({ number, ...issue, incident: incident === null ? null : told([], incident) }),
    { policy: POLICY, names: false, builtAt: NOW },
  );

const over = { phase: "resolved", phaseSince: after(60) } as const;
const july = Date.parse("2026-07-02T00:00:00Z");
const item = (openedAt: number, isOpen: boolean) => ({
  number: 99,
  title: "x",
  url: "https://github.com/acme/hubs/issues/99",
  isOpen,
  openedAt,
  closedAt: null,
});

const INCIDENTS = [
  site(1, closedAfter(90), { ...over, severity: "SEV-2", impactStarted: after(-30) }),
  site(
    2,
    { actionItems: [item(NOW - 40 * DAY, true), item(NOW, false)] },
    { ...over, severity: "odd" },
  ),
  site(3, { ...closedAfter(9), reason: "not_planned", actionItems: [item(NOW - DAY, true)] }, {}),
  site(4, { createdAt: july, marks: [] }, null),
];

/** A time that somebody corrected. */
const at = (text: string) => ({ at: Date.parse(text), since: after(1) });

describe("what is counted", () => {
  const measures = toMeasures(INCIDENTS, POLICY.severities, NOW);

  it("are all months from the first incident to now, by severity, without what was no incident", () => {
    expect(measures.severities).toEqual([...POLICY.severities, "odd", null]);
    expect(measures.months.map(({ month, total }) => [month, total])).toEqual([
      ["2026-05", 2],
      ["2026-06", 0],
      ["2026-07", 1],
    ]);
    expect(measures.months[0]?.bySeverity).toEqual([0, 1, 0, 0, 1, 0]);
  });

  it("are those that go on, and those of thirty days", () => {
    expect([measures.open, measures.recent]).toEqual([1, 1]);
  });

  it("are reports that are owed, and open action items of all, oldest first", () => {
    expect(measures.reportDebt.map(({ incident, since }) => [incident.number, since])).toEqual([
      [1, after(60)],
      [2, after(60)],
    ]);
    expect(measures.actionItems.map(({ incident }) => incident.number)).toEqual([2, 3]);
    expect(countByAge(measures.actionItems, NOW).map(({ count }) => count)).toEqual([
      1, 0, 1, 0, 0,
    ]);
  });

  it("goes over the turn of the year", () => {
    const then = toMeasures(INCIDENTS, POLICY.severities, Date.parse("2027-01-01T00:00:00Z"));
    expect(then.months.map(({ month }) => month).slice(-3)).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
    ]);
  });

  it("has the newest months where somebody mistyped a year by centuries, to either side", () => {
    const old = site(8, {}, { corrections: { declared: at("0206-05-04T00:00:00Z") } });
    const then = toMeasures([...INCIDENTS, old], POLICY.severities, NOW);
    expect(then.months.slice(-3).map(({ month, total }) => [month, total])).toEqual([
      ["2026-05", 2],
      ["2026-06", 0],
      ["2026-07", 1],
    ]);
    const ahead = site(9, {}, { corrections: { declared: at("2206-05-04T00:00:00Z") } });
    const { months } = toMeasures([ahead], POLICY.severities, NOW);
    expect(months.map(({ month }) => month)).toEqual(["2026-07"]);
  });
});

/** Of the first two, in minutes. */
const minutes = (name: "mitigate" | "resolve" | "acknowledge"): readonly (number | null)[] =>
  INCIDENTS.slice(0, 2).map((one) => {
    const ms = takenBy(one, name);
    return ms === null ? null : ms / 60_000;
  });

describe("how long it took", () => {
  it("counts mitigation and resolution from the start of the impact, as the Incident Report does", () => {
    expect(minutes("resolve")).toEqual([90, 60]);
    expect(minutes("mitigate")).toEqual([90, 60]);
    expect(minutes("acknowledge")).toEqual([null, null]);
  });

  it("is not known where times are the wrong way round", () => {
    const wrong = site(5, {}, { ...over, phaseSince: DECLARED_AT, impactStarted: after(5) });
    expect(takenBy(wrong, "resolve")).toBeNull();
  });

  it.each([
    [[], null],
    [[4], 4],
    [[1, 3], 2],
    [[1, 3, 100], 3],
  ])("the median of %j is %j", (values, expected) => {
    expect(medianOf(values)).toBe(expected);
  });
});
