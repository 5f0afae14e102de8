import { describe, expect, it } from "@jest/globals";
import { changedBoxes, followBoxes } from "../../src/decide/boxes.ts";
import { changedFields } from "../../src/decide/changed-fields.ts";
import { readFields, type TaskId, TASKS } from "../../src/incident/fields/index.ts";
import type { Incident } from "../../src/incident/incident.ts";
import { after, anIncident } from "../support/incident.ts";

describe("two texts of the top comment", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["IC: @ana", "IC: @bo", ["commander"]],
    ["IC: @ana", "IC: ANA", []],
    ["IC: @ana", "IC: none", ["commander"]],
    ["IC: @ana", "", []],
    ["", "IC: @ana", ["commander"]],
    ["", "IC:", []],
    ["IC: a b", "IC: c d", ["commander"]],
    ["IC: a b", "IC: a b\n\nLiaison: @bo", ["liaison"]],
    ["IC: a b", "IC:", ["commander"]],
    ["IC: a b\n\nLiaison: @bo", "IC: a b\n\nLiaison: @sam", ["liaison"]],
    ["IC: @ana\n\nLiaison: a b", "IC: @ANA\n\nLiaison: a b", []],
    ["SMEs: @cy (net)", "SMEs: @CY (net)", []],
    ["SMEs: @cy (net)", "SMEs: @cy", ["experts"]],
    ["SMEs: @cy, @dee", "SMEs: @dee, @cy", ["experts"]],
    ["SMEs: @cy", "SMEs: @cy, @dee", ["experts"]],
    ["Severity: high", "Severity: High", ["severity"]],
    ["Severity: high", "Severity:", ["severity"]],
    ["Status: up", "Status: UP", []],
    ["Status: up", "Status: down", ["status"]],
    ["Ticket: https://a.test/1", "Ticket: https://a.test/2", ["ticket"]],
    ["Ticket: https://a.test/1", "Ticket: <https://a.test/1>", []],
    ["Community Rep: @rep", "Community Rep: @Rep", []],
    ["Community Rep: @rep", "Community Rep: @cleo", ["representative"]],
    ["Impact start: 2026-05-04 09:00 UTC", "Impact start: 2026-05-04 11:00 +02:00", []],
    ["Impact start: 2026-05-04 09:00 UTC", "Impact start: 2026-05-04 10:00 UTC", ["impactStarted"]],
    ["IC: @ana\n\nStatus: up", "IC: @bo\n\nStatus: down", ["commander", "status"]],
  ])("%j and %j differ in %j", (before, now, fields) => {
    expect(changedFields(readFields(before), readFields(now))).toEqual(fields);
  });
});

const textOf = (wanted: TaskId): string => TASKS.find(({ id }) => id === wanted)?.text ?? "";

/** Fields with these boxes: `x`, a blank, or null for none. */
const text = (announce: string | null, report: string | null) =>
  readFields(
    [
      announce === null ? "" : `- [${announce}] ${textOf("announce")}`,
      report === null ? "" : `- [${report}] ${textOf("report")}`,
    ].join("\n"),
  );

describe("the boxes of steps for which people give their word", () => {
  it.each<readonly [string | null, string | null, readonly string[]]>([
    [" ", "x", ["report"]],
    ["x", "x", ["report"]],
    ["x", " ", []],
    [" ", " ", []],
    [null, null, []],
    ["x", null, []],
  ])("from announce x and report not: %j and %j change %j", (announce, report, steps) => {
    const changed = changedBoxes(text("x", " "), text(announce, report));
    expect(changed).toEqual(announce === " " ? ["announce", ...steps] : steps);
  });

  it("say something only where they say something else", () => {
    const ticked = text("x", "x");
    const word = { at: after(1), by: "ana" };
    const says = (incident: Partial<Incident>) =>
      followBoxes(["announce", "report"], ticked, anIncident(incident), "bo").flatMap((outcome) =>
        outcome.kind === "vouch" ? [outcome.step] : [],
      );
    expect(says({ phase: "resolved" })).toEqual(["announce", "report"]);
    expect(says({ phase: "mitigated" })).toEqual(["report"]);
    expect(says({ phase: "resolved", vouched: { announce: word } })).toEqual(["report"]);
    expect(says({ phase: "resolved", vouched: { announce: word, report: word } })).toEqual([]);
  });

  it("take a word back, in any phase", () => {
    const word = { at: after(1), by: "ana" };
    const incident = anIncident({ vouched: { announce: word } });
    expect(followBoxes(["announce"], text(" ", " "), incident, "bo")).toEqual([
      { kind: "vouch", step: "announce", by: null },
      { kind: "log", entry: { kind: "undone", by: "bo", what: "announce" } },
    ]);
    expect(followBoxes(["announce"], text(" ", " "), anIncident(), "bo")).toEqual([]);
  });
});
