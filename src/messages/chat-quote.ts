import { linked, type ChatPiece } from "./chat-blocks.ts";
import { toChatParts, type ChatPart } from "./chat-markdown.ts";
import { cut, toVisible } from "./visible.ts";

const QUOTE_LIMIT = 1500;
const QUOTE_LINES = 15;

/** The parts with a link below them. */
function withLink(parts: readonly ChatPart[], link: ChatPiece): readonly ChatPart[] {
  const last = parts.at(-1);
  if (last?.type !== "rich_text_quote") {
    return [...parts, { type: "rich_text_quote", elements: [link] }];
  }
  const elements = [...last.elements, { type: "text", text: "\n" } as const, link];
  return [...parts.slice(0, -1), { ...last, elements }];
}

/** People's words as a quote, formatted as they meant them; where they have to be cut, a link leads to the whole. */
export function quotedWords(text: string, url: string): readonly ChatPart[] {
  const whole = toVisible(text).trim();
  if (whole === "") return [];
  const lines = cut(whole, QUOTE_LIMIT).split("\n");
  const shown = lines.slice(0, QUOTE_LINES).join("\n").trimEnd();
  const parts = toChatParts(shown);
  // A text that ends so was cut before it came here.
  const isCut = whole.length > QUOTE_LIMIT || lines.length > QUOTE_LINES || whole.endsWith("…");
  return isCut ? withLink(parts, linked(url, "Read all of it")) : parts;
}
