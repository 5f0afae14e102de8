import MarkdownIt, { type Token } from "markdown-it";
import { findBlocks } from "../../report/index.ts";
import { escapeMarkup, html, raw, type Html } from "./html.ts";
import { toHref, toPlain } from "./user-text.ts";

const parser = new MarkdownIt({ html: false, linkify: false }).disable("image");
parser.validateLink = (url) => toHref(url) !== null;
const { rules } = parser.renderer;
rules["link_open"] = (tokens, index) => {
  const href = toHref(String(tokens[index]?.attrGet("href") ?? "")) ?? "";
  return `<a href="${escapeMarkup(href)}" rel="nofollow noopener noreferrer">`;
};
rules["fence"] = (tokens, index) => html`<pre><code>${tokens[index]?.content}</code></pre>`.markup;
rules["code_block"] = rules["fence"];
rules["text"] = (tokens, index) => html`${tokens[index]?.content}`.markup;
rules["code_inline"] = (tokens, index) => html`<code>${tokens[index]?.content}</code>`.markup;

/** The text without its HTML comments: Sitrep's marks, and notes that nobody is to see. */
function withoutComments(text: string): string {
  const parts = text.split("<!--");
  return parts
    .map((part, index) => {
      if (index === 0) return part;
      const end = part.indexOf("-->");
      return end < 0 ? "" : part.slice(end + 3);
    })
    .join("");
}

/** The text without the facts that Sitrep put in: the page tells them itself. */
const withoutFacts = (text: string): string =>
  findBlocks(text)
    .toReversed()
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);

const withoutFrontMatter = (text: string): string => text.replace(/^---\n[^]*?\n---\n/, "");

const isHeading = ({ type }: Token): boolean => type === "heading_open";

/** Level of a heading by its tag, `h2` is 2. */
const levelOf = ({ tag }: Token): number => Number(tag.slice(1));

/** The tokens without headings under which nothing stands, and without drawings that only GitHub draws. */
function withoutEmpty(tokens: readonly Token[]): readonly Token[] {
  const drawn = tokens.filter(({ type, info }) => type !== "fence" || !/^\s*mermaid\b/.test(info));
  const isEmpty = (index: number): boolean => {
    const [heading, next] = [drawn[index], drawn[index + 3]];
    if (heading === undefined || !isHeading(heading)) return false;
    if (next === undefined) return true;
    return isHeading(next) && (levelOf(next) <= levelOf(heading) || isEmpty(index + 3));
  };
  const dropped = new Set(
    drawn.flatMap((_, index) => (isEmpty(index) ? [index, index + 1, index + 2] : [])),
  );
  return drawn.filter((_, index) => !dropped.has(index));
}

/** Headings come beneath those of the page; a cell of a table without a word is no heading; nothing has a style of its own. */
function fitted(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    token.attrs = token.attrs?.filter(([name]) => name === "href" || name === "start") ?? null;
    if (token.type.startsWith("heading_")) token.tag = `h${Math.min(6, levelOf(token) + 1)}`;
    const [next, before] = [tokens[index + 1], tokens[index - 1]];
    const isBare =
      (token.type === "th_open" && next?.content === "") ||
      (token.type === "th_close" && before?.content === "");
    if (isBare) token.tag = "td";
    return token;
  });
}

/**
 * What people wrote in an Incident Report, as markup for a page: Sitrep's own facts, front matter, comments and pictures are left out. Raw HTML
 * is text, and links lead to the web only. Null where nothing is left.
 */
export function toReportText(text: string): Html | null {
  const lines = toPlain(text).replaceAll(/\r\n?/g, "\n");
  const words = withoutComments(withoutFacts(withoutFrontMatter(lines)));
  const boxes = words.replaceAll(/^(\s*[-*+] )\[( |x)\] /gim, (_, start: string, tick: string) =>
    tick === " " ? `${start}☐ ` : `${start}☑ `,
  );
  const tokens = fitted(withoutEmpty(parser.parse(boxes, {})));
  if (tokens.length === 0) return null;
  return raw(parser.renderer.render([...tokens], parser.options, {}));
}
