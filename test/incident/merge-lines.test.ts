import { expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { mergeLines } from "../../src/incident/merge-lines.ts";

test.each([
  ["changes of one alone stay", "a\nb\nc", "a\nB\nc", "a\nb\nc", "a\nB\nc"],
  ["changes in different places both stay", "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"],
  ["additions in the same place both stay", "a\nb", "a\nx\nb", "a\ny\nb", "a\nx\ny\nb"],
  ["additions at the end both stay", "a", "a\nx", "a\ny", "a\nx\ny"],
  ["of two changes of a line the later one stays", "a\nb\nc", "a\nx\nc", "a\ny\nc", "a\ny\nc"],
  ["an addition beside a changed line stays", "a\nb\nc", "a\nx\nb\nc", "a\ny\nc", "a\nx\ny\nc"],
  ["an addition behind a changed line stays", "a\nb\nc", "a\ny\nc", "a\nb\nx\nc", "a\ny\nx\nc"],
  ["changes round a line that stays are told apart", "a\nb\nc", "A\nb\nC", "a\nb\nZ", "A\nb\nZ"],
  [
    "changes round several lines that stay are told apart",
    "a\nb\nc\nd\ne",
    "A\nb\nC\nd\nE",
    "a\nb\nZ\nd\ne",
    "A\nb\nZ\nd\nE",
  ],
  [
    "lines that stay are found though others came between them",
    "a\nb\nc\nd\ne",
    "A\nx\nb\ny\nz\nd\nE",
    "a\nb\nc\nd\nZ",
    "A\nx\nb\ny\nz\nd\nZ",
  ],
  [
    "of lines that stay as many as can be are found",
    "a\nb\nc\nd\ne",
    "A\nd\nb\nc\nE",
    "a\nb\nc\nd\nZ",
    "A\nd\nb\nc\nd\nZ",
  ],
  ["equal lines are counted", "a\na", "a", "a\na\nb", "a\nb"],
  ["the same change counts once", "a\nb", "a\nx", "a\nx", "a\nx"],
  ["what one took away is gone", "a\nb\nc", "a\nc", "a\nb\nc\nd", "a\nc\nd"],
])("%s", (_, base, earlier, later, merged) => {
  expect(mergeLines(base, earlier, later)).toBe(merged);
});

const text = fc
  .array(fc.constantFrom("a", "b", "c", "", "x y"), { maxLength: 12 })
  .map((lines) => lines.join("\n"));

test("whoever alone changed something gets exactly that", () => {
  fc.assert(
    fc.property(text, text, (base, changed) => {
      expect(mergeLines(base, changed, base)).toBe(changed);
      expect(mergeLines(base, base, changed)).toBe(changed);
      expect(mergeLines(base, changed, changed)).toBe(changed);
    }),
  );
});

test("lines that somebody added are in the merged text", () => {
  const place = fc.nat({ max: 12 });
  fc.assert(
    fc.property(text, place, place, (base, one, other) => {
      const insert = (at: number, line: string): string =>
        base.split("\n").toSpliced(at, 0, line).join("\n");
      const merged = mergeLines(base, insert(one, "from one"), insert(other, "from another"));
      expect(
        merged
          .split("\n")
          .filter((line) => line.startsWith("from"))
          .toSorted(),
      ).toEqual(["from another", "from one"]);
    }),
  );
});

test("beyond the bound of the work the later text stands", () => {
  const long = "We look at it.\nAnd wait.\n".repeat(2600);
  const later = long.replaceAll("wait", "look");
  expect(mergeLines(long, `first\n${long}last`, later)).toBe(later);
});
