import { describe, expect, it, test } from "@jest/globals";
import { assignees } from "../../src/decide/rules/assignees.ts";
import { RULES } from "../../src/decide/rules/index.ts";
import { labels } from "../../src/decide/rules/labels.ts";
import { outdated } from "../../src/decide/rules/outdated.ts";
import { state } from "../../src/decide/rules/state.ts";
import { evidentTasks } from "../../src/decide/rules/tasks.ts";
import type { Incident } from "../../src/incident/incident.ts";
import type { Snapshot } from "../../src/incident/snapshot.ts";
import { after, anIncident } from "../support/incident.ts";
import { aStanding } from "./looked.ts";

const completed = { at: after(4), by: "bo", reason: "completed" };
const notPlanned = { at: after(4), by: "bo", reason: "not_planned" };

const labelled = (incident: Partial<Incident>, standing: readonly string[]) =>
  labels
    .effects(aStanding(incident, { labels: standing }))
    .map((effect) => [
      effect.kind,
      effect.kind === "add-label" ? effect.label.name : (effect as { readonly name: string }).name,
    ]);

const made = (severity: string) =>
  labels
    .effects(aStanding({ severity }, { labels: [] }))
    .flatMap((effect) => (effect.kind === "add-label" ? [effect.label] : []));

describe("labels", () => {
  it.each<readonly [string, Partial<Incident>, readonly string[], readonly (readonly string[])[]]>([
    [
      "are let be where they are right",
      {},
      ["incident", "incident: investigating", "SEV-4", "bug"],
      [],
    ],
    ["are right in any case", {}, ["INCIDENT", "Incident: Investigating", "sev-4"], []],
    [
      "may declare by another name",
      {},
      ["type: Hub Incident", "incident: investigating", "SEV-4"],
      [],
    ],
    [
      "are all put on where none is",
      {},
      [],
      [
        ["add-label", "incident"],
        ["add-label", "incident: investigating"],
        ["add-label", "SEV-4"],
      ],
    ],
    [
      "of another phase or severity give way, whatever others stand there",
      { phase: "mitigated", severity: "SEV-1" },
      ["incident", "Incident: Investigating", "SEV-4", "sev-2", "bug", "incident: other"],
      [
        ["remove-label", "Incident: Investigating"],
        ["remove-label", "SEV-4"],
        ["remove-label", "sev-2"],
        ["add-label", "incident: mitigated"],
        ["add-label", "SEV-1"],
      ],
    ],
  ])("%s", (_, incident, standing, effects) => {
    expect(labelled(incident, standing)).toEqual(effects);
  });

  it("are made so that a glance tells how bad it is", () => {
    expect(made("SEV-1")).toEqual([
      { name: "incident", color: "b60205", description: "Sitrep runs this issue as an incident" },
      {
        name: "incident: investigating",
        color: "d73a4a",
        description: "Incident: the cause is being looked for",
      },
      { name: "SEV-1", color: "b60205", description: "Incident: severity" },
    ]);
    const colors = ["SEV-1", "SEV-2", "SEV-3", "SEV-4"].map((one) => made(one).at(-1)?.color);
    expect(colors).toEqual(["b60205", "d93f0b", "fbca04", "c2e0c6"]);
    expect(made("SEV-9").at(-1)?.color).toBe("c2e0c6");
  });
});

const changes = (
  incident: Partial<Incident>,
  assigned: readonly string[],
  held: readonly string[] = [],
) =>
  assignees
    .effects(aStanding(incident, { assignees: assigned }, { held }))
    .flatMap((effect) => ("logins" in effect ? [[effect.kind, ...effect.logins]] : []));

