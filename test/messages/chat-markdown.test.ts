import { describe, expect, it } from "@jest/globals";
import { toChatParts } from "../../src/messages/chat-markdown.ts";
import { cpuMs } from "../support/cpu-time.ts";

const text = (words: string, ...styles: readonly string[]) => ({
  type: "text",
  text: words,
  ...(styles.length > 0 && { style: Object.fromEntries(styles.map((name) => [name, true])) }),
});
const link = (url: string) => ({ type: "link", url, text: url });
const quote = (...elements: readonly object[]) => ({ type: "rich_text_quote", elements });
const code = (words: string) => ({
  type: "rich_text_preformatted",
  border: 1,
  elements: [text(words)],
});
const list = (
  style: string,
  [indent, offset]: readonly [number, number],
  ...entries: readonly (readonly object[])[]
) => ({
  type: "rich_text_list",
  style,
  indent,
  offset,
  border: 1,
  elements: entries.map((elements) => ({ type: "rich_text_section", elements })),
});

describe("GitHub's Markdown in Slack", () => {
  it.each<[string, string, readonly object[]]>([
    ["plain words", "All is well.", [quote(text("All is well."))]],
    ["line ends as they are", "one\ntwo  \nthree", [quote(text("one\ntwo\nthree"))]],
    ["paragraphs", "one\n\ntwo", [quote(text("one"), text("\n\n"), text("two"))]],
    [
      "styles, in each other too",
      "a **b _c_** ~~d~~ `e <f>`",
      [
        quote(
          text("a "),
          text("b ", "bold"),
          text("c", "bold", "italic"),
          text(" "),
          text("d", "strike"),
          text(" "),
          text("e <f>", "code"),
        ),
      ],
    ],
    ["a heading", "## Now\nDown.", [quote(text("Now", "bold"), text("\n\n"), text("Down."))]],
    ["bold in a heading", "# a **b** c", [quote(text("a b c", "bold"))]],
    [
      "a link, which shows where it leads",
      "see [the board](https://x.example/a?b=c)",
      [quote(text("see the board ("), link("https://x.example/a?b=c"), text(")"))],
    ],
    [
      "an address, once",
      "https://x.example/a and <https://y.example/>.",
      [quote(link("https://x.example/a"), text(" and "), link("https://y.example/"), text("."))],
    ],
    [
      "an address that looks like another",
      "https://exаmple.org/",
      [quote(link("https://xn--exmple-4nf.org/"))],
    ],
    [
      "a picture, as its words and where it is",
      "![graph](https://x.example/g.png)![](https://x.example/h.png)",
      [
        quote(
          text("graph ("),
          link("https://x.example/g.png"),
          text(")picture ("),
          link("https://x.example/h.png"),
          text(")"),
        ),
      ],
    ],
    [
      "an address that is none of the web, without a link",
      "[mail](mailto:a@x.example) [x](//evil.example)",
      [quote(text("mail (mailto:a@x.example) x (//evil.example)"))],
    ],
    [
      "a list",
      "- one\n- [x] **two**",
      [list("bullet", [0, 0], [text("one")], [text("[x] "), text("two", "bold")])],
    ],
    [
      "lists in lists, with their numbers",
      "3. three\n   - inner\n4. four",
      [
        list("ordered", [0, 2], [text("three")]),
        list("bullet", [1, 0], [text("inner")]),
        list("ordered", [0, 3], [text("four")]),
      ],
    ],
    [
      "an entry of several paragraphs",
      "- one\n\n  more",
      [list("bullet", [0, 0], [text("one"), text("\n"), text("more")])],
    ],
    [
      "words around a list",
      "before\n- in\n\nafter",
      [quote(text("before")), list("bullet", [0, 0], [text("in")]), quote(text("after"))],
    ],
    ["lists deeper than Slack shows", "- ".repeat(8) + "x", [list("bullet", [5, 0], [text("x")])]],
    ["code", "```js\na < b\n\n  c\n```\n", [code("a < b\n\n  c")]],
    ["code that has no end", "```\nx", [code("x")]],
    [
      "code in an entry",
      "- run\n  ```\n  ls\n  ```\n- then",
      [list("bullet", [0, 0], [text("run")]), code("ls"), list("bullet", [0, 0], [text("then")])],
    ],
    ["a quote", "> said\n\nno", [quote(text("> "), text("said"), text("\n\n"), text("no"))]],
    [
      "a rule",
      "a\n\n---\n\nb",
      [quote(text("a"), text("\n\n"), text("———"), text("\n\n"), text("b"))],
    ],
    ["HTML as it was typed", "<b>x</b> &lt;", [quote(text("<b>x</b> <"))]],
    [
      "a table as it was typed",
      "| a | b |\n|---|---|\n| 1 | 2 |",
      [quote(text("| a | b |\n|---|---|\n| 1 | 2 |"))],
    ],
    ["names as words", "@ana #12 :fire: <!channel>", [quote(text("@ana #12 :fire: <!channel>"))]],
    [
      "what would show as nothing, as it was typed",
      "[x]: https://y.example",
      [quote(text("[x]: https://y.example"))],
    ],
    ["nothing", "", []],
  ])("shows %s", (_, markdown, parts) => {
    expect(toChatParts(markdown)).toEqual(parts);
  });

  it("takes little time over the worst that fits", () => {
    const began = cpuMs();
    for (const worst of ["**a_", "~~a", "[a](", "[[[a]]]", "- a\n", ">", "`a", "<https://a"]) {
      toChatParts(worst.repeat(1500).slice(0, 1500));
    }
    expect(cpuMs() - began).toBeLessThan(1000);
  });
});
