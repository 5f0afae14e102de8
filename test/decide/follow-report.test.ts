import { describe, expect, it } from "@jest/globals";
import type { Given } from "../../src/decide/index.ts";
import { wantedReport, type ReportProgress, type ReportSeen } from "../../src/incident/report.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { after } from "../support/incident.ts";
import { aGiven, aSnapshot } from "../support/snapshot.ts";
import { aRecord, lookAt } from "./looked.ts";

const URL = "https://github.com/acme/hubs/pull/7";
const WANTED = wantedReport(after(5));

const seen = (more: Partial<ReportSeen> = {}): ReportSeen => ({
  as: "pull-request",
  id: "7",
  url: URL,
  path: "incident-reports/x.md",
  state: "draft",
  createdAt: after(6),
  publishedAt: null,
  publishedBy: null,
  approvals: [],
  requested: [],
  isPublic: true,
  ...more,
});

const approved = (...logins: readonly string[]) =>
  logins.map((login, index) => ({ login, at: after(10 + index) }));

/** A look at an incident that ana leads, bo its liaison, whose report the place shows as `report`. */
function look(
  report: ReportSeen | null,
  progress: Partial<ReportProgress> | null = {},
  policyText: string | null = null,
  incident: Partial<Incident> = {},
  more: Partial<Given> = {},
) {
  const before = progress === null ? null : { ...WANTED, ...progress };
  const record = aRecord({ liaison: "bo", report: before, ...incident });
  const given: Partial<Given> = { ...more, report, policy: aGiven(aSnapshot(), policyText).policy };
  return lookAt([], { record, assignees: ["ana", "bo"] }, given);
}

const LIAISON_REVIEWS = "report: { writer: commander, reviewers: [liaison] }\n";

describe("a report that its place shows", () => {
  it("for the first time is told in the timeline, with when it was made", () => {
    const { incident, posts } = look(seen());
    expect(incident?.report).toMatchObject({ stage: "draft", url: URL, path: seen().path });
    expect(incident?.timeline.at(-1)).toEqual({
      at: after(6),
      kind: "report-drafted",
      by: null,
      url: URL,
    });
    expect(posts).toEqual([]);
  });

  it("as before tells nothing", () => {
    const { incident: once } = look(seen());
    const { mustRecord, log } = look(seen(), once?.report ?? null);
    expect(log).toEqual([]);
    expect(mustRecord).toBe(false);
  });

  it.each([
    ["that is no draft any more is in review", {}, null, "in-review", null],
    [
      "waits for the reviewer of the policy",
      { approvals: approved("sam") },
      LIAISON_REVIEWS,
      "in-review",
      "bo",
    ],
    [
      "is reviewed when the reviewer approved",
      { approvals: approved("bo") },
      LIAISON_REVIEWS,
      "reviewed",
      null,
    ],
    ["needs more than its writer's word", { approvals: approved("Ana") }, null, "in-review", null],
    [
      "without reviewers takes anybody else's",
      { approvals: approved("sam") },
      null,
      "reviewed",
      null,
    ],
    [
      "passes over a reviewer who writes it",
      { approvals: approved("sam") },
      "report: { writer: liaison, reviewers: [liaison] }\n",
      "reviewed",
      null,
    ],
  ] as const)("%s", (_, more, policy, stage, reviewer) => {
    const { incident } = look(seen({ state: "open", ...more }), { stage: "draft" }, policy);
    expect(incident?.report).toMatchObject({ stage, reviewer });
  });

  it("that got its approval says so in the timeline, once", () => {
    const report = seen({ state: "open", approvals: approved("sam") });
    const { incident, log } = look(report, { stage: "in-review" });
    expect(log).toEqual([{ kind: "report-approved", by: "sam", url: URL }]);
    expect(look(report, incident?.report ?? null).log).toEqual([]);
  });

  it("remembers whom it asked, also after they answered", () => {
    const asked = look(seen({ state: "open", requested: ["bo"] }), { asked: ["sam"] });
    expect(asked.incident?.report?.asked).toEqual(["sam", "bo"]);
    const answered = look(seen({ state: "open", approvals: approved("bo") }), { asked: ["BO"] });
    expect(answered.incident?.report?.asked).toEqual(["BO"]);
  });
});

const at = (login: string, minutes: number) => ({ login, at: after(minutes) });

const reviewed = (reviewers: string, approvals: ReportSeen["approvals"]) =>
  look(seen({ state: "open", approvals }), { stage: "in-review" }, reviewers);

