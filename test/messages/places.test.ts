import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  cellCode,
  code,
  inline,
  link,
  mention,
  person,
  quote,
  sentence,
} from "../../src/messages/places.ts";
import { cut, toOneLine } from "../../src/messages/visible.ts";
import { HOSTILE, htmlOf, linksOf, liveIn, seen, textOf, toTokens } from "../support/markdown.ts";

const piece = fc.oneof(
  fc.constantFrom(..."\\`*_{}[]()#+-.!|~<>&$:@=^/ \n\t\"'1a".split("")),
  fc.constantFrom(
    "@org/team",
    "https://",
    "www.",
    "GH-1",
    "#1",
    "deadbeef1",
    "&amp;",
    "&#64;",
    "<!--",
    "<b>",
    "](",
    "```",
    "a_b",
    "\u202E",
    "\u2028",
    "é",
    "😀",
  ),
  fc.string({ unit: "binary", maxLength: 4 }),
);
const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

/** What people should see of a text in one line. */
const shown = (some: string): string => seen(cut(toOneLine(some), 300));

const inlineTypes = (markdown: string): readonly string[] => [
  ...new Set(
    toTokens(markdown)
      .flatMap(({ children }) => children ?? [])
      .map(({ type }) => type),
  ),
];

const CONTEXTS: readonly (readonly [string, (escaped: string) => string])[] = [
  ["alone", (escaped) => escaped],
  ["in a sentence", (escaped) => `(${escaped}) x`],
  ["in a list", (escaped) => `- ${escaped}`],
  ["in a heading", (escaped) => `## ${escaped}`],
  ["in a table", (escaped) => `| a | b |\n| --- | --- |\n| ${escaped} | x |`],
  ["in a quote", (escaped) => `> ${escaped}`],
];

describe("text in a line", () => {
  it.each(CONTEXTS)("shows as exactly what was written %s, and does nothing", (_, put) => {
    const around = (some: string): string => textOf(put("QQ")).replace("QQ", () => some);
    fc.assert(
      fc.property(text, (some) => {
        const markdown = put(inline(some));
        expect(inlineTypes(markdown).filter((type) => type !== "text")).toEqual([]);
        expect(htmlOf(markdown)).toEqual([]);
        expect(liveIn(markdown)).toEqual([]);
        expect(seen(textOf(markdown))).toBe(around(shown(some)).replace(/\n+/g, "\n").trim());
      }),
      { numRuns: 500 },
    );
  });

  it.each(HOSTILE.map((some) => [some]))("shows %.40j as it is", (some) => {
    const markdown = inline(some);
    expect(seen(textOf(markdown))).toBe(shown(some));
    expect([...liveIn(markdown), ...htmlOf(markdown), ...linksOf(markdown)]).toEqual([]);
  });

  it.each(["1) one", "2. two", "- a", "+ a", "# a", "> a", "---", "===", "a  \nb"])(
    "starts nothing with %j",
    (some) => {
      const markdown = `before\n\n${inline(some)}\n\nafter`;
      const kinds = new Set(toTokens(markdown).map(({ type }) => type));
      expect([...kinds]).toEqual(["paragraph_open", "inline", "text", "paragraph_close"]);
    },
  );

  it("never holds half a character", () => {
    const half = String.fromCharCode(0xd83d);
    expect(inline(`a${half}b`)).toBe("a\uFFFDb");
    expect(inline(`${"x".repeat(298)}😀 and more`)).toBe(`${"x".repeat(298)}…`);
  });

  it("leaves ordinary words as they are, for those who read the source", () => {
    const plain = "us-west-2: node_pool is full (80% of R&D), see C:\\temp - it's fine! 3.5 > 2";
    expect(inline(plain)).toBe(plain);
  });

  it("drops what cannot be seen or turns text around", () => {
    expect(inline("a\u0000b\u202Ec\u2066d\u{E0041}e\uFEFFf\u0085g")).toBe("abcdef g");
  });
});

