import { describe, expect, test } from "@jest/globals";
import type { BodyFields, FieldChanges } from "../../../src/incident/fields/index.ts";
import { readFields, writeFields } from "../../../src/incident/fields/index.ts";

const present = (body: string) => [...readFields(body).present].toSorted();

/** A body, a change, and the body after it. */
type Written = readonly [string, FieldChanges, string];

describe("a heading with its value below", () => {
  test.each<readonly [string, Partial<BodyFields>]>([
    ["### IC\n\n@ana", { commander: "ana" }],
    ["### IC:\n\n@ana", { commander: "ana" }],
    ["### **IC:**\n\n@ana", { commander: "ana" }],
    ["### IC ##\n\n@ana", { commander: "ana" }],
    ["### IC\n\n<!-- who? -->\n\n<!-- really -->\n\n@ana", { commander: "ana" }],
    ["### IC\n\n@ana\nis on it", { commander: "ana" }],
    ["### IC\n\n@ana\n@bo", { commander: "ana" }],
    ["### IC\n\n- @ana", { commander: "ana" }],
    [
      "### SMEs\n\n- @ana\n- @bo (net)",
      {
        experts: [
          { login: "ana", area: null },
          { login: "bo", area: "net" },
        ],
      },
    ],
    [
      "### Tickets\n\n1. https://a.test/1\n2. https://a.test/2",
      { tickets: ["https://a.test/1", "https://a.test/2"] },
    ],
    ["### Status\n\nUp\n\n### IC\n\n@ana", { status: "Up", commander: "ana" }],
    ["### Status\n\nUp\n\n---\n\nMore.", { status: "Up" }],
    ["### Severity\n\nhigh\n\n<!-- x -->\n\n### X", { severity: "high" }],
    ["### Status\n\n### IC\n\n@ana", { status: null, commander: "ana" }],
    ["### IC\n\n### Severity\n\nhigh", { commander: null, severity: "high" }],
    [`### Status\n\n${"x".repeat(80)}`, { status: "x".repeat(60) }],
    ["### IC\n\n@ana\n\nSeverity: high", { commander: "ana", severity: "high" }],
    ["### IC\n\nSeverity: high", { commander: null, severity: "high" }],
    ["### IC: ##\n\n@ana", { commander: "ana" }],
    ["### IC ##  \n\n@ana", { commander: "ana" }],
    ["### IC\n \t\n@ana", { commander: "ana" }],
    ["### IC\n\n@ana\n\n<details>\n\nx", { commander: "ana" }],
    ["### Status\n\nv1.2", { status: "v1.2" }],
    // What stands under the title is no value: the field is there, and says nothing.
    ["### IC\n\n@ana <details>", { commander: null, problems: [] }],
    ["### IC\n\n> quote\n\n@ana", { commander: null, problems: [] }],
    ["### IC\n\n<div>x</div>\n\n@ana", { commander: null, problems: [] }],
    ["### IC\n\n<div> -->\n\n@ana", { commander: null, problems: [] }],
    ["### IC\n\n<!-- a --> b\n\n@ana", { commander: null, problems: [] }],
    ["### IC\n\n- @ana is on it", { commander: null, problems: [] }],
    ["### IC", { commander: null, problems: [], raw: { commander: "" } }],
    // A line below a form's value is a field of its own, and no half of a sentence.
    [
      "### IC\n\n@ana\nLiaison: whoever can",
      { commander: "ana", raw: { commander: "@ana", liaison: "whoever can" } },
    ],
  ])("%j", (body, fields) => {
    expect(readFields(body)).toMatchObject(fields);
  });

  test.each([
    "### Status\n\nWe look.\n\nAnd wait.",
    "### Status\n\nUp\n\nAnd more.",
    "### Status\n\nUp\n\n- more",
    "### Status\n\nUp!",
    "### Status\n\nUp\nand running",
    "### Status\n\n- Up",
    "### Severity\n\n- high",
    "### Severity\n\nhigh?",
    "### Severity\n\nhigh\n\nAnd more.",
    `### Status\n\n${"x".repeat(81)}`,
    "> ### IC\n>\n> @ana",
    "- ### IC\n\n  @ana",
    "### `IC`\n\n@ana",
    "### <b>IC</b>\n\n@ana",
    "### IC of the day\n\n@ana",
    `### ${"🔥".repeat(101)} IC\n\n@ana`,
    "Incident\nCommander\n---\n\n@ana",
    "IC\nand others\n---\n\n@ana",
    "### I:C\n\n@ana",
    "### Status\n\nUp\n\n    code",
  ])("%j is no field", (body) => {
    expect(present(body)).toEqual([]);
  });

  test.each<Written>([
    ["### IC\n\n@ana\n\n\n### X", { commander: "bo" }, "### IC\n\n@bo\n\n\n### X"],
    ["### IC\n\n<!-- who? -->\n\n@ana\n", { commander: "bo" }, "### IC\n\n<!-- who? -->\n\n@bo\n"],
    ["### IC\n\n<!-- who? -->\n", { commander: "bo" }, "### IC\n\n@bo\n\n<!-- who? -->\n"],
    ["### IC", { commander: "bo" }, "### IC\n\n@bo"],
    ["### IC\n", { commander: "bo" }, "### IC\n\n@bo\n"],
    ["### IC\n\n\n", { commander: "bo" }, "### IC\n\n@bo\n\n\n"],
    ["### IC\r\n### X", { commander: "bo" }, "### IC\r\n\r\n@bo\r\n\r\n### X"],
    ["### IC\n\n- @ana\n\nText", { commander: "bo" }, "### IC\n\n@bo\n\nText"],
    ["### IC\n\n- @ana\n\n\nText", { commander: "bo" }, "### IC\n\n@bo\n\n\nText"],
    ["### IC\n\n\n### X", { commander: "bo" }, "### IC\n\n@bo\n\n\n### X"],
    ["### IC\n- @ana", { commander: "bo" }, "### IC\n@bo"],
    ["### IC\n\n@ana\n@cy", { commander: "bo" }, "### IC\n\n@bo\n@cy"],
    ["### Severity\n\nhigh", { severity: null }, "### Severity\n\n_No response_"],
  ])("%j with %j becomes %j", (body, change, written) => {
    expect(writeFields(body, change)).toBe(written);
  });
});

