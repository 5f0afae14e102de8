import MarkdownIt, { type Token } from "markdown-it";
import sanitizeHtml from "sanitize-html";
import {
  findInternalLinks,
  isInternalAddress,
  type OutgoingSurroundings,
} from "../incident/outgoing/index.ts";
import { toVisible } from "./visible.ts";

const REMOVED = "(internal link)";

// No HTML of people's, and no links out of mere addresses: mail programs make those.
const parser = new MarkdownIt({ html: false, linkify: false, breaks: true });
// Nothing is fetched from anywhere: in the place of a picture stands what it shows.
parser.renderer.rules.image = (tokens, index) =>
  parser.utils.escapeHtml(`[picture${toAlt(tokens[index])}]`);

function toAlt(token: Token | undefined): string {
  const alt = token?.content.trim() ?? "";
  return alt === "" ? "" : `: ${alt}`;
}

/** The text with every internal address in it taken out. */
function withoutInternal(text: string, around: OutgoingSurroundings): string {
  const spans = findInternalLinks(text, around).toSorted((a, b) => b.offset - a.offset);
  return spans.reduce(
    (now, span) => now.slice(0, span.offset) + REMOVED + now.slice(span.offset + span.text.length),
    text,
  );
}

/** Takes what is internal out of the tokens: addresses in any text, and links to them, of which the text stays. */
function clean(tokens: readonly Token[], around: OutgoingSurroundings): Token[] {
  let dropped = 0;
  return tokens.flatMap((token) => {
    if (
      token.type === "link_open" &&
      isInternalAddress(String(token.attrGet("href") ?? ""), around)
    ) {
      dropped += 1;
      return [];
    }
    if (token.type === "link_close" && dropped > 0) {
      dropped -= 1;
      return [];
    }
    token.content = withoutInternal(token.content, around);
    if (token.children !== null) token.children = clean(token.children, around);
    return [token];
  });
}

/** The least that a message needs; of anything else the text stays. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ["p", "br", "strong", "em", "s", "code", "pre", "ul", "ol", "li", "blockquote", "a"],
  allowedAttributes: { a: ["href"] },
  allowedSchemes: ["http", "https"],
  allowProtocolRelative: false,
  nestingLimit: 40,
  transformTags: Object.fromEntries(
    ["h1", "h2", "h3", "h4", "h5", "h6", "tr"].map((name) => [name, "p"]),
  ),
};

/**
 * What a person wrote in Markdown, as HTML for a ticket: a few plain tags, links to http(s) alone, no picture, nothing that runs.
 * Links and addresses that only the team can open are taken out; mentions and references to issues are mere text.
 */
export function toTicketWords(markdown: string, around: OutgoingSurroundings): string {
  const tokens = clean(parser.parse(toVisible(markdown), {}), around);
  return sanitizeHtml(parser.renderer.render(tokens, parser.options, {}), ALLOWED).trim();
}
