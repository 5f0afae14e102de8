import { describe, expect, it } from "@jest/globals";
import type { EarlierIssue } from "../../src/incident/earlier-issue.ts";
import { toEarlier, toVocabulary, type Given } from "../../src/decide/index.ts";
import type { MachineRecord } from "../../src/incident/record.ts";
import { wantedReport } from "../../src/incident/report.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after, anIncident, POLICY } from "../support/incident.ts";
import { aRecord, lookAt } from "./looked.ts";

const KEY = "declared/unfinished";
const OVER = anIncident({
  declaredAt: after(-9000),
  phase: "resolved",
  phaseSince: after(-8000),
  liaison: "bo",
});

const anEarlier = (overrides: Partial<EarlierIssue> = {}): EarlierIssue => ({
  number: 77,
  title: "Storage is full",
  url: "https://github.com/acme/hubs/issues/77",
  body: "",
  isOpen: false,
  reason: "completed",
  createdAt: after(-9000),
  labels: ["incident", "hub: a"],
  actionItems: [],
  incident: OVER,
  companies: [],
  ...overrides,
});

const anItem = (overrides: Partial<EarlierIssue["actionItems"][number]> = {}) => ({
  title: "Watch the disks",
  url: "https://github.com/acme/hubs/issues/78",
  isOpen: true,
  openedAt: after(-7000),
  assignees: ["cy"],
  ...overrides,
});

const LABELS = ["incident", "incident: investigating", "SEV-4", "Hub: A"];

/** What a look 25 minutes after the declaration says of these earlier incidents. */
function told(
  earlier: readonly EarlierIssue[] | null,
  overrides: Partial<Snapshot> = {},
  given: Partial<Given> = {},
) {
  const { policy = POLICY } = given;
  const comparing = { policy, vocabulary: toVocabulary(policy) };
  const read = earlier?.map((issue) => toEarlier(issue, comparing)) ?? null;
  const all = { earlier: read, ...given };
  const { effects, record } = lookAt([], { labels: LABELS, ...overrides }, all);
  const messages = effects.flatMap((effect) =>
    effect.kind === "post" && effect.message.name === "unfinished" ? [effect.message] : [],
  );
  const posts = effects.filter((effect) => effect.kind === "post" && effect.key === KEY);
  const items = messages.flatMap(({ data }) => data.items);
  return { posts, items, lookedBack: record?.lookedBack };
}

describe("what earlier incidents left unfinished", () => {
  it("is told to whoever leads, and kept in the record with that it was looked for", () => {
    const { posts, items, lookedBack } = told([anEarlier()]);
    expect(posts).toMatchObject([{ key: KEY, message: { data: { to: "ana", more: 0 } } }]);
    expect(items).toMatchObject([{ kind: "report", since: after(-8000), owners: ["ana"] }]);
    expect(lookedBack).toBe(true);
  });

  it.each<[string, Partial<EarlierIssue>, readonly object[]]>([
    ["an open action item", { incident: null, actionItems: [anItem()] }, [{ owners: ["cy"] }]],
    [
      "no action item that is closed",
      { incident: null, actionItems: [anItem({ isOpen: false })] },
      [],
    ],
    [
      "no issue that is a report",
      { incident: null, actionItems: [anItem({ title: "Incident report: x" })] },
      [],
    ],
    [
      "no report that somebody vouched for",
      {
        incident: { ...OVER, vouched: { report: { at: after(-1), by: "ana" } } },
      },
      [],
    ],
    [
      "no report of an incident that goes on",
      {
        isOpen: true,
        reason: null,
        incident: { ...OVER, phase: "mitigated" },
      },
      [],
    ],
    [
      "a report of one that awaits its closing",
      { isOpen: true, reason: null },
      [{ kind: "report" }],
    ],
    [
      "no report that is published",
      { incident: { ...OVER, report: { ...wantedReport(after(-8000)), stage: "published" } } },
      [],
    ],
    ["no report of what was none", { reason: "not_planned" }, []],
    ["no report of what Sitrep did not follow", { incident: null }, []],
    ["nothing of what has another label only", { labels: ["incident", "hub: b"] }, []],
  ])("is %s", (_what, earlier, items) => {
    const found = told([anEarlier(earlier)]);
    expect(found.items).toMatchObject(items);
    expect(found.items).toHaveLength(items.length);
    expect(found.lookedBack).toBe(true);
  });

  it("is owed by whoever the policy lets write the report", () => {
    const policy = { ...POLICY, report: { ...POLICY.report, writer: "liaison" as const } };
    expect(told([anEarlier()], {}, { policy }).items).toMatchObject([{ owners: ["bo"] }]);
  });

  it("is related by the tickets of the record, and by the policy's fields", () => {
    const desk: MachineRecord["desk"] = {
      owed: [],
      known: ["t"],
      closed: false,
      companies: [{ ticket: "t", company: "c" }],
    };
    const snapshot = {
      body: "Region: west\n",
      labels: ["incident"],
      record: aRecord({}, { desk }),
    };
    const policy = { ...POLICY, related: { fields: ["Region"] } };
    const found = told([anEarlier({ body: "Region: West", companies: ["c"] })], snapshot, {
      policy,
    });
    expect(found.items).toMatchObject([
      { reasons: [{ kind: "company" }, { kind: "field", field: "Region", value: "west" }] },
    ]);
  });

  it("says nothing by the labels of phases, severities and declarations", () => {
    const labels = ["incident", "Incident: Investigating", "sev-4", "type: hub incident"];
    expect(told([anEarlier({ labels })], { labels }).items).toEqual([]);
  });
});

describe("it is not told", () => {
  const posted = { key: KEY, nodeId: "c", at: after(1), minimized: false };
  it.each<[string, readonly EarlierIssue[] | null, Partial<Snapshot>, Partial<Given>]>([
    ["before they were read", null, {}, {}],
    [
      "where they were read before",
      [anEarlier()],
      { record: aRecord({}, { lookedBack: true }) },
      {},
    ],
    ["where the comment stands there", [anEarlier()], { posts: [posted] }, {}],
    [
      "where the policy switches it off",
      [anEarlier()],
      {},
      { policy: { ...POLICY, related: null } },
    ],
    ["more than an hour later", [anEarlier()], { record: aRecord({ declaredAt: after(-35) }) }, {}],
    ["after the resolution", [anEarlier()], { record: aRecord({ phase: "resolved" }) }, {}],
    [
      "after the closing",
      [anEarlier()],
      { record: aRecord({ closed: { at: after(2), by: "ana", reason: "completed" } }) },
      {},
    ],
  ])("%s", (_when, earlier, snapshot, given) => {
    expect(told(earlier, snapshot, given).posts).toEqual([]);
  });

  it("and that it was looked for is not forgotten", () => {
    expect(told(null, { record: aRecord({}, { lookedBack: true }) }).lookedBack).toBe(true);
    expect(told(null, { posts: [posted], record: null }).lookedBack).toBe(true);
    expect(told(null).lookedBack).toBeUndefined();
  });

  it("to anybody in particular where nobody leads", () => {
    const { posts } = told([anEarlier()], { record: aRecord({ commander: null }) });
    expect(posts).toMatchObject([{ message: { data: { to: null } } }]);
  });
});
