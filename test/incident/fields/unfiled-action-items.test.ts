import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { insertSection, readFields } from "../../../src/incident/fields/index.ts";
import { anyBody, values } from "./arbitraries.ts";

const nobody = {
  commander: "ana",
  liaison: null,
  representative: null,
  experts: [],
  tickets: [],
  severity: null,
  status: "Resolved",
  impactStarted: null,
};

const unfiledIn = (...lines: readonly string[]): readonly string[] =>
  readFields(lines.join("\n")).unfiled;

describe("action items without an issue", () => {
  test.each([
    ["a bullet", "- watch the disks", ["watch the disks"]],
    ["an open box", "- [ ] watch the disks", ["watch the disks"]],
    ["a number", "1. watch the disks", ["watch the disks"]],
    ["a ticked box: it is done", "- [x] watch the disks", []],
    ["a number of an issue", "- watch the disks #12", []],
    ["a number of one digit, or of many", "- watch #1\n- the #123456 disks", []],
    ["a number in brackets", "- [ ] watch the disks (#12)", []],
    ["an issue of another repository", "* [ ] acme/hubs#12", []],
    ["the first issue of another repository", "- [ ] acme/hubs#1", []],
    ["one of its many issues, and more", "- [ ] see acme/hubs#12345 first", []],
    ["no number of another repository", "- acme/hubs#12a", ["acme/hubs#12a"]],
    ["an issue's address without encryption", "- http://ghe.example/acme/hubs/issues/7", []],
    ["a tick somewhere in it", "- watch [x] and [ ] disks", ["watch [x] and [ ] disks"]],
    ["a narrow box", "- [] watch the disks", ["watch the disks"]],
    ["a box without words", "- [x]\n- [ ]\n- []", []],
    ["words before it", "These are left:\n\n- watch the disks", ["watch the disks"]],
    ["a paragraph behind it", "- watch the disks\n\nAll is said in #12.", ["watch the disks"]],
    ["an issue at the start of its second line", "- watch the disks\n  #12", []],
    ["words below what is hidden", "- <!-- x -->\n\n  watch the disks", []],
    ["folded words in it", "- watch <details>`df` daily</details>the disks", ["watch the disks"]],
    ["several comments in it", "- watch <!-- #1 -->the <!-- #2 -->disks", ["watch the disks"]],
    [
      "a number in a comment of two lines",
      "- watch the disks <!-- see\n  #12 --> daily",
      ["watch the disks"],
    ],
    ["a number behind a comment of two lines", "- watch the disks <!-- see\n  it --> in #12", []],
    ["a heading as an item", "- # Watch the disks\n- more room", ["Watch the disks", "more room"]],
    ["an issue's address", "- [disks](https://github.com/acme/hubs/issues/12)", []],
    ["an issue on a server of the team's", "- https://ghe.example/acme/hubs/issues/12#x", []],
    ["a pull request's address", "- https://github.com/acme/hubs/pull/12", []],
    ["an address of no issue", "- see https://acme.org/12", ["see https://acme.org/12"]],
    [
      "the list of issues",
      "- <https://github.com/a/b/issues/>",
      ["https://github.com/a/b/issues/"],
    ],
    [
      "a number that is none of an issue",
      "- C#12, a#1, #0, &#12;, #12a",
      ["C#12, a#1, #0, &#12;, #12a"],
    ],
    ["a number in code", "- watch `#12`", ["watch #12"]],
    ["a number in a comment", "- watch the disks <!-- #12 -->", ["watch the disks"]],
    ["markup", "- **watch** `df` _daily_", ["watch df daily"]],
    ["a template's place", "- {{ summary }}\n- _None_\n-\n- [ ] ...", []],
    ["details below it", "- watch the disks\n  - all of them\n  - daily", ["watch the disks"]],
    ["an issue below it", "- watch the disks\n  - all of them: #12", []],
    ["an issue in a paragraph of it", "- watch the disks\n\n  as said in #12", []],
    ["an issue in its second line", "- watch the disks\n  as in #12", []],
    ["an issue in the next one", "- watch the disks\n- more room #12", ["watch the disks"]],
    ["a paragraph", "Watch the disks.", []],
    ["a quote", "> - watch the disks", []],
    ["code", "```\n- watch the disks\n```", []],
    ["a folded part", "<details>\n\n- watch the disks\n\n</details>", []],
    ["a comment", "<!--\n- watch the disks\n-->", []],
    ["hidden words", "- <!-- watch the disks -->", []],
  ])("%s", (_, items, expected) => {
    expect(unfiledIn("## Action items", "", items)).toEqual(expected);
  });

  test.each([
    "# Action items",
    "###### ACTION ITEMS ######",
    "### 🛠️ Action Items:",
    "**Before**\n\n## **Action items:**",
    "Action items\n---",
    "## :wrench: action-items",
    "## Action item",
    "## Action items <!-- each gets an issue -->",
    "## Action items ##  ",
    "Action\nitems\n---",
    `## Action items${" 🔥".repeat(60)}`,
  ])("under %j", (heading) => {
    expect(unfiledIn(heading, "- watch the disks")).toEqual(["watch the disks"]);
  });

  test.each([
    "## No action items",
    "Action items:",
    "> ## Action items",
    "```\n## Action items\n```",
    "<details>\n\n## Action items\n\n</details>",
    "<!--\n## Action items\n-->",
    "## `Action items`",
    "## Action items of before",
    "## Action: items",
    "## Action items#",
    "## Action items #x",
    "## Action items #:",
    `## Action items${" 🔥".repeat(70)}`,
    "---\naction items:\n---",
  ])("not under %j", (heading) => {
    expect(unfiledIn(heading, "", "- watch the disks")).toEqual([]);
  });

  test("up to the next heading that is no smaller, in several places", () => {
    const found = unfiledIn(
      "- before",
      "## Action items",
      "- one",
      "### Technical",
      "- two",
      "## Lessons",
      "- lucky",
      "### Action items",
      "- three",
      "# Timeline",
      "- 10:00 up",
    );
    expect(found).toEqual(["one", "two", "three"]);
  });

  const section = insertSection("## Action items\n- one", nobody, {}, { statusCommentId: "IC_1" });

  test("what Sitrep put below them is none of them, wherever its section ends", () => {
    expect(section).toContain("- [ ] Fill in the Incident Report");
    expect(unfiledIn(section, "- two")).toEqual(["one", "two"]);
    expect(unfiledIn("- zero", section, "## Notes", "- two")).toEqual(["one"]);
    const open = section.replace("<!-- /sitrep:section -->", "");
    expect(unfiledIn(open, "## Notes", "- two")).toEqual(["one"]);
    expect(unfiledIn(open, "## Action items", "- two")).toEqual(["one", "two"]);
    expect(unfiledIn(open, "Action items", "", "- two")).toEqual(["one"]);
    expect(unfiledIn(open, "- ## Action items", "- two")).toEqual(["one"]);
  });

  test("carriage returns and a byte order mark change nothing", () => {
    expect(unfiledIn("\ufeff## Action items\r", "\r", "- one\r", "- two #1\r")).toEqual(["one"]);
  });

  test("they have an end", () => {
    const items = Array.from({ length: 300 }, () => `- ${"x🔥".repeat(80)}`);
    const found = unfiledIn("## Action items", ...items);
    expect(found).toHaveLength(50);
    expect(found[0]).toBe(`${"x🔥".repeat(33)}…`);
    expect(unfiledIn("## Action items", `- ${"🔥".repeat(51)}`)).toEqual([`${"🔥".repeat(49)}…`]);
    expect(unfiledIn("## Action items", `- ${"x".repeat(100)}`)).toEqual(["x".repeat(100)]);
  });
});

