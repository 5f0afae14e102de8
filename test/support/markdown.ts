import MarkdownIt, { type Token } from "markdown-it";

// GitHub links full addresses and e-mail addresses, but no bare names such as `example.com`.
const parser = new MarkdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });

/** What a Markdown text shows: its tokens, inline ones in the place of their block. */
export const toTokens = (text: string): readonly Token[] =>
  parser.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** A text without what shows as nothing. */
export const seen = (text: string): string => text.replaceAll("\u200B", "");

/** The running text of a Markdown text, without code; every line and block apart by one line end. */
export const textOf = (text: string): string =>
  toTokens(text)
    .map(({ type, content, block }) => {
      if (type === "text") return content;
      return type === "softbreak" || block ? "\n" : "";
    })
    .join("")
    .replace(/\n+/g, "\n")
    .trim();

/** Addresses that a Markdown text links to. */
export const linksOf = (text: string): readonly string[] =>
  toTokens(text)
    .filter(({ type }) => type === "link_open")
    .map((token) => String(token.attrGet("href")));

/** Raw HTML in a Markdown text. */
export const htmlOf = (text: string): readonly string[] =>
  toTokens(text)
    .filter(({ type }) => type === "html_block" || type === "html_inline")
    .map(({ content }) => content.trim());

/** What GitHub would make a mention, a reference or a link of after Markdown is done. */
export const liveIn = (text: string): readonly string[] =>
  textOf(text).match(/@[a-z\d]\S*|#\d+|\bGH-\d+|\w+:\/\/|www\.|\b[\da-f]{7,40}\b/gi) ?? [];

/** What people have tried on bots, and a little more. */
export const HOSTILE: readonly string[] = [
  "{{x}} {{{y}}} {{> brief}}",
  "<!channel> <@U1> <#C1>",
  "@org/team @everyone @ana",
  "``` ` `` backticks ```",
  "]]> <![CDATA[ x ]]> --> <!-- y",
  "\u202Egnp.exe \u2066x\u2069 \u05E9\u05DC\u05D5\u05DD",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "<details><summary>x</summary>\n\n</details>",
  "[a](javascript:alert(1)) ![b](https://evil.example/p.png) <https://evil.example>",
  "https://evil.example www.evil.example mailto:a@evil.example a@evil.example",
  "#123 GH-1 org/repo#1 deadbeef0123 0123456789abcdef0123456789abcdef01234567",
  "| a | b |\n| --- | --- |\n# heading\n- [ ] box\n> quote\n1. one\n---\n===",
  "*a* _b_ **c** ~~d~~ $e$ [^1] [!NOTE] \\",
  "&lt;b&gt; &#64;ana &commat;ana \\@ana",
  `\u0000\u0007\u001B[31m\u2028\uFEFF${String.fromCharCode(0xd800)}\u{E0041}`,
  "",
  " ",
  "-",
  "x".repeat(65_536),
  "<".repeat(65_536),
  "@a ".repeat(21_845),
  "\n".repeat(65_536),
  "`".repeat(65_536),
];
