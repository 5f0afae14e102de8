import { toTokens } from "../markdown/tokens.ts";
import { toBlocks } from "./blocks.ts";
import type { Block } from "./blocks.ts";
import { findBodyStart } from "./front-matter.ts";
import { lineEndOf, toLines } from "./lines.ts";
import type { Span } from "./lines.ts";

/** A body taken apart. Block line numbers index `lines`, which start behind the front matter. */
export interface Outline {
  readonly body: string;
  /** The line end that the body uses. */
  readonly lineEnd: string;
  readonly lines: readonly Span[];
  readonly blocks: readonly Block[];
  readonly frontMatter: readonly Span[] | null;
  /** Offset of the first character behind a byte order mark and front matter. */
  readonly markdownStart: number;
}

/** Takes a body apart by its block structure, in time linear in its length. Never throws. */
export function toOutline(body: string): Outline {
  const { markdown, frontMatter } = findBodyStart(body, toLines(body));
  const lines = toLines(body, markdown);
  const blocks = toBlocks(body, lines, toTokens(body.slice(markdown)));
  return { body, lineEnd: lineEndOf(body), lines, blocks, frontMatter, markdownStart: markdown };
}
