import { cut, toOneLine } from "./visible.ts";

// Slack's limits: 150 characters in a header, 3000 in a text, 50 blocks (https://docs.slack.dev/reference/block-kit/blocks).
const HEADER_LIMIT = 150;
const LINE_LIMIT = 300;
const ADDRESS_LIMIT = 500;

/** How a text is shown. */
export type ChatStyle = Readonly<Partial<Record<"bold" | "italic" | "strike" | "code", true>>>;

/** A piece of a `rich_text` block, in which Slack reads nothing as formatting, mention or link but what says that it is. */
export type ChatPiece =
  | { readonly type: "text"; readonly text: string; readonly style?: ChatStyle }
  | { readonly type: "link"; readonly url: string; readonly text: string };

/** `&`, `<` and `>` as Slack wants them in text that it reads: without them nothing is a mention, a link or a command. */
export const escapeChat = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** One line as plain text: what cannot be seen, or reorders the rest, is taken out; cut at `limit` characters. */
export const plainLine = (text: string, limit = LINE_LIMIT): string => cut(toOneLine(text), limit);

/** A piece of plain text, inert; null where there is nothing to show. */
export const plain = (text: string): ChatPiece => ({ type: "text", text });

/** The same in bold. */
export const bold = (text: string): ChatPiece => ({ type: "text", text, style: { bold: true } });

/** A link with a text of Sitrep's own; plain text where the address is none of the web. */
export function linked(url: string, text: string): ChatPiece {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol)
    ? { type: "link", url: parsed.href, text }
    : plain(text);
}

/** A link that somebody wrote: it shows where it leads; plain text where that is none of the web. */
export function webLink(url: string): ChatPiece {
  const href = URL.parse(url)?.href ?? url;
  return linked(url, plainLine(href, ADDRESS_LIMIT));
}

/** A title over a message. */
export const header = (text: string): object => ({
  type: "header",
  text: { type: "plain_text", text: plainLine(text, HEADER_LIMIT), emoji: false },
});

/** Running text, perhaps with people's words below it. */
export const richText = (pieces: readonly ChatPiece[], quoted: readonly object[] = []): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: pieces }, ...quoted],
});

/** A line that notifies members of Slack, by their ids there; everything else in it is Sitrep's own. */
export const calling = (ids: readonly string[], request: string): object => ({
  type: "section",
  text: { type: "mrkdwn", text: `${ids.map((id) => `<@${id}>`).join(", ")}: ${request}` },
});
