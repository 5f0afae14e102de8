import { describe, expect, test } from "@jest/globals";
import {
  hasHidingTag,
  scanHtmlBlock,
  scanInline,
  toOpenLines,
  toRunFinder,
} from "../../../src/incident/fields/hidden.ts";
import { toLines } from "../../../src/incident/fields/lines.ts";

describe("a tag that hides or shows what follows", () => {
  test.each([
    "<details>",
    "a </details",
    "<DETAILS open>",
    "x <blockquote",
    "\\\\<details>",
    "\\a<details>",
  ])("is in %j", (text) => {
    expect(hasHidingTag(text)).toBe(true);
  });

  test.each(["", "details", "<b>", "\\<details>", "a < details", "</ details>"])(
    "is not in %j",
    (text) => {
      expect(hasHidingTag(text)).toBe(false);
    },
  );
});

describe("what a block of raw HTML leaves open", () => {
  test.each<readonly [string, number, boolean, number, boolean]>([
    ["<b>", 0, false, 0, false],
    ["<details><summary>", 0, false, 1, false],
    ["<details\n><blockquote/>", 0, false, 2, false],
    ["<details", 0, false, 1, false],
    ["<detailsx>", 0, false, 0, false],
    ["</details>", 2, false, 1, false],
    ["</details></blockquote>", 1, false, 0, false],
    ["<!-- <details> -->", 0, false, 0, false],
    ["<!-- a --><details>", 0, false, 1, false],
    ["<!--><details>", 0, false, 1, false],
    ["<!--->  <details>", 0, false, 1, false],
    ["<details><!-- a", 0, false, 1, true],
    ["a <details>", 1, true, 1, true],
    ["a --> <details>", 1, true, 2, false],
    ["<details> -->", 0, true, 0, false],
    ["--><!-- b", 0, true, 0, true],
  ])(
    "%j after %d open tags, in a comment %j: %d open, in a comment %j",
    (html, depth, comment, now, inComment) => {
      expect(scanHtmlBlock(html, { depth, comment })).toEqual({ depth: now, comment: inComment });
    },
  );
});

/** The hidden parts, as words. */
const hiddenIn = (text: string, depth = 0) => {
  const found = scanInline(text, 100, depth);
  return [found.hidden.map(({ start, end }) => text.slice(start - 100, end - 100)), found.depth];
};

describe("running text", () => {
  test.each<readonly [string, readonly string[], number]>([
    ["plain", [], 0],
    ["a `b` c", ["`b`"], 0],
    ["a ``b ` c`` d", ["``b ` c``"], 0],
    ["a ` b", [], 0],
    ["a \\`b` c `d`", ["` c `"], 0],
    ["`a\\` b", ["`a\\`"], 0],
    ["a <!-- b --> c", ["<!-- b -->"], 0],
    ["a <!--> c", ["<!-->"], 0],
    ["a <!-- b", [], 0],
    ["--> a <!-- b", [], 0],
    ["a \\<!-- b --> `c`", ["`c`"], 0],
    ["<!-- ` --> `c`", ["<!-- ` -->", "`c`"], 0],
    ["a <details>b</details> c", ["<details>b"], 0],
    ["a <DETAILS open>b", ["<DETAILS open>b"], 1],
    ["a <blockquote><details>b</details>c</blockquote>d", ["<blockquote><details>b</details>c"], 0],
    ["<details>a</details><details>b", ["<details>a", "<details>b"], 1],
    ["</details> a", [], 0],
    ["<detailsx> a", [], 0],
    ["<details a<b> c", [], 0],
    ["`<details>` a", ["`<details>`"], 0],
    ["\\<details> a", [], 0],
  ])("%j hides %j and leaves %d open", (text, parts, depth) => {
    expect(hiddenIn(text)).toEqual([parts, depth]);
  });

  test("within what is open hides all until it is closed", () => {
    expect(hiddenIn("a </details> b <c", 1)).toEqual([["a "], 0]);
    expect(hiddenIn("a <b> c", 1)).toEqual([["a <b> c"], 1]);
    expect(hiddenIn("a", 2)).toEqual([[], 2]);
  });

  test("hides one sign more than it has where it leaves something open: the line's end", () => {
    expect(scanInline("a <details>", 100, 0).hidden).toEqual([{ start: 102, end: 112 }]);
  });
});

describe("runs of backticks", () => {
  test("are found by their length, each behind the one before", () => {
    const next = toRunFinder("` `` ` ``` `` `");
    expect(next(0, 1)).toBe(6);
    expect(next(2, 2)).toBe(13);
    expect(next(5, 1)).toBe(15);
    expect(next(14, 1)).toBe(-1);
    expect(next(7, 3)).toBe(-1);
    expect(next(0, 4)).toBe(-1);
  });
});

const open = (hidden: readonly (readonly [number, number])[], text = "aaaa\nbbbb\ncccc\ndddd") =>
  toOpenLines(
    toLines(text),
    hidden.map(([start, end]) => ({ start, end })),
  );

describe("a line is open", () => {
  test.each<readonly [readonly (readonly [number, number])[], readonly boolean[]]>([
    [[], [true, true, true, true]],
    [[[1, 3]], [true, true, true, true]],
    [[[0, 4]], [true, true, true, true]],
    [[[1, 6]], [false, false, true, true]],
    [[[1, 5]], [false, true, true, true]],
    [[[5, 9]], [true, true, true, true]],
    [[[6, 12]], [true, false, false, true]],
    [[[1, 17]], [false, false, false, false]],
    [
      [
        [11, 13],
        [1, 7],
      ],
      [false, false, true, true],
    ],
    [
      [
        [1, 12],
        [2, 3],
      ],
      [false, false, false, true],
    ],
    [[[15, 99]], [true, true, true, false]],
    [[[4, 5]], [true, true, true, true]],
  ])("where %j are hidden: %j", (parts, lines) => {
    expect(open(parts)).toEqual(lines);
  });
});