describe("text as code", () => {
  it.each([
    ["in a sentence", (some: string) => `x ${code(some)} y`],
    ["in a table", (some: string) => `| a | b |\n| --- | --- |\n| x | ${cellCode(some)} |`],
  ])("shows as exactly what was written %s", (_, put) => {
    fc.assert(
      fc.property(text, (some) => {
        const found = toTokens(put(some)).filter(({ type }) => type === "code_inline");
        expect(found.map(({ content }) => content).join("")).toBe(cut(toOneLine(some), 300));
        expect([...liveIn(put(some)), ...htmlOf(put(some)), ...linksOf(put(some))]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a sentence", () => {
  it("keeps commands as code", () => {
    expect(sentence("Write `/ic me`, *now*.")).toBe("Write `/ic me`, \\*now\\*.");
  });

  it("does nothing, whoever wrote it", () => {
    fc.assert(
      fc.property(text, (some) => {
        const markdown = sentence(some);
        expect(
          inlineTypes(markdown).filter((type) => !["text", "code_inline"].includes(type)),
        ).toEqual([]);
        expect([...liveIn(markdown), ...htmlOf(markdown)]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a quote", () => {
  it("keeps its lines", () => {
    expect(quote("a\r\n\r\n- b\n    c")).toBe("> a\n>\n> \\- b\n> c");
  });

  it("leads to the whole where it is cut", () => {
    const url = "https://github.com/a/b/issues/1#issuecomment-2";
    const end = `> [Read all of it](${url})`;
    expect(quote("x\n".repeat(20), url).split("\n").slice(14)).toEqual(["> x", end]);
    expect(quote("x ".repeat(2000), url).split("\n")).toHaveLength(2);
    expect(quote("cut before…", url)).toBe(`> cut before…\n${end}`);
    expect(quote("short", url)).toBe("> short");
  });

  it("does nothing, and nothing gets out of it", () => {
    fc.assert(
      fc.property(text, (some) => {
        const markdown = `${quote(some)}\n\nafter`;
        const types = new Set(toTokens(markdown).map(({ type }) => type));
        const allowed = [
          "blockquote_open",
          "blockquote_close",
          "paragraph_open",
          "paragraph_close",
          "inline",
          "text",
          "softbreak",
        ];
        expect([...types].filter((type) => !allowed.includes(type))).toEqual([]);
        expect(liveIn(markdown)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

/** An address with its ASCII signs as such: `%24` and `$` are the same to a server, and `$` is mathematics to GitHub. */
const decoded = (url: string): string =>
  url.replace(/%([0-7][\da-f])/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

describe("a link", () => {
  it("shows a short form of its address", () => {
    expect(link("https://example.freshdesk.com/a/tickets/125")).toBe(
      "[example.freshdesk.com/a/tickets/125](https://example.freshdesk.com/a/tickets/125)",
    );
  });

  it("is text where the address is none", () => {
    expect(link("javascript:alert(1)")).toBe("javascript:alert(1)");
    expect(link("see https://x.example")).toBe("see https:\u200B//x.example");
  });

  it("leads to what was written and does nothing else", () => {
    const path = text.map((some) => some.replace(/\s/g, ""));
    fc.assert(
      fc.property(path, (some) => {
        const url = `https://example.com/${some}`;
        const href = URL.parse(url)?.href ?? "";
        const markdown = `| a |\n| --- |\n| ${link(url)} |`;
        expect(linksOf(markdown).map(decoded)).toEqual([decoded(href)]);
        expect([...liveIn(markdown), ...htmlOf(markdown)]).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a person", () => {
  it("is named by a link, or notified", () => {
    expect(person("ana-b", "https://github.com")).toBe("[ana-b](https://github.com/ana-b)");
    expect(person("ana_acme", "https://ghe.example")).toBe(
      "[ana_acme](https://ghe.example/ana_acme)",
    );
    expect(mention("ana-b")).toBe("@ana-b");
  });

  it.each(["org/team", "a b", "-a", "a--b", "", "ana\n", "x".repeat(50)])(
    "is plain text where %j is no login",
    (login) => {
      expect(person(login, "https://github.com")).not.toContain("](");
      expect(mention(login)).not.toContain("@");
    },
  );
});