describe("a title with its value in the text", () => {
  test.each<readonly [string, Partial<BodyFields>]>([
    ["IC:\n@ana", { commander: "ana" }],
    ["IC:\n@ana\nSeverity: high", { commander: "ana", severity: "high" }],
    ["IC:\nSeverity: high", { commander: null, severity: "high" }],
    ["IC:\n@ana is on it", { commander: null }],
    ["IC:\n@acme/sre", { commander: null }],
    ["IC:\n<details> @ana", { commander: null }],
    ["IC: \t\n@ana", { commander: "ana" }],
    ["**IC:\n@ana**", { commander: "ana" }],
    ["IC:\n- @ana", { commander: "ana" }],
    ["- IC:\n  - @ana", { commander: "ana" }],
    [
      "SMEs:\n\n- @ana\n- @bo",
      {
        experts: [
          { login: "ana", area: null },
          { login: "bo", area: null },
        ],
      },
    ],
    ["IC:\n- [ ] @ana", { commander: null }],
    ["SMEs:\n- @ana\n- Severity: high", { experts: [], severity: "high" }],
    ["SMEs:\n- @ana\n- <details>", { experts: [] }],
    ["SMEs:\n- @ana\n  @bo\n- @cy", { experts: [] }],
    ["SMEs:\n- @ana\n  - @bo", { experts: [] }],
    ["SMEs:\n- @ana is on it\n- @bo", { experts: [] }],
    ["Status:\n- Up", { status: null }],
    ["Severity:\n- high", { severity: null }],
    ["Status:\nUp", { status: "Up" }],
    ["Severity:\nhigh", { severity: "high" }],
    ["Severity:\nrather high, I think", { severity: null }],
    ["IC: @ana\n- @bo", { commander: "ana" }],
    ["## IC: @ana\n\n- @bo", { commander: "ana" }],
    ["We ask.\nSeverity: high", { severity: "high" }],
    ["We ask.\nIC: @ana\nor so", { commander: "ana" }],
    ["<details>\n\nx\n\n</details>\nIC: @ana", { commander: null }],
    ["IC: @ana `code\ncode`\nSeverity: high", { commander: null, severity: "high" }],
    ["-\tIC: @ana", { commander: "ana" }],
    ["Status:\nup `a\nb`", { status: null }],
    ["IC:\n@ana\n\n<details>\n\nx", { commander: "ana" }],
    ["IC:\n- @ana\n\n<details>\n\nx", { commander: "ana" }],
    ["SMEs:\n- @ana\n- @bo <details>", { experts: [] }],
    ["- # SMEs:\n  - @bo", { experts: [] }],
    ["- SMEs:\n\n1. @bo\n2. @cy", { experts: [] }],
    ["SMEs:\n- @ana\n- @bo", { raw: { experts: "@ana\n- @bo" } }],
    ["Community Representative: @cleo", { representative: "cleo" }],
    // A line behind a field is a field, whatever its value; one behind a sentence only where it can be read.
    ["IC: @ana\nLiaison: whoever can", { raw: { commander: "@ana", liaison: "whoever can" } }],
    ["IC:\n@ana\nLiaison: whoever can", { raw: { commander: "@ana", liaison: "whoever can" } }],
    ["IC: @ana\nor so\nLiaison: whoever can", { present: new Set(["commander"] as const) }],
  ])("%j", (body, fields) => {
    expect(readFields(body)).toMatchObject(fields);
  });

  test.each(["We ask.\nIC: whoever can", "We ask\nthe IC: @ana", "IC @ana", "> IC: @ana"])(
    "%j is no field",
    (body) => {
      expect(present(body)).toEqual([]);
    },
  );

  test.each<Written>([
    ["IC:\n@ana \nx", { commander: "bo" }, "IC:\n@bo \nx"],
    ["IC:\n@ana", { commander: null }, "IC:\nNone"],
    ["IC:\nx y", { commander: "bo" }, "IC: @bo\nx y"],
    ["IC: @ana\nx", { commander: null }, "IC: None\nx"],
    ["IC: @ana", { commander: null }, "IC:"],
    ["IC: @ana\n\nx", { commander: null }, "IC:\n\nx"],
    ["IC: @ana\nSeverity: 1", { commander: null }, "IC:\nSeverity: 1"],
    ["# IC: @ana", { commander: null }, "# IC: None"],
    ["IC: @ana\n- @bo", { commander: null }, "IC: None\n- @bo"],
    ["- IC: @ana\n- x", { commander: null }, "- IC:\n- x"],
    ["**IC: @ana** x", { commander: null }, "**IC: None** x"],
    ["IC:\n- @ana\n\nx", { commander: "bo" }, "IC: @bo\n\nx"],
    ["IC:\n- @ana", { commander: null }, "IC: None"],
    ["Status:\nUp", { status: "Down" }, "Status: Down"],
    ["Severity:\n  high", { severity: "low" }, "Severity: low"],
    ["IC:@ana", { commander: "bo" }, "IC: @bo"],
    ["Community Rep: @cleo", { representative: "bo" }, "Community Rep: @bo"],
    ["Ticket:\n- https://a.test/1", { tickets: ["https://a.test/2"] }, "Ticket: https://a.test/2"],
  ])("%j with %j becomes %j", (body, change, written) => {
    expect(writeFields(body, change)).toBe(written);
  });
});