describe("the reviews of a report", () => {
  const BOTH = "report: { writer: liaison, reviewers: [commander, manager] }\nmanager: pm\n";

  it.each([
    ["the commander first", [], "ana"],
    ["whoever has the duty after them", [at("ana", 10)], "pm"],
    ["the commander, where the other came first", [at("pm", 10)], "ana"],
    ["nobody any more", [at("pm", 10), at("ana", 11)], null],
  ] as const)("are asked for in the policy's order: %s", (_, approvals, reviewer) => {
    const { incident } = reviewed(BOTH, approvals);
    expect(incident?.report).toMatchObject({
      reviewer,
      stage: reviewer === null ? "reviewed" : "in-review",
    });
  });

  it("are done with the last of those that the policy wants, whoever it is", () => {
    const { incident } = reviewed(BOTH, [at("ana", 12), at("pm", 10), at("sam", 14)]);
    expect(incident?.timeline.at(-1)).toMatchObject({
      at: after(12),
      kind: "report-approved",
      by: "ana",
    });
  });

  it("are done with the first of anybody where the policy wants nobody", () => {
    const { incident } = reviewed("report: { reviewers: [] }\n", [at("sam", 10), at("tri", 12)]);
    expect(incident?.timeline.at(-1)).toMatchObject({ at: after(10), by: "sam" });
  });

  it.each([
    ["somebody whom nobody named", "report: { writer: liaison, reviewers: [steward] }\n", "sam"],
    ["one person by two names", "report: { reviewers: [liaison, manager] }\nmanager: Bo\n", "bo"],
  ])("do not wait for %s", (_, policy, login) => {
    const { incident } = reviewed(policy, [at(login, 10)]);
    expect(incident?.report?.stage).toBe("reviewed");
  });

  it("name nobody while it is a draft, and tell of no approval then", () => {
    const draft = seen({ approvals: [at("bo", 10)] });
    const { incident, log } = look(draft, { stage: "draft" }, LIAISON_REVIEWS);
    expect(incident?.report).toMatchObject({ stage: "draft", reviewer: null });
    expect(log).toEqual([]);
    expect(look(seen(), { stage: "draft" }, LIAISON_REVIEWS).incident?.report?.reviewer).toBeNull();
  });

  it("tell of no approval of what was withdrawn or published", () => {
    const approvals = [at("bo", 10)];
    const withdrawn = look(seen({ state: "withdrawn", approvals }), { stage: "in-review" });
    expect(withdrawn.log).toEqual([]);
    const published = seen({ state: "published", approvals, publishedAt: after(20) });
    expect(look(published, { stage: "published" }).log).toEqual([]);
  });
});

const filed = (actions?: "wanted" | "filed", writtenActions?: Given["writtenActions"]) => {
  const { incident, effects } = look(
    seen(),
    { stage: "draft", ...(actions === undefined ? {} : { actions }) },
    null,
    {},
    writtenActions === undefined ? {} : { writtenActions },
  );
  const items = effects.flatMap((one) => (one.kind === "file-action" ? [one.action] : []));
  return { items, actions: incident?.report?.actions };
};

describe("the action items that are written in a report", () => {
  const written = [{ title: "Watch the disks", assignee: "bo" }] as const;
  it("become issues once somebody asked for that, and are asked for once", () => {
    expect(filed("wanted", written)).toEqual({
      items: [{ title: "Watch the disks", assignee: "bo", by: "sitrep" }],
      actions: "filed",
    });
    expect(filed("filed", written)).toEqual({ items: [], actions: "filed" });
  });

  it("become none where nobody asked, or none is written", () => {
    expect(filed(undefined, written)).toEqual({ items: [], actions: undefined });
    expect(filed("wanted")).toEqual({ items: [], actions: "filed" });
  });
});

describe("a published report", () => {
  const published = seen({ state: "published", publishedAt: after(20), publishedBy: "sam" });

  it("opens the gate, and its link is told once", () => {
    const { incident, gates, posts, log } = look(published, { stage: "reviewed" });
    expect(incident?.vouched.report).toEqual({ at: after(20), by: "sam" });
    expect(gates.find(({ name }) => name === "report")?.isOpen).toBe(true);
    expect(posts).toEqual(["report/published"]);
    expect(log).toEqual([{ kind: "published", by: "sam", url: URL }]);
    expect(look(published, incident?.report ?? null).posts).toEqual([]);
  });

  it("tells who merged it, and that it is done where nobody is known to have", () => {
    const told = (report: ReportSeen) =>
      look(report, { stage: "reviewed" }).effects.flatMap((one) =>
        one.kind === "post" ? [one.message] : [],
      );
    expect(told(published)).toEqual([
      { name: "report-published", data: { by: "sam", report: URL } },
    ]);
    const unknown = { ...published, publishedBy: null, publishedAt: null };
    expect(told(unknown)).toMatchObject([{ data: { by: null } }]);
    expect(look(unknown).incident?.vouched.report).toEqual({ at: after(6), by: "sitrep" });
  });

  it("leaves the word of whoever said before that it is done", () => {
    const word = { at: after(8), by: "ana" };
    const { incident } = look(published, {}, null, { vouched: { report: word } });
    expect(incident?.vouched.report).toEqual(word);
  });
});

describe("a report that is not followed", () => {
  it.each([
    ["since nobody wants one", seen(), null],
    ["since it could not be read", null, {}],
  ])("%s stays as it was", (_, report, progress) => {
    const { log, incident } = look(report, progress);
    expect(log).toEqual([]);
    expect(incident?.report).toEqual(progress === null ? null : WANTED);
  });

  it("since people closed its pull request is withdrawn, and nothing else is said", () => {
    const { incident, log } = look(seen({ state: "withdrawn" }), { stage: "draft" });
    expect(incident?.report?.stage).toBe("withdrawn");
    expect(log).toEqual([]);
  });
});
