import MarkdownIt, { type Token } from "markdown-it";
import type { ChatPiece, ChatStyle } from "./chat-blocks.ts";
import { toPieces } from "./chat-pieces.ts";

/** A part of a `rich_text` block that stands beside the border of a quote (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
export type ChatPart =
  | { readonly type: "rich_text_quote"; readonly elements: readonly ChatPiece[] }
  | {
      readonly type: "rich_text_preformatted";
      readonly border: 1;
      readonly elements: readonly ChatPiece[];
    }
  | ChatList;

interface ChatList {
  readonly type: "rich_text_list";
  readonly style: "bullet" | "ordered";
  readonly indent: number;
  /** The number before the first entry's. */
  readonly offset: number;
  readonly border: 1;
  readonly elements: readonly {
    readonly type: "rich_text_section";
    readonly elements: readonly ChatPiece[];
  }[];
}

// As GitHub reads a comment: a line end stays one, and full addresses are links. Tables and HTML stay as they were typed.
const parser = new MarkdownIt({ html: false, linkify: true, breaks: true });
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
parser.disable("table");

/** Deeper lists stand at this depth: Slack shows no more. */
const MOST_INDENT = 5;
const HEADING: ChatStyle = { bold: true };
const RULE: ChatPiece = { type: "text", text: "———" };

/** Where the reading of the blocks stands. */
interface Reading {
  readonly parts: readonly ChatPart[];
  /** The lists around, the innermost last, each with whether it is numbered. */
  readonly lists: readonly boolean[];
  /** The number of the entry that has yet to begin; null: its first words stand there. */
  readonly entry: number | null;
  readonly quotes: number;
  readonly style: ChatStyle;
}

const breakOf = (count: number): ChatPiece => ({ type: "text", text: "\n".repeat(count) });

/** One part more; paragraphs that follow each other are one quote. */
function withParagraph(
  parts: readonly ChatPart[],
  pieces: readonly ChatPiece[],
): readonly ChatPart[] {
  const last = parts.at(-1);
  if (last?.type !== "rich_text_quote")
    return [...parts, { type: "rich_text_quote", elements: pieces }];
  return [...parts.slice(0, -1), { ...last, elements: [...last.elements, breakOf(2), ...pieces] }];
}

/** The entry of a list that begins with these words: in the list before it, where it goes on with that. */
function withEntry(
  { parts, lists, entry }: Reading,
  pieces: readonly ChatPiece[],
): readonly ChatPart[] {
  const last = parts.at(-1);
  const style = lists.at(-1) === true ? "ordered" : "bullet";
  const indent = Math.min(lists.length - 1, MOST_INDENT);
  const section = { type: "rich_text_section", elements: pieces } as const;
  if (last?.type === "rich_text_list" && last.style === style && last.indent === indent) {
    return [...parts.slice(0, -1), { ...last, elements: [...last.elements, section] }];
  }
  const offset = Math.max(0, (entry ?? 1) - 1);
  return [
    ...parts,
    { type: "rich_text_list", style, indent, offset, border: 1, elements: [section] },
  ];
}

/** Further words of the entry that was begun last. */
function withMore(parts: readonly ChatPart[], pieces: readonly ChatPiece[]): readonly ChatPart[] {
  const last = parts.at(-1);
  const entry = last?.type === "rich_text_list" ? last.elements.at(-1) : undefined;
  if (last?.type !== "rich_text_list" || entry === undefined) return withParagraph(parts, pieces);
  const longer = { ...entry, elements: [...entry.elements, breakOf(1), ...pieces] };
  return [...parts.slice(0, -1), { ...last, elements: [...last.elements.slice(0, -1), longer] }];
}

function withWords(reading: Reading, found: readonly ChatPiece[]): Reading {
  const { parts, lists, entry, quotes } = reading;
  const mark: ChatPiece = { type: "text", text: `${">".repeat(quotes)} ` };
  const pieces = quotes === 0 ? found : [mark, ...found];
  if (pieces.length === 0) return reading;
  if (lists.length === 0) return { ...reading, parts: withParagraph(parts, pieces) };
  if (entry === null) return { ...reading, parts: withMore(parts, pieces) };
  return { ...reading, parts: withEntry(reading, pieces), entry: null };
}

function withCode(reading: Reading, content: string): Reading {
  const text = content.replace(/\n$/, "");
  if (text === "") return reading;
  const code = {
    type: "rich_text_preformatted",
    border: 1,
    elements: [{ type: "text", text }],
  } as const;
  return { ...reading, parts: [...reading.parts, code], entry: null };
}

function read(reading: Reading, token: Token): Reading {
  const { lists, quotes, style } = reading;
  switch (token.type) {
    case "bullet_list_open":
    case "ordered_list_open":
      return { ...reading, lists: [...lists, token.tag === "ol"] };
    case "bullet_list_close":
    case "ordered_list_close":
      return { ...reading, lists: lists.slice(0, -1), entry: null };
    case "list_item_open":
      return { ...reading, entry: Number(token.info) || 1 };
    case "blockquote_open":
      return { ...reading, quotes: quotes + 1 };
    case "blockquote_close":
      return { ...reading, quotes: quotes - 1 };
    case "heading_open":
      return { ...reading, style: HEADING };
    case "heading_close":
      return { ...reading, style: {} };
    case "inline":
      return withWords(reading, toPieces(token.children ?? [], style));
    case "fence":
    case "code_block":
      return withCode(reading, token.content);
    case "hr":
      return withWords(reading, [RULE]);
    default:
      return reading;
  }
}

const START: Reading = { parts: [], lists: [], entry: null, quotes: 0, style: {} };

/**
 * GitHub's Markdown as parts of Slack's `rich_text`, where only types say what something is, so that no text in it is a mention or
 * a link. Links show where they lead. Words that Markdown would not show at all are shown as they were typed. For short texts: the work
 * on hostile ones grows faster than they do.
 */
export function toChatParts(text: string): readonly ChatPart[] {
  const { parts } = parser.parse(text, {}).reduce(read, START);
  if (parts.length > 0 || text === "") return parts;
  return [{ type: "rich_text_quote", elements: [{ type: "text", text }] }];
}
