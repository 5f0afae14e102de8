import type { Token } from "markdown-it";
import { skipBlanks } from "./lines.ts";
import type { Span } from "./lines.ts";
import { toVisibility } from "./visibility.ts";

/** Lines of text. Each starts at its first character that is no indentation, list marker or heading mark. */
export interface TextBlock {
  readonly kind: "paragraph" | "heading";
  readonly level: number;
  readonly lines: readonly Span[];
  /** Number of the line behind the block. */
  readonly nextLine: number;
  /** Code, comments and folded parts of the text. */
  readonly hidden: readonly Span[];
  /** Whether it opens a list item, so that `[ ]` makes it a task. */
  readonly opensItem: boolean;
  /** Of a heading, 1 to 6; of a paragraph 0. */
  readonly rank: number;
}

/** A list. `items` are the texts of its items if every item is one line; else `null`. */
export interface ListBlock {
  readonly kind: "list";
  readonly level: number;
  readonly firstLine: number;
  readonly nextLine: number;
  readonly items: readonly Span[] | null;
}

/** One block of a body. What people do not see as their own words (quotes, code, folded parts) is `other`. */
export type Block =
  | TextBlock
  | ListBlock
  | { readonly kind: "table"; readonly columns: number; readonly rows: readonly Span[] }
  | { readonly kind: "fence"; readonly info: string; readonly lines: readonly Span[] }
  | {
      readonly kind: "html";
      readonly level: number;
      readonly lines: readonly Span[];
      readonly nextLine: number;
      /** Whether it is one HTML comment and nothing else. */
      readonly isComment: boolean;
    }
  | { readonly kind: "rule" }
  | { readonly kind: "other" };

interface Document {
  readonly body: string;
  readonly lines: readonly Span[];
  readonly tokens: readonly Token[];
  /** How many list markers stand at the start of a line. */
  readonly markers: ReadonlyMap<number, number>;
}

/** Turns the parser's block tokens into blocks, in the order of the text. */
export function toBlocks(
  body: string,
  lines: readonly Span[],
  tokens: readonly Token[],
): readonly Block[] {
  const document = { body, lines, tokens, markers: countMarkers(tokens) };
  const { visible, hidden } = toVisibility(body, lines, tokens);
  return tokens.flatMap((token, index): readonly Block[] => {
    if (
      !/^(?:paragraph_open|heading_open|(?:bullet|ordered)_list_open|table_open|fence|html_block|hr|code_block)$/.test(
        token.type,
      )
    )
      return [];
    if (visible[index] !== true) return [{ kind: "other" }];
    return [toBlock(document, token, index, hidden.get(index + 1) ?? [])];
  });
}

function toBlock(document: Document, token: Token, index: number, hidden: readonly Span[]): Block {
  const { body, lines, tokens } = document;
  const [firstLine, nextLine] = token.map ?? [0, 0];
  const { level } = token;
  switch (token.type) {
    case "paragraph_open":
    case "heading_open": {
      const kind = token.type === "heading_open" ? "heading" : "paragraph";
      const [from, to] = tokens[index + 1]?.map ?? [firstLine, nextLine];
      const texts = range(from, to).map((number) =>
        token.markup.startsWith("#")
          ? skipHashes(body, lineAt(document, number))
          : lineAt(document, number),
      );
      const opensItem = tokens[index - 1]?.type === "list_item_open";
      const rank = Number(token.tag.slice(1));
      return { kind, level, lines: texts, nextLine, hidden, opensItem, rank };
    }
    case "bullet_list_open":
    case "ordered_list_open":
      return { kind: "list", level, firstLine, nextLine, items: toItems(document, index) };
    case "table_open":
      return { kind: "table", ...toRows(document, index) };
    case "fence":
      return { kind: "fence", info: token.info, lines: lines.slice(firstLine + 1, nextLine) };
    case "html_block": {
      const text = token.content.trim();
      const isComment = text.startsWith("<!--") && text.indexOf("-->", 2) === text.length - 3;
      const texts = range(firstLine, nextLine).map((number) => lines[number] ?? emptyAt(body));
      return { kind: "html", level, lines: texts, nextLine, isComment };
    }
    default:
      return { kind: token.type === "hr" ? "rule" : "other" };
  }
}

function toItems(document: Document, listIndex: number): readonly Span[] | null {
  const { tokens } = document;
  const items: Span[] = [];
  for (let index = listIndex + 1; tokens[index]?.type === "list_item_open"; index += 5) {
    const [first, next] = tokens[index + 2]?.map ?? [0, 0];
    const isOneLine =
      tokens[index + 1]?.type === "paragraph_open" &&
      tokens[index + 4]?.type === "list_item_close" &&
      next === first + 1;
    if (!isOneLine) return null;
    items.push(lineAt(document, first));
  }
  return items;
}

function toRows({ body, lines, tokens, markers }: Document, tableIndex: number) {
  const document = { body, lines, tokens, markers };
  const rows: Span[] = [];
  let columns = 0;
  for (let index = tableIndex + 1; tokens[index]?.type !== "table_close"; index += 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.type === "th_open") columns += 1;
    if (token.type === "tr_open" && token.map !== null) rows.push(lineAt(document, token.map[0]));
  }
  return { columns, rows };
}

function countMarkers(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const markers = new Map<number, number>();
  for (const { type, map } of tokens) {
    if (type === "list_item_open" && map !== null) {
      markers.set(map[0], (markers.get(map[0]) ?? 0) + 1);
    }
  }
  return markers;
}

function lineAt({ body, lines, markers }: Document, number: number): Span {
  const { start, end } = lines[number] ?? emptyAt(body);
  let at = skipBlanks(body, { start, end });
  for (let count = markers.get(number) ?? 0; count > 0; count -= 1) {
    while (at < end && /\d/.test(body[at] ?? "")) at += 1;
    at = skipBlanks(body, { start: Math.min(at + 1, end), end });
  }
  return { start: at, end };
}

function skipHashes(body: string, { start, end }: Span): Span {
  let at = start;
  while (body[at] === "#") at += 1;
  return { start: skipBlanks(body, { start: at, end }), end };
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

function emptyAt(body: string): Span {
  return { start: body.length, end: body.length };
}
