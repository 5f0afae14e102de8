import { describe, expect, test } from "@jest/globals";
import { toPlainText } from "../../../src/incident/fields/plain-text.ts";
import { toValueText } from "../../../src/incident/fields/value-text.ts";

describe("the words of a line of Markdown", () => {
  test.each([
    ["", ""],
    ["  a \t b  ", "a b"],
    ["\\*a\\* \\a", "*a* \\a"],
    ["a\\", "a\\"],
    ["`a*b*`", "a*b*"],
    ["``a ` b`` c", "a ` b c"],
    ["` a", "` a"],
    ["`` a ` b", "`` a ` b"],
    ["**a** __b__ ~~c~~", "a b c"],
    ["ana_acme 2*3", "ana_acme 2*3"],
    ["_a_ a_ _b", "a a b"],
    ["ä_ö", "ä_ö"],
    ["<b>a</b>", "a"],
    ["<!-- a > b -->c", "c"],
    ["<!-->c", "c"],
    ["a < b > c", "a < b > c"],
    ["a <3 b>", "a <3 b>"],
    ["a <b", "a <b"],
    ["> a <b", "> a <b"],
    ["<https://a.test/x> <HTTP://b.test>", "https://a.test/x HTTP://b.test"],
    ["<ahttps://a.test>", ""],
    ["[a](https://a.test)", "a"],
    ["[a](b(c)d) e", "a e"],
    ["[a [b](c)](d)", "a b"],
    ["[a](b", "[a](b"],
    ["[a] (b)", "[a] (b)"],
    ["a](b)", "a](b)"],
    ["[a]", "[a]"],
    [`[a](${"b".repeat(2000)})`, "a"],
    ["<?x?>a", "a"],
    ["</b>a", "a"],
    ["<!x>a", "a"],
  ])("%j are %j", (markdown, words) => {
    expect(toPlainText(markdown)).toBe(words);
  });

  test("hold no address that is longer than any", () => {
    const long = `[a](${"b".repeat(2100)})`;
    expect(toPlainText(long)).toBe(long);
  });
});

describe("the text of a value", () => {
  test("is given as it is written, in words, and with its addresses", () => {
    const body = "IC:  <!-- a --> **x** <!-- b -->[y](z) \nnext";
    expect(toValueText(body, { start: 3, end: body.indexOf("\n") })).toEqual({
      raw: "<!-- a --> **x** <!-- b -->[y](z)",
      plain: "x y",
      links: "  **x** [y](z)",
    });
  });

  test("has comments that end in the signs with which they begin", () => {
    expect(toValueText("<!--> a", { start: 0, end: 7 }).links.trim()).toBe("a");
    expect(toValueText("<!-- a", { start: 0, end: 6 }).links).toBe("<!-- a");
  });
});