const table = (...rows: readonly string[]) => ["| What | Who |", "|--|--|", ...rows].join("\n");

describe("a row of a table", () => {
  test.each<readonly [string, Partial<BodyFields>]>([
    [table("| IC | @ana |", "| Severity: | high |"), { commander: "ana", severity: "high" }],
    [table("| **IC:** | @ana"), { commander: "ana" }],
    [table("  IC | @ana  "), { commander: "ana" }],
    [table("| IC | @ana | x |"), { commander: "ana" }],
    [
      table("| SMEs | @ana (a\\|b), @bo |"),
      {
        experts: [
          { login: "ana", area: "a b" },
          { login: "bo", area: null },
        ],
      },
    ],
    [table("| Status | a \\| b |"), { status: "a / b" }],
    [table("| IC |"), { commander: null }],
  ])("%j", (body, fields) => {
    expect(readFields(body)).toMatchObject(fields);
  });

  test.each([
    table("| `IC` | @ana |"),
    table("| <b>IC</b> | @ana |"),
    table("| IC | Severity |"),
    table("| IC | <details> |"),
    table("| IC of the day | @ana |"),
    "| What | Who | When |\n|--|--|--|\n| IC | @ana | now |",
    "| IC |\n|--|\n| @ana |",
  ])("%j is no field", (body) => {
    expect(present(body)).toEqual([]);
  });

  test.each<Written>([
    [table("| IC | @ana |"), { commander: "bo" }, table("| IC | @bo |")],
    [table("| IC |  |"), { commander: "bo" }, table("| IC | @bo |")],
    [table("| IC ||"), { commander: "bo" }, table("| IC | @bo|")],
    [table("| IC | @ana"), { commander: null }, table("| IC | None")],
    [table("| IC | @ana  "), { commander: "bo" }, table("| IC | @bo  ")],
    [table("| Status | a \\| b |"), { status: "c" }, table("| Status | c |")],
  ])("%j with %j becomes %j", (body, change, written) => {
    expect(writeFields(body, change)).toBe(written);
  });
});

describe("a fence that says so", () => {
  test.each([
    "yaml incident",
    "yml Incident",
    "incident",
    "yaml,incident",
    "yaml  incident",
    "yaml x incident",
  ])("%j is read", (info) => {
    expect(readFields(`\`\`\`${info}\ncommander: ana\n\`\`\``).commander).toBe("ana");
  });

  test.each(["yaml", "xyaml incident", "yamlx incident", "text incident", "incidents", ""])(
    "%j is somebody's sample",
    (info) => {
      expect(present(`\`\`\`${info}\ncommander: ana\n\`\`\``)).toEqual([]);
    },
  );
});

const box = (line: string) => readFields(line).tasks.report;

describe("boxes", () => {
  test.each([
    ["- [ ] Fill in the Incident Report", false],
    ["- [x] Fill in the Incident Report", true],
    ["* [X]\tFill in the Incident Report (by @ana)", true],
    ["1. [x] Fill in the Incident Report", true],
    ["- a\n  - [x] Fill in the Incident Report", true],
  ])("%j is found: %j", (line, isTicked) => {
    expect(box(line)).toBe(isTicked);
  });

  test.each([
    "[x] Fill in the Incident Report",
    "- Fill in the Incident Report",
    "- a [x] Fill in the Incident Report",
    "- [y] Fill in the Incident Report",
    "- [x]Fill in the Incident Report",
    "- [x] Fill in",
    "> - [x] Fill in the Incident Report",
    "- # [x] Fill in the Incident Report",
    "- [x] Fill in the Incident Report <!--\n  a -->",
  ])("%j is none", (line) => {
    expect(box(line)).toBeUndefined();
  });
});
