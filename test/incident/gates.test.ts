import { describe, expect, it, test } from "@jest/globals";
import { NOTHING_SAID } from "../../src/incident/community.ts";
import { gatesOf, shutGates, silenceEndsAt, type GateName } from "../../src/incident/gates.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { wantedReport, type ReportProgress } from "../../src/incident/report.ts";
import type { Situation } from "../../src/incident/situation.ts";
import { anIncident, POLICY } from "../support/incident.ts";

const at = (text: string): number => Date.parse(`2026-05-${text}:00Z`);
const RESOLVED_AT = at("07T12:00");
const TOLD_AT = at("08T14:00");

const aSituation = (
  incident: Partial<Incident> = {},
  { policy = {}, unfiled = [] }: { policy?: Partial<Policy>; unfiled?: readonly string[] } = {},
): Situation => ({
  incident: anIncident({
    phase: "resolved",
    phaseSince: RESOLVED_AT,
    commander: "ana",
    liaison: "bo",
    vouched: { announce: { at: TOLD_AT, by: "bo" }, report: { at: TOLD_AT, by: "ana" } },
    ...incident,
  }),
  policy: { ...POLICY, ...policy },
  actionItems: [],
  unfiled,
});

const shut = (situation: Situation, now: number): readonly GateName[] =>
  shutGates(situation, now).map(({ name }) => name);

const NOW = at("13T12:00");

const agreed = (situation: Situation) =>
  gatesOf(situation, NOW).find(({ name }) => name === "agreed");

describe("an answer in a ticket", () => {
  const TICKET = "https://example.freshdesk.com/a/tickets/125";
  const answered = (text: string) => ({
    community: { ...NOTHING_SAID, answeredAt: at(text), answeredIn: TICKET },
  });
  it("stops that silence counts, and says where it is to be read", () => {
    const situation = aSituation(answered("08T15:00"));
    expect(silenceEndsAt(situation)).toBeNull();
    expect(agreed(situation)).toMatchObject({ isOpen: false, opensAt: null, items: [TICKET] });
  });

  it.each([
    ["was before they were told", answered("08T13:59")],
    [
      "was answered by an update",
      {
        ...answered("08T15:00"),
        update: { at: at("08T15:01"), by: "bo", text: "a", url: "", nextAt: null },
      },
    ],
  ])("that %s stops nothing", (_, incident) => {
    expect(silenceEndsAt(aSituation(incident))).toBe(at("12T14:00"));
    expect(agreed(aSituation(incident))).toMatchObject({ isOpen: true, items: [] });
  });

  it("is no matter once they confirmed", () => {
    const situation = aSituation({ ...answered("08T15:00"), confirmedAt: at("08T16:00") });
    expect(agreed(situation)).toMatchObject({ isOpen: true, items: [] });
  });
});

describe("each gate", () => {
  it.each<readonly [string, Situation, readonly GateName[]]>([
    ["all is done", aSituation(), []],
    ["it is not resolved", aSituation({ phase: "mitigated" }), ["resolved"]],
    [
      "nobody told the community",
      aSituation({ vouched: { report: { at: TOLD_AT, by: "ana" } } }),
      ["told", "agreed"],
    ],
    [
      "nobody told the community, which confirmed all the same",
      aSituation({ vouched: { report: { at: TOLD_AT, by: "ana" } }, confirmedAt: TOLD_AT }),
      [],
    ],
    [
      "the report is not done",
      aSituation({ vouched: { announce: { at: TOLD_AT, by: "bo" } } }),
      ["report"],
    ],
    ["action items have no issue", aSituation({}, { unfiled: ["Probe"] }), ["action-items"]],
    [
      "nothing is done",
      aSituation({ phase: "investigating", vouched: {} }, { unfiled: ["Probe"] }),
      ["resolved", "told", "agreed", "report", "action-items"],
    ],
  ])("when %s", (_, situation, missing) => {
    expect(shut(situation, NOW)).toEqual(missing);
  });
});

