import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { html } from "../../src/site/html/html.ts";
import { prose, toHref, toLine, toPlain } from "../../src/site/html/user-text.ts";

/** Escaped text as it is read. */
const back = (escaped: string): string =>
  escaped
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe("a link", () => {
  it.each([
    ["https://github.com/acme", "https://github.com/acme"],
    ["http://example.org", "http://example.org/"],
    ["HTTPS://EXAMPLE.ORG/A", "https://example.org/A"],
    ["javascript:alert(1)", null],
    ["\u0001javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["//example.org", null],
    ["ftp://example.org", null],
    ["", null],
    [null, null],
  ])("%j leads to %j", (url, expected) => {
    expect(toHref(url)).toBe(expected);
  });
});

describe("people's words", () => {
  it.each([
    ["a\u202Eb\u2066c", "abc"],
    ["a\u0000\u001B[31mb", "a[31mb"],
    ["\uD800x", "x"],
    ["mail ana@example.org now", "mail (an e-mail address) now"],
    ["line\nline\ttab", "line\nline\ttab"],
    ["👩‍🚀 a‌b", "👩‍🚀 a‌b"],
  ])("%j are %j", (text, expected) => {
    expect(toPlain(text)).toBe(expected);
  });

  it("stand in one line where they have to", () => {
    expect(toLine("  a\n\n b\t")).toBe("a b");
  });

  it("link what is an address on the web, and nothing else", () => {
    const { markup } = prose(
      "see https://a.example/x?y=1&z=2. <b> javascript:alert(1) [q](https://b.example)",
    );
    expect(markup).toBe(
      '<span class="said" dir="auto">see <a href="https://a.example/x?y=1&amp;z=2" rel="nofollow noopener noreferrer">https://a.example/x?y=1&amp;z=2</a>. &lt;b&gt; javascript:alert(1) [q](<a href="https://b.example/" rel="nofollow noopener noreferrer">https://b.example</a>)</span>',
    );
  });

  it("come out of a template as they went in", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (words) => {
        const { markup } = html`<p title="${words}">${words}</p>`;
        const [, attribute = "", text = ""] =
          /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup) ?? [];
        expect([back(attribute), back(text)]).toEqual([words, words]);
      }),
    );
  });
});