describe("any body", () => {
  const runs = { numRuns: Number(process.env["FC_RUNS"] ?? 150) };

  test("reads as short lines of text", () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        for (const item of readFields(`## Action items\n\n- x\n\n${body}`).unfiled) {
          expect(item).not.toMatch(/^\s*$|[\r\n]/);
          expect(item.length).toBeLessThanOrEqual(100);
        }
      }),
      runs,
    );
  });

  test("has the same action items with Sitrep's section in it", () => {
    fc.assert(
      fc.property(anyBody, values, (body, all) => {
        const listed = `## Action items\n\n- x\n\n${body}`;
        const inserted = insertSection(listed, all, {}, { statusCommentId: null });
        expect(readFields(inserted).unfiled).toEqual(readFields(listed).unfiled);
      }),
      runs,
    );
  });

  test.each([
    "- ",
    "- a ",
    "- `",
    "- <!--",
    "- [ ] #",
    "## Action items\n",
    "* a/b#\n",
    "- https://a/b/c/issues/",
    "- a/".concat("b".repeat(90), "\n"),
    "  - x\n",
    "<details>",
    "- [",
    "- #1",
  ])("of 65,536 characters is read in time: %j", (piece) => {
    for (const between of ["", "\n"]) {
      const size = Math.floor(65_536 / (piece.length + between.length));
      const { unfiled } = readFields(`## Action items\n${`${piece}${between}`.repeat(size)}`);
      expect(unfiled.length).toBeLessThanOrEqual(50);
    }
  });
});