const who = (situation: Situation): readonly (string | null)[] =>
  gatesOf(situation, NOW).map((gate) => gate.who);

const reportGates = (report: ReportProgress) => gatesOf(aSituation({ report }), NOW).slice(3);

describe("whom a gate names", () => {
  it("is the liaison for the community, the report's writer for the report", () => {
    expect(who(aSituation())).toEqual(["ana", "bo", "bo", "ana", "ana"]);
    expect(
      who(aSituation({}, { policy: { report: { ...POLICY.report, writer: "liaison" } } })),
    ).toEqual(["ana", "bo", "bo", "bo", "bo"]);
  });

  it("is the commander where nobody is liaison, and nobody where nobody is there", () => {
    const policy = { report: { ...POLICY.report, writer: "liaison" } } as const;
    expect(who(aSituation({ liaison: null }, { policy }))).toEqual(Array(5).fill("ana"));
    expect(who(aSituation({ liaison: null, commander: null }))).toEqual(Array(5).fill(null));
  });

  it("is whoever is to approve the report while it is in review, and goes with where it stands", () => {
    const url = "https://a.test/7";
    const seen = { ...wantedReport(TOLD_AT), as: "issue", id: "7", url, reviewer: "cy" } as const;
    expect(reportGates({ ...seen, stage: "in-review" })).toMatchObject([
      { who: "cy", report: { stage: "in-review", as: "issue", url, reviewer: "cy" } },
      { who: "ana" },
    ]);
    for (const missing of ["stage", "as", "url"] as const) {
      const [gate] = reportGates({ ...seen, stage: "draft", [missing]: null });
      expect(gate).not.toHaveProperty("report");
    }
  });

  it("goes with the items that are missing", () => {
    const [gate] = shutGates(aSituation({}, { unfiled: ["Probe", "Alert"] }), NOW);
    expect(gate?.items).toEqual(["Probe", "Alert"]);
  });
});

describe("silence", () => {
  it.each<readonly [string, number, boolean]>([
    ["on the Monday", at("11T14:00"), false],
    ["a minute before 48 working hours", at("12T13:59"), false],
    ["48 working hours after it was told", at("12T14:00"), true],
    ["later", at("20T00:00"), true],
  ])("from Friday 14:00: %s", (_, now, isOpen) => {
    expect(shut(aSituation(), now)).toEqual(isOpen ? [] : ["agreed"]);
  });

  test("opens at an instant that is known before", () => {
    const opensAt = (situation: Situation) => gatesOf(situation, TOLD_AT)[2]?.opensAt;
    expect(opensAt(aSituation())).toBe(at("12T14:00"));
    expect(opensAt(aSituation({ vouched: {} }))).toBeNull();
    expect(opensAt(aSituation({ confirmedAt: TOLD_AT }))).toBeNull();
  });

  test("ends when the representative says something, and begins anew", () => {
    const heard = aSituation({ representativeHeardAt: at("11T09:00") });
    expect(silenceEndsAt(heard)).toBe(at("13T09:00"));
    expect(shut(heard, at("12T14:00"))).toEqual(["agreed"]);
    expect(shut(heard, at("13T09:00"))).toEqual([]);
  });

  test("counts from the telling where the representative spoke before", () => {
    expect(silenceEndsAt(aSituation({ representativeHeardAt: at("08T13:00") }))).toBe(
      at("12T14:00"),
    );
  });

  test("a confirmation needs no silence", () => {
    expect(shut(aSituation({ confirmedAt: TOLD_AT }), TOLD_AT)).toEqual([]);
  });

  test("is as long as the policy says, and does not begin before somebody told", () => {
    const policy = { silence: { clock: "wall", ms: 3_600_000 } } as const;
    expect(silenceEndsAt(aSituation({}, { policy }))).toBe(at("08T15:00"));
    expect(silenceEndsAt(aSituation({ vouched: {} }))).toBeNull();
  });
});