describe("assignees", () => {
  it.each<readonly [string, Partial<Incident>, readonly string[], readonly string[], unknown]>([
    [
      "are the holders, each once",
      { commander: "ana", liaison: "ANA" },
      [],
      [],
      [["assign", "ana"]],
    ],
    [
      "are the holders, each by an effect of their own",
      { liaison: "bo" },
      [],
      [],
      [
        ["assign", "ana"],
        ["assign", "bo"],
      ],
    ],
    ["that are there in any case are let be", { liaison: "bo" }, ["ANA", "Bo"], [], []],
    ["whom a person took off are not put on again", { unassigned: ["ANA"] }, [], [], []],
    ["whom people chose are let be", {}, ["ana", "cleo"], [], []],
    [
      "who held a role and hold none go",
      {},
      ["ana", "bo"],
      ["bo", "BO", "sam"],
      [["unassign", "bo"]],
    ],
    ["who hold another role stay", { liaison: "bo" }, ["ana", "bo"], ["bo", "ana"], []],
  ])("%s", (_, incident, assigned, held, effects) => {
    expect(changes(incident, assigned, held)).toEqual(effects);
  });
});

describe("the state of the issue", () => {
  it.each<readonly [NonNullable<Incident["wanted"]>["state"] | null, Snapshot["state"], unknown]>([
    [null, "open", []],
    [null, "closed", []],
    ["open", "open", []],
    ["open", "closed", [{ kind: "reopen" }]],
    ["closed-as-completed", "closed", []],
    ["closed-as-completed", "open", [{ kind: "close", reason: "completed" }]],
    ["closed-as-not-planned", "open", [{ kind: "close", reason: "not-planned" }]],
  ])("wanted %j where it is %s", (wanted, now, effects) => {
    const standing = aStanding(
      { wanted: wanted === null ? null : { state: wanted, since: after(1) } },
      { state: now },
    );
    expect(state.effects(standing)).toEqual(effects);
  });
});

describe("the steps that are done on evidence", () => {
  const ask = { by: "bo", from: null, since: after(1) } as const;
  const word = { at: after(1), by: "ana" };
  const update = { at: after(1), by: "ana", text: "up", url: "https://a.test", nextAt: null };

  it.each<readonly [string, Partial<Incident>, readonly string[]]>([
    ["with both roles held", {}, ["open", "commander", "liaison"]],
    ["with nobody", { commander: null, liaison: null }, ["open"]],
    [
      "with a holder who was asked to confirm",
      { asks: [{ ...ask, kind: "confirm", role: "commander", who: "ana" }] },
      ["open", "liaison"],
    ],
    [
      "with a holder who hands over",
      { asks: [{ ...ask, kind: "handoff", role: "liaison", who: "bo" }] },
      ["open", "commander", "liaison"],
    ],
    [
      "with an expert",
      { experts: [{ login: "bo", area: null }] },
      ["open", "commander", "liaison", "delegate"],
    ],
    [
      "escalated",
      { escalation: { at: after(1), by: null, why: null } },
      ["open", "commander", "liaison", "escalate"],
    ],
    ["told", { update }, ["open", "commander", "liaison", "update"]],
    ["mitigated", { phase: "mitigated" }, ["open", "commander", "liaison"]],
    [
      "resolved, told and reported",
      { phase: "resolved", vouched: { announce: word, report: word } },
      ["open", "commander", "liaison", "resolve", "announce", "report"],
    ],
    ["closed", { closed: completed }, ["open", "commander", "liaison", "close"]],
    ["cancelled", { closed: notPlanned }, ["open", "commander", "liaison"]],
  ])("%s", (_, incident, tasks) => {
    expect(evidentTasks(anIncident(incident))).toEqual(tasks);
  });
});

test("reminders that nobody has to act on are hidden", () => {
  expect(outdated.effects(aStanding({}, {}, { outdated: ["IC_1", "IC_2"] }))).toEqual([
    { kind: "minimize", nodeId: "IC_1" },
    { kind: "minimize", nodeId: "IC_2" },
  ]);
});

test("while Sitrep stands by, what was promised is kept and nothing else is touched", () => {
  expect(
    RULES.filter((rule) => rule.holdsStandingBy)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(["outbox", "outdated", "receipts", "state"]);
});
