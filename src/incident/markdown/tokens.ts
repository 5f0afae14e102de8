import MarkdownIt, { type Token } from "markdown-it";

// Block structure only: linear for 65,536 hostile characters, where inline rules and other parsers are not.
const parser = new MarkdownIt({ html: true, linkify: false });
parser.core.ruler.disable(["inline", "linkify", "replacements", "smartquotes", "text_join"]);

/** The block tokens of a Markdown text; `token.map` counts lines as `toLines` does. Never throws. */
export const toTokens = (text: string): readonly Token[] => parser.parse(text, {});
