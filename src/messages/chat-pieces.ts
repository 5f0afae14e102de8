import type { Token } from "markdown-it";
import { webLink, type ChatPiece, type ChatStyle } from "./chat-blocks.ts";

const STYLES: Readonly<Record<string, keyof ChatStyle>> = {
  strong: "bold",
  em: "italic",
  s: "strike",
};

/** A text in a style; nothing where there is nothing to show, which Slack does not take. */
const toText = (text: string, style: ChatStyle): readonly ChatPiece[] => {
  if (text === "") return [];
  return Object.keys(style).length === 0
    ? [{ type: "text", text }]
    : [{ type: "text", text, style }];
};

/** Where a link leads, in brackets after its words: whoever reads it sees that. */
const toTarget = (url: string): readonly ChatPiece[] => [
  ...toText(" (", {}),
  webLink(url),
  ...toText(")", {}),
];

/** What a token says that neither begins nor ends something. A picture is its words, and where it is. */
function wordsOf(token: Token, style: ChatStyle): readonly ChatPiece[] {
  const { type, content } = token;
  if (type === "softbreak" || type === "hardbreak") return toText("\n", {});
  if (type === "code_inline") return toText(content, { ...style, code: true });
  if (type !== "image") return toText(content, style);
  return [...toText(content || "picture", style), ...toTarget(String(token.attrGet("src")))];
}

const isAutomatic = ({ markup }: Token): boolean => markup === "linkify" || markup === "autolink";

function withStyle(style: ChatStyle, name: keyof ChatStyle, isOn: boolean): ChatStyle {
  const { [name]: _, ...others } = style;
  return isOn ? { ...others, [name]: true } : others;
}

/** Neighbours in one style as one piece. */
function joined(pieces: readonly ChatPiece[]): readonly ChatPiece[] {
  return pieces.reduce<readonly ChatPiece[]>((all, piece) => {
    const last = all.at(-1);
    const isSame =
      last?.type === "text" &&
      piece.type === "text" &&
      JSON.stringify(last.style) === JSON.stringify(piece.style);
    return isSame
      ? [...all.slice(0, -1), { ...last, text: last.text + piece.text }]
      : [...all, piece];
  }, []);
}

/** The tokens of a paragraph as pieces for Slack; `start` is the style of all of it. */
export function toPieces(tokens: readonly Token[], start: ChatStyle): readonly ChatPiece[] {
  const pieces: ChatPiece[] = [];
  let style = start;
  let url = "";
  let isShown = false;
  for (const token of tokens) {
    const name = STYLES[token.tag];
    if (token.type === "link_open") {
      url = String(token.attrGet("href"));
      // Of an address that stands for itself, the words are the same once more.
      isShown = isAutomatic(token);
      if (isShown) pieces.push(webLink(url));
    } else if (token.type === "link_close") {
      if (!isShown) pieces.push(...toTarget(url));
      isShown = false;
    } else if (name !== undefined) {
      style = withStyle(style, name, token.nesting > 0 || start[name] === true);
    } else if (!isShown) pieces.push(...wordsOf(token, style));
  }
  return joined(pieces);
}
