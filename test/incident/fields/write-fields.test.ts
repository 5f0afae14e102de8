import { describe, expect, test } from "@jest/globals";
import type { FieldChanges } from "../../../src/incident/fields/index.ts";
import { readFields, skeletonOf, writeFields } from "../../../src/incident/fields/index.ts";
import { corpus } from "./corpus.ts";

const settings: readonly FieldChanges[] = [
  { commander: "zed-1" },
  { commander: null },
  { liaison: "zed-1" },
  { liaison: null },
  { representative: "zed-1" },
  {
    experts: [
      { login: "zed-1", area: "disks, and so on" },
      { login: "yan", area: null },
    ],
  },
  { experts: [] },
  { tickets: ["https://example.com/a/tickets/7?x=1,2", "http://example.com/8"] },
  { tickets: [] },
  { severity: "SEV-4 [not] <b>|*urgent*" },
  { severity: null },
  { status: "Mitigated" },
  { impactStarted: "2026-01-02T03:04:05Z" },
  { impactStarted: null },
];

describe.each(corpus)("%s", (_, body) => {
  test.each(settings)(
    "takes %j, reads it back, and changes no byte outside the field",
    (change) => {
      const before = readFields(body);
      const written = writeFields(body, change);
      const after = readFields(written);
      const [name = ""] = Object.keys(change);
      const field = name === "tickets" ? "ticket" : name;
      const stands = [...before.present].includes(field as "ticket");
      const { raw: _raw, problems: _problems, conflicts: _conflicts, ...said } = after;
      const { raw: _r, problems: _p, conflicts: _c, ...saidBefore } = before;
      const normal =
        name === "tickets" && change.tickets?.length === 2
          ? { tickets: ["https://example.com/a/tickets/7?x=1%2C2", "http://example.com/8"] }
          : name === "severity" && change.severity !== null
            ? { severity: "SEV-4 [not] <b>/*urgent*" }
            : change;
      expect(said).toEqual(stands ? { ...saidBefore, ...normal } : saidBefore);
      expect(skeletonOf(written)).toBe(skeletonOf(body));
      expect(written.replaceAll("\r\n", "").includes("\r")).toBe(false);
    },
  );
});

describe("a written value", () => {
  test.each<readonly [string, FieldChanges, string]>([
    ["- **IC:** @ana\n", { commander: "bo" }, "- **IC:** @bo\n"],
    ["- **IC:** @ana\n", { commander: null }, "- **IC:**\n"],
    ["- **IC:**\r\n- x\r\n", { commander: "bo" }, "- **IC:** @bo\r\n- x\r\n"],
    ["IC: @ana  \nSeverity: 1", { commander: "bo" }, "IC: @bo  \nSeverity: 1"],
    ["**IC: @ana**", { commander: "bo" }, "**IC: @bo**"],
    ["IC:\n  @ana", { commander: "bo" }, "IC:\n  @bo"],
    ["IC: @ana\nSomebody's words", { commander: null }, "IC: None\nSomebody's words"],
    ["- SMEs:\n  - @a\n  - @b\n- x", { experts: [{ login: "c", area: null }] }, "- SMEs: @c\n- x"],
    ["| IC | @ana |\n|--|--|", { commander: null }, "| IC | |\n|--|--|"],
    ["| IC | |\n|--|--|", { commander: "bo" }, "| IC | @bo|\n|--|--|"],
    ["### IC\n\n@ana\n\n### X", { commander: null }, "### IC\n\n_No response_\n\n### X"],
    ["### IC\n### X", { commander: "bo" }, "### IC\n\n@bo\n\n### X"],
    [
      "### IC\n\nThe person who\nplans.",
      { commander: "bo" },
      "### IC\n\n@bo\n\nThe person who\nplans.",
    ],
    ["---\nic: ana # now\nx: 1\n---\n", { commander: "bo" }, '---\nic: "@bo"\nx: 1\n---\n'],
    ["---\nic: ana\n---\n", { commander: null }, "---\nic:\n---\n"],
    [
      "---\nexperts:\n  - a\n  - login: b\nx: 1\n---\n",
      {
        experts: [
          { login: "c", area: "net" },
          { login: "d", area: null },
        ],
      },
      '---\nexperts: ["@c (net)", "@d"]\nx: 1\n---\n',
    ],
    [
      "```yaml incident\nseverity: 1\n```",
      { severity: "a: #b" },
      '```yaml incident\nseverity: "a: #b"\n```',
    ],
    ["### IC\n- @ana\n---", { commander: "bo" }, "### IC\n@bo\n\n---"],
    ["IC | @ana\n--|--", { commander: null }, "IC | None\n--|--"],
    ["IC:\t", { commander: "bo" }, "IC:\t@bo"],
    ["IC: @ana\n\nIC: @bo", { commander: "cy" }, "IC: @cy\n\nIC: @bo"],
    [
      "Impact start: TBD",
      { impactStarted: "2026-05-04T09:30:00Z" },
      "Impact start: 2026-05-04 09:30 UTC",
    ],
  ])("%j with %j becomes %j", (body, change, expected) => {
    expect(writeFields(body, change)).toBe(expected);
  });

  test.each<readonly [string, FieldChanges]>([
    ["IC: [@Ana](https://github.com/ana) (until six)", { commander: "ana" }],
    ["Severity: `SEV-2`", { severity: "SEV-2" }],
    ["IC: @org/team", { commander: null }],
    ["Impact start: 2026-05-04 11:30 +02:00", { impactStarted: "2026-05-04T09:30:00Z" }],
    ["Tickets: [#1](https://a.test/1)", { tickets: ["https://a.test/1"] }],
    ["No field at all", { commander: "ana", statusCommentId: "IC_1", tasks: { close: true } }],
    ["IC: @ana", { commander: "not a login" }],
    ["Impact start: TBD", { impactStarted: "yesterday" }],
    ["- [X] Name the Incident Commander", { tasks: { commander: true } }],
  ])("%j stays as it is with %j", (body, change) => {
    expect(writeFields(body, change)).toBe(body);
  });

  test("boxes are ticked wherever people moved them, the first of two only", () => {
    const body =
      "1. [ ] ~~Fill in the incident report.~~\n\ntext\n\n- [ ] Fill in the Incident Report\n";
    expect(writeFields(body, { tasks: { report: true } })).toBe(body.replace("[ ]", "[x]"));
  });
});
