import { describe, expect, test } from "@jest/globals";
import { isPlaceholder } from "../../../src/incident/fields/placeholders.ts";
import { normalizeWords, parseWords, toWordsMarkdown } from "../../../src/incident/fields/words.ts";

describe("words that are safe in every shape", () => {
  test.each([
    ["SEV-2", "SEV-2"],
    ["  very \t\n high  ", "very high"],
    ["a\u2028b\u2029c\u0000d\u0007", "a b c d"],
    ["a\u202eb\u2066c\ufeffd", "a b c d"],
    ["`SEV-2`", "'SEV-2'"],
    ["ask @ana", "ask ＠ana"],
    ["status：up", "status:up"],
    ["a|b", "a/b"],
    ["up.", "up"],
    ["up ?!.:;,\\ ", "up"],
    ["v1.2", "v1.2"],
    [`a\ud800b`, "a\ufffdb"],
    ["x".repeat(60), "x".repeat(60)],
    ["x".repeat(61), "x".repeat(60)],
    ["🚒".repeat(61), "🚒".repeat(60)],
    [`${"x".repeat(59)} y`, "x".repeat(59)],
    [`${"x".repeat(58)}. y`, "x".repeat(58)],
    ["", null],
    ["None.", null],
    ["@username", null],
    ["@your-username", null],
    [` ${"x".repeat(60)}`, "x".repeat(60)],
    ["{{ SEVERITY }}", null],
  ])("%j becomes %j", (text, words) => {
    expect(normalizeWords(text)).toBe(words);
  });
});

describe("a status or severity as it is written", () => {
  test.each([
    ["SEV-2", true],
    ["rather high now", true],
    ["it is rather high", false],
    ["rather high.", false],
    ["high?", false],
    ["what: high", true],
    ["v1.2 is up", true],
  ])("%j is nothing but a value: %j", (plain, exact) => {
    expect(parseWords(plain)).toMatchObject({ exact, problems: [] });
  });
});

describe("words as Markdown", () => {
  test.each([
    ["SEV-2", "SEV-2"],
    [
      "*a* _b_ [c] <d> ~e~ {f} g:h i\\j",
      "\\*a\\* \\_b\\_ \\[c\\] \\<d\\> \\~e\\~ \\{f\\} g\\:h i\\\\j",
    ],
    ["&amp;", "\\&amp;"],
    ["# one", "\\# one"],
    ["+ one", "\\+ one"],
    ["= one", "\\= one"],
    ["- one - two # three", "\\- one - two # three"],
    ["1. one", "1\\. one"],
    ["123456789) one", "123456789\\) one"],
    ["v1. one", "v1. one"],
    ["1, one", "1, one"],
  ])("%j are written %j", (words, markdown) => {
    expect(toWordsMarkdown(words)).toBe(markdown);
  });
});

describe("a placeholder", () => {
  test.each(
    "none|No Response|n/a|NA|tbd|tba|tbc|todo|to do|to be determined|to be confirmed|unknown|unassigned|not assigned|nobody|no one|pending|null|~|?|@username|username|@github-username|@your-username|None.|TBD!| none |  |-|– —|…|_ _|{{ who }}|{{a_b.c/d,e:f#g&i-j}}|{{}}".split(
      "|",
    ),
  )("is %j", (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  test.each([
    "none of us",
    "no.ne",
    "noneother",
    "a -",
    "- a",
    "{{ who('x') }}",
    "{{ who",
    "who }}",
    "x {{ who }}",
    "{{ who }} x",
    "tbd!!",
    "ana",
    "None of.",
  ])("is not %j", (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });
});
