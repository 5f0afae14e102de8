import type { Block, TextBlock } from "./blocks.ts";
import type { Outline } from "./outline.ts";
import type { SectionMarkers } from "./section-marker.ts";
import { isPlaceholder } from "./placeholders.ts";
import { toPlainText } from "./plain-text.ts";
import { normalizeTitle } from "./titles.ts";

const MOST = 50;
const LONGEST = 100;
const TITLE_LIMIT = 200;
// What the parser says of a paragraph in an item of a list that stands in no other.
const ITEM_LEVEL = 2;

const BARE = /(?<![\p{L}\p{N}_&#])(?:GH-|#)[1-9]\d{0,9}(?![\p{L}\p{N}_])/iu;
const OF_REPOSITORY = /[\w-]\/[\w.-]{1,100}#[1-9]\d{0,9}(?!\w)/;
const ADDRESS = /https?:\/\/[^\s/]{1,100}\/[^\s/]{1,100}\/[^\s/]{1,100}\/(?:issues|pull)\/[1-9]/i;

/** One bullet: its first line as it is written, and all that stands in it, without code. */
interface Item {
  readonly first: string;
  readonly texts: readonly string[];
}

/**
 * The action items that are written in a body and have no issue: bullets under a heading 'Action items' that refer to none,
 * neither themselves nor in what stands below them. A ticked box is done, a placeholder says nothing, and what stands in
 * Sitrep's own section is none. At most 50, each as plain text of at most 100 UTF-16 units. Linear in the body's length,
 * never throws.
 */
export const findUnfiled = (
  { body, blocks }: Outline,
  markers: SectionMarkers | null,
): readonly string[] =>
  itemsOf(body, outside(body, blocks, markers))
    .flatMap(({ first, texts }) => {
      if (/^\[[xX]\](?:\s|$)/.test(first) || texts.some(refersToIssue)) return [];
      const plain = toPlainText(first.replace(/^\[ ?\](?=\s|$)/, ""));
      return isPlaceholder(plain) ? [] : [cut(plain)];
    })
    .slice(0, MOST);

const startOf = ({ lines }: TextBlock): number => lines[0]?.start ?? 0;

/** The text blocks that are not in Sitrep's section. Where its end is gone, it goes up to the next heading 'Action items'. */
function outside(
  body: string,
  blocks: readonly Block[],
  markers: SectionMarkers | null,
): readonly TextBlock[] {
  const texts = blocks.filter(
    (block): block is TextBlock => block.kind === "heading" || block.kind === "paragraph",
  );
  if (markers === null) return texts;
  const before = texts.filter((block) => startOf(block) < markers.start.start);
  const behind = texts.slice(before.length);
  const next = behind.findIndex((block) =>
    markers.end === null ? isHeading(body, block) : startOf(block) >= markers.end.start,
  );
  return next === -1 ? before : [...before, ...behind.slice(next)];
}

function itemsOf(body: string, blocks: readonly TextBlock[]): readonly Item[] {
  const items: { readonly first: string; readonly texts: string[] }[] = [];
  // The rank of the heading that we are under; null: under none that counts.
  let under: number | null = null;
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === 0) {
      if (isHeading(body, block)) under = block.rank;
      else if (under !== null && block.rank <= under) under = null;
      continue;
    }
    if (under === null || block.level < ITEM_LEVEL) continue;
    const opens = block.opensItem && block.level === ITEM_LEVEL;
    const first = opens ? (toSeen(body, block, true)[0] ?? "").trim() : "";
    const text = toSeen(body, block, false).join(" ");
    if (first === "") items.at(-1)?.texts.push(text);
    else items.push({ first, texts: [text] });
  }
  return items;
}

/** The lines of a block without comments and what is folded away; with code, where that is asked for. */
function toSeen(body: string, block: TextBlock, withCode: boolean): readonly string[] {
  const hidden = block.hidden
    .filter(({ start }) => !withCode || body[start] !== "`")
    .toSorted((one, other) => one.start - other.start);
  let next = 0;
  return block.lines.map(({ start, end }) => {
    const parts: string[] = [];
    let at = start;
    for (let part = hidden[next]; part !== undefined && part.start < end; part = hidden[next]) {
      parts.push(body.slice(at, Math.max(at, part.start)));
      at = Math.max(at, Math.min(part.end, end));
      // What reaches beyond the line hides the start of the next one as well.
      if (part.end > end) break;
      next += 1;
    }
    return parts.join("") + body.slice(at, end);
  });
}

/** Is it a heading 'Action items'? */
function isHeading(body: string, block: TextBlock): boolean {
  if (block.kind !== "heading" || block.level !== 0) return false;
  const title = toSeen(body, block, false).join(" ");
  if (title.length > TITLE_LIMIT) return false;
  const name = normalizeTitle(title.replace(/\s#+\s*$/, "")).replace(/\s*[:：]$/, "");
  return /^action items?$/.test(name);
}

/** Whether a text refers to an issue or a pull request: `#12`, `GH-12`, `owner/repo#12`, or the address of one. */
export const refersToIssue = (text: string): boolean =>
  BARE.test(text) || OF_REPOSITORY.test(text) || ADDRESS.test(text);

const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
