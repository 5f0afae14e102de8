import { readdirSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { PRESETS } from "../../../src/config/presets.ts";
import { REPORT_RULES } from "../../../src/incident/report-policy.ts";
import { isHeldUp, lintReport } from "../../../src/report/index.ts";
import { RULES } from "../../../src/report/lint/rules/index.ts";
import { FINISHED, finishedBut } from "./finished.ts";
import { cpuMs } from "../../support/cpu-time.ts";

const { rules } = PRESETS["2i2c-2022"].report;

/** What is found: the rule, the text of the line, and what is wrong. */
const found = (markdown: string): readonly (readonly string[])[] =>
  lintReport(markdown, rules).map(({ rule, line, words }) => [
    rule,
    markdown.split(/\r?\n/)[line - 1] ?? "",
    words,
  ]);

describe("the rules of a report", () => {
  it("are those of the policy, in its order, one to a file", () => {
    expect(RULES.map(({ name }) => name)).toEqual(REPORT_RULES);
    const folder = new URL("../../../src/report/lint/rules/", import.meta.url);
    const files = readdirSync(folder).filter((file) => file !== "index.ts");
    expect(files.toSorted()).toEqual(REPORT_RULES.map((name) => `${name}.ts`).toSorted());
  });

  it("find nothing in a report that is finished, with line ends of Windows too", () => {
    expect(found(FINISHED)).toEqual([]);
    expect(found(FINISHED.replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("say where, what and how to mend it, and whether that holds it up", () => {
    const text = finishedBut("Forty people", "Sam forgot it at 09:30. Forty people");
    expect(lintReport(text, { ...rules, blame: "blocking" })).toEqual([
      {
        rule: "blame",
        line: 15,
        column: 1,
        words: '"Sam forgot" makes a person the cause.',
        suggestion: expect.stringContaining("Make the change the subject"),
        blocking: true,
      },
      {
        rule: "zones",
        line: 15,
        column: 18,
        words: '"09:30" does not say its zone.',
        suggestion: expect.stringContaining("UTC"),
        blocking: false,
      },
    ]);
  });

  it("are left out where the policy switches them off, and hold up only where it says so", () => {
    const text = finishedBut("Forty people", "Sam forgot it. Forty people");
    expect(lintReport(text, { ...rules, blame: "off" })).toEqual([]);
    expect(isHeldUp(lintReport(text, { ...rules, blame: "advisory" }))).toBe(false);
    expect(isHeldUp(lintReport(text, { ...rules, blame: "blocking" }))).toBe(true);
  });
});

type Row = readonly [what: string, part: string, by: string, rule: string, line: string];

describe("a report is told what is missing in it", () => {
  it.each<Row>([
    ["a title", 'title: "Logins fail on two hubs"\n', "", "format", "---"],
    ["an empty title", 'title: "Logins fail on two hubs"', "title:", "format", "title:"],
    ["a date", "date: 2026-05-04", "date: May 4", "format", "date: May 4"],
    ["the row of the duration", "| **Duration** | 2 h 13 min |\n", "", "format", "## Overview"],
    ["a section", "## Where We Got Lucky", "## Luck", "format", ""],
    ["a date in the timeline", "### 2026-05-04", "### Monday", "format", "## Timeline"],
    [
      "the table of the timeline",
      "| Time | Event |\n| --- | --- |\n| 08:47 UTC",
      "| 08:47 UTC",
      "format",
      "### 2026-05-04",
    ],
    [
      "what stands in a section",
      "The workshop began a day later.",
      "",
      "empty-section",
      "## Where We Got Lucky",
    ],
    [
      "more than a comment",
      "The workshop began a day later.",
      "<!-- What kept it\nfrom being worse? -->",
      "empty-section",
      "## Where We Got Lucky",
    ],
    [
      "more than bullets without words",
      "- The first answer in the ticket came after five minutes.",
      "- \n- ...",
      "empty-section",
      "## What Went Well",
    ],
    [
      "more than a table's head",
      "A new certificate was put in place, and the hubs were restarted.",
      "| What | When |\n| --- | --- |",
      "empty-section",
      "## Resolution",
    ],
    [
      "what a template left to fill in",
      "Forty people",
      "{{ NUMBER }} people",
      "unanswered",
      "{{ NUMBER }} people of two communities could not log in.",
    ],
    [
      "what was left for later",
      "Nothing watches its end.",
      "TODO",
      "unanswered",
      "The certificate of the login service ended at 08:47 UTC. TODO",
    ],
    [
      "an issue for an action item",
      "certificates (#14)",
      "certificates",
      "action-items",
      "- Watch the end of certificates",
    ],
    [
      "the time of the beginning",
      "**Impact started** | 2026-05-04 08:47 UTC",
      "**Impact started** | not known; declared 2026-05-04 09:02 UTC",
      "times",
      "| **Impact started** | not known; declared 2026-05-04 09:02 UTC |",
    ],
    ["the length", "2 h 13 min", "not over yet", "times", "| **Duration** | not over yet |"],
    [
      "a zone",
      "ended at 08:47 UTC.",
      "ended at 08:47.",
      "zones",
      "The certificate of the login service ended at 08:47. Nothing watches its end.",
    ],
  ])("%s", (_what, part, by, rule, line) => {
    expect(found(finishedBut(part, by))).toEqual([[rule, line, expect.stringMatching(/\.$|\?$/)]]);
  });
});

describe("a report is told what cannot be", () => {
  it.each<Row>([
    [
      "an end before the beginning",
      "**Impact ended** | 2026-05-04 11:00 UTC",
      "**Impact ended** | 2026-05-04 08:00 UTC",
      "times",
      "By these times the end came before the beginning.",
    ],
    [
      "an end before the beginning, in another zone",
      "**Impact ended** | 2026-05-04 11:00 UTC",
      "**Impact ended** | 2026-05-04 11:00 +05:30",
      "times",
      "By these times the end came before the beginning.",
    ],
    [
      "another length",
      "2 h 13 min",
      "2 h 30 min",
      "times",
      "The duration is not the time between the beginning and the end.",
    ],
    [
      "a line of the timeline in the wrong place",
      "11:00 UTC (13:00 Berlin)",
      "08:00 UTC (10:00 Berlin)",
      "times",
      "This line comes before the one above it.",
    ],
    [
      "another day than that of the beginning",
      "date: 2026-05-04",
      "date: 2026-05-14",
      "times",
      "The date is not the day on which it began.",
    ],
    [
      "a step that ends before it begins",
      "Forty people",
      "| Response | From | To |\n| --- | --- | --- |\n| x | 2026-05-04 11:00 UTC | 2026-05-04 10:00 UTC |\n\nForty people",
      "times",
      "It ends before it begins.",
    ],
  ])("%s", (_what, part, by, rule, words) => {
    expect(found(finishedBut(part, by))).toEqual([[rule, expect.anything(), words]]);
  });
});

describe("a report is told what should not stand there", () => {
  it.each<readonly [string, string, string]>([
    ["password: hunter2secret", "secrets", '"pass…" looks like a secret.'],
    ["`ghp_abcdefghijklmnopqrstuvwxyz0123`", "secrets", '"ghp_…" looks like a secret.'],
    ["Write to ana@example.org.", "addresses", '"a…@…" is an e-mail address.'],
    [
      "It was human error.",
      "blame",
      '"human error" stops at a person where the report could go on.',
    ],
    ["It was Bo's fault.", "blame", '"Bo\'s fault" says whose fault it was.'],
    ["That was careless.", "blame", '"careless" judges a person.'],
    [
      "We should have noticed it.",
      "blame",
      '"should have noticed" says what somebody did not do, by what is known now.',
    ],
    ["The engineer failed to look.", "blame", '"The engineer failed to" makes a person the cause.'],
  ])("%s", (sentence, rule, words) => {
    const text = finishedBut("Forty people", `${sentence} Forty people`);
    expect(found(text)).toEqual([[rule, expect.stringContaining(sentence), words]]);
    const shown = JSON.stringify(lintReport(text, rules));
    expect(shown).not.toMatch(/hunter2|ghp_a|ana@/);
  });

  it.each([
    "`git@github.com:acme/hubs` is the address.",
    "```\nBo broke it at 09:30\n```\n",
    "<!-- Bo broke it at 09:30 -->",
    "It took 02:30 h, from 09:00 to 11:30 UTC, or 11:00 Europe/Berlin, or 9:00 AM EST.",
    "At 2026-05-04T09:30:00Z and 09:30+02:00 it was so.",
    "See [the chart](https://example.org/09:30/human-error).",
    "The ratio is 1:2, the port is localhost:8080.",
  ])("and nothing of %j", (text) => {
    expect(found(finishedBut("Forty people", `${text}\n\nForty people`))).toEqual([]);
  });

  it("nor of times below a sentence that says the zone of all of them", () => {
    const said = finishedBut("### 2026-05-04\n", "### 2026-05-04\n\nAll times are in UTC.\n");
    expect(found(said.replace(/ UTC \(\d\d:00 Berlin\)/g, ""))).toEqual([]);
  });
});

describe("a question of the draft", () => {
  const question = "<!-- sitrep:question lucky -->\n> **What kept it from being worse?**\n";
  const asked = (below: string): string =>
    finishedBut("The workshop began a day later.", `${question}${below}`);

  it.each([
    ["alone", ""],
    ["before another one", `\n${question}`],
    ["before facts", "\n<!-- sitrep:facts x 0123456789abcdef -->\n\nx\n\n<!-- /sitrep:facts x -->"],
    ["before a comment alone", "\n<!-- later -->"],
  ])("is open while it stands %s", (_what, below) => {
    const open = found(asked(below)).filter(([rule]) => rule === "unanswered");
    expect(open[0]).toEqual([
      "unanswered",
      "> **What kept it from being worse?**",
      "Nobody answered: What kept it from being worse?",
    ]);
  });

  it("is answered by words below it, or in its place", () => {
    expect(found(asked("\nThe workshop began a day later."))).toEqual([]);
    const replaced = asked("").replace("> **What kept it from being worse?**", "Chance.");
    expect(found(replaced)).toEqual([]);
  });
});

describe("a box with newer facts", () => {
  it("holds the report up until somebody chose", () => {
    const box =
      "<!-- sitrep:conflict overview 0123456789abcdef -->\n\n> x\n\n<!-- /sitrep:conflict overview -->\n";
    expect(found(finishedBut("Forty people", `${box}\nForty people`))).toEqual([
      [
        "conflict",
        "<!-- sitrep:conflict overview 0123456789abcdef -->",
        'The facts of "overview" changed after somebody edited them.',
      ],
    ]);
  });
});

const PIECES = [
  "# ",
  "## Timeline\n",
  "## Action Items\n",
  "- ",
  "| Time | Event |\n| --- | --- |\n",
  "| 09:30 | x |\n",
  "---\n",
  "title: x\n",
  "<!-- ",
  " -->",
  "<!-- sitrep:question a -->\n> x\n",
  "<!-- sitrep:facts a 0123456789abcdef -->\n",
  "```\n",
  "`",
  "](",
  "09:30",
  "2026-05-04 09:30 UTC",
  "Sam forgot",
  "\r\n",
  "\n",
];

describe("any text", () => {
  it("is read without a failure, and findings lie within it", () => {
    const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 5 }));
    const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text.split(/\r\n?|\n/);
        for (const { line, column } of lintReport(text, rules)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([...PIECES, "a ", "the ", "the a ", "Aa ", "@a ", "> ", "x@x.", "1:", "\\", "| ", "[x"])(
    "of 65,536 characters made of %j takes no time",
    (unit) => {
      const text = unit.repeat(Math.ceil(65_536 / unit.length)).slice(0, 65_536);
      const started = cpuMs();
      lintReport(text, rules);
      expect(cpuMs() - started).toBeLessThan(1500);
    },
  );
});
