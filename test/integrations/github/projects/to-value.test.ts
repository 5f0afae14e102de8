import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { ProjectField } from "../../../../src/integrations/github/projects/read-fields.ts";
import { toProjectValue } from "../../../../src/integrations/github/projects/to-value.ts";

const NOW = Date.parse("2026-03-06T14:00:00Z");
const AT = Date.parse("2026-03-04T23:59:59Z");

const field = (kind: string, more: Partial<ProjectField> = {}): ProjectField => ({
  id: 1,
  name: "F",
  kind,
  options: [],
  iterations: [],
  ...more,
});
const OPTIONS = field("single_select", {
  options: [
    { id: "a1", name: "In progress" },
    { id: "b2", name: "Done ✅" },
  ],
});
const SPRINTS = field("iteration", {
  iterations: [
    { id: "s9", title: "Sprint 9", start: "2026-02-20", days: 14 },
    { id: "s10", title: "Sprint 10", start: "2026-03-06", days: 14 },
    { id: "cur", title: "Later", start: "2026-04-01", days: 7 },
  ],
});
const day = (text: string): number => Date.parse(`${text}Z`);

describe("a value for a project's field", () => {
  it.each<readonly [string, ProjectField, string | number, string | number]>([
    ["an option by its name", OPTIONS, "In progress", "a1"],
    ["an option in any case", OPTIONS, " in PROGRESS ", "a1"],
    ["an option with an emoji", OPTIONS, "done ✅", "b2"],
    ["an iteration by its title", SPRINTS, "sprint 9", "s9"],
    ["the current iteration, from its first day on", SPRINTS, "current", "s10"],
    ["a number", field("number"), 2.5, 2.5],
    ["a number that is written as a text", field("number"), " -3e2 ", -300],
    ["the day on which it happened", field("date"), "Today", "2026-03-04"],
    ["a date", field("date"), "2026-12-24", "2026-12-24"],
    ["a text", field("text"), " as it is ", "as it is"],
    ["a number in a text", field("text"), 5, "5"],
  ])("is %s", (_, home, value, sent) => {
    expect(toProjectValue(home, { value, at: AT }, NOW)).toEqual({ value: sent });
  });

  it.each([
    ["2026-02-20T00:00:00", { value: "s9" }],
    ["2026-03-05T23:59:59", { value: "s9" }],
    ["2026-03-19T23:59:59", { value: "s10" }],
    [
      "2026-03-20T00:00:00",
      { problem: "The field F of the project has no iteration at this time." },
    ],
    [
      "2026-02-19T23:59:59",
      { problem: "The field F of the project has no iteration at this time." },
    ],
  ])("is the iteration current at %s", (at, expected) => {
    expect(toProjectValue(SPRINTS, { value: "current", at: AT }, day(at))).toEqual(expected);
  });

  const many = field("single_select", {
    options: Array.from({ length: 13 }, (_, index) => ({ id: `${index}`, name: `o${index}` })),
  });
  it.each<readonly [string, ProjectField, string | number, string]>([
    [
      "no option of that name",
      OPTIONS,
      "Over",
      "The field F of the project has no option Over. It has In progress, Done ✅.",
    ],
    [
      "no option at all",
      field("single_select"),
      "Over",
      "The field F of the project has no option Over. It has none.",
    ],
    [
      "none of very many options",
      many,
      "Over",
      "The field F of the project has no option Over. It has o0, o1, o2, o3, o4, o5, o6, o7, o8, o9, o10, o11, and more.",
    ],
    [
      "no iteration of that name",
      SPRINTS,
      "Sprint 1",
      "The field F of the project has no iteration Sprint 1. It has Sprint 9, Sprint 10, Later.",
    ],
    [
      "no number",
      field("number"),
      "many",
      "The field F of the project is a number, and many is none.",
    ],
    [
      "no number where it is blank",
      field("number"),
      " ",
      "The field F of the project is a number, and   is none.",
    ],
    [
      "no date",
      field("date"),
      "2026-02-30",
      "The field F of the project is a date, and 2026-02-30 is none. Write it like 2026-12-24, or today.",
    ],
    [
      "no date of every year",
      field("date"),
      "12-24",
      "The field F of the project is a date, and 12-24 is none. Write it like 2026-12-24, or today.",
    ],
    [
      "a field that GitHub keeps itself",
      field("assignees"),
      "ana",
      "The field F of the project is no field that can be set: GitHub keeps it itself.",
    ],
  ])("cannot be had: %s", (_, home, value, problem) => {
    expect(toProjectValue(home, { value, at: AT }, NOW)).toEqual({ problem });
  });

  it("is a value or a sentence, whatever the policy and the project say", () => {
    const text = fc.oneof(fc.string(), fc.constantFrom("current", "today", "1", "2026-01-01"));
    const name = fc.record({ id: fc.string(), name: text });
    const span = fc.record({ id: fc.string(), title: text, start: text, days: fc.integer() });
    const kind = fc.constantFrom("single_select", "iteration", "number", "date", "text", "labels");
    const anyField = fc.record({
      id: fc.integer(),
      name: text,
      kind,
      options: fc.array(name),
      iterations: fc.array(span),
    });
    const value = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(anyField, value, (home, given) => {
        const found = toProjectValue(home, { value: given, at: AT }, NOW);
        const sent = "value" in found ? found.value : null;
        const isRight = home.kind === "number" ? Number.isFinite(sent) : typeof sent === "string";
        expect("problem" in found ? found.problem.endsWith(".") : isRight).toBe(true);
      }),
    );
  });
});
