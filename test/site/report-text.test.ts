import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { toReportText } from "../../src/site/html/report-text.ts";
import { HOSTILE } from "../support/markdown.ts";

const shown = (text: string): string => (toReportText(text)?.markup ?? "").trim();

describe("an Incident Report on a page", () => {
  it.each([
    [
      "---\ntitle: x\n---\n\n## Overview\n\nIt was *down*.",
      "<h3>Overview</h3>\n<p>It was <em>down</em>.</p>",
    ],
    ["## Overview\n\n## Resolution\n\nx", "<h3>Resolution</h3>\n<p>x</p>"],
    ["## Overview\n\n### Deeper\n\n## Resolution", ""],
    ["## Overview\n\n### Deeper\n\nx", "<h3>Overview</h3>\n<h4>Deeper</h4>\n<p>x</p>"],
    [
      "<!-- sitrep:question a -->\n> **Why?**\n\nBecause.",
      "<blockquote>\n<p><strong>Why?</strong></p>\n</blockquote>\n<p>Because.</p>",
    ],
    ["```mermaid\ntimeline\n```\n\nx", "<p>x</p>"],
    ["- [ ] one\n- [x] two", "<ul>\n<li>☐ one</li>\n<li>☑ two</li>\n</ul>"],
    [
      "[a](https://a.example) [b](javascript:alert(1)) [c](../x)",
      '<p><a href="https://a.example/" rel="nofollow noopener noreferrer">a</a> [b](javascript:alert(1)) [c](../x)</p>',
    ],
    [
      "![p](https://evil.example/p.png)",
      '<p>!<a href="https://evil.example/p.png" rel="nofollow noopener noreferrer">p</a></p>',
    ],
    [
      "<b onclick=x>a</b> ana@example.org",
      "<p>&lt;b onclick=x&gt;a&lt;/b&gt; (an e-mail address)</p>",
    ],
    ["open <!-- never ends", "<p>open</p>"],
  ])("%j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("leaves out the facts that the page tells itself, and keeps what people are asked", () => {
    const example = readFileSync(new URL("../../docs/example-report.md", import.meta.url), "utf8");
    const { markup } = toReportText(example) ?? { markup: "" };
    expect(markup).not.toContain("sitrep:");
    expect(markup).not.toContain("Time to detect");
    expect(markup).toContain("What was the cause");
    expect(markup).not.toMatch(/<h3>Timeline<\/h3>/);
  });

  it("gives no style and no words where a heading of a table is bare", () => {
    expect(shown("| | a |\n| --- | --: |\n| x | y |")).toBe(
      "<table>\n<thead>\n<tr>\n<td></td>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td>y</td>\n</tr>\n</tbody>\n</table>",
    );
  });

  it("does nothing besides being read, whatever it holds", () => {
    const piece = fc.oneof(
      fc.constantFrom(..."<>&\"'`=/ \n;:#[]()!|-*_~".split(""), ...HOSTILE.slice(0, 14)),
      fc.constantFrom(
        "<script>",
        "](javascript:x)",
        "<!--",
        "-->",
        "```x\n",
        "\n| a |\n| - |\n",
        "[a]: javascript:x\n",
      ),
      fc.string({ unit: "binary", maxLength: 4 }),
    );
    const words = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
    const tag =
      /<\/?(?:p|h[1-6]|em|strong|s|code|pre|ul|ol(?: start="\d+")?|li|blockquote|hr|br|table|thead|tbody|tr|th|td|a href="https?:[^"<>]*" rel="nofollow noopener noreferrer"|a)>/g;
    fc.assert(
      fc.property(words, (text) => {
        expect(shown(text).replaceAll(tag, "")).not.toMatch(/[<>]/);
      }),
      { numRuns: 300 },
    );
  });

  it("comes to an end though it is made to be slow, and grows no more than so often", () => {
    for (const text of ["<!-- ", "[a](", "**a_", "> ", "- ", "| a ", "## x\n\n"])
      expect(shown(text.repeat(65_536 / text.length)).length).toBeLessThan(20 * 65_536);
  });
});
