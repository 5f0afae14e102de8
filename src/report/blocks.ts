import { toDigest } from "./digest.ts";

/** What stands between two marks: facts that Sitrep writes, or a box that shows what it would write. */
export type BlockKind = "facts" | "conflict";

/** A part of a report between Sitrep's marks. Offsets are in UTF-16 units; `inner` is what stands between the marks' lines. */
export interface Block {
  readonly kind: BlockKind;
  readonly name: string;
  /** Of what Sitrep wrote there. */
  readonly digest: string;
  readonly start: number;
  readonly end: number;
  readonly inner: { readonly start: number; readonly end: number };
}

const OPEN = /^<!-- sitrep:(facts|conflict) ([a-z][a-z\d-]{0,39}) ([\da-f]{16}) -->\s*$/;
const CLOSE = /^<!-- \/sitrep:(facts|conflict) ([a-z][a-z\d-]{0,39}) -->\s*$/;

/** What may be the name of a block. */
export const isBlockName = (name: string): boolean => /^[a-z][a-z\d-]{0,39}$/.test(name);

interface Line {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf("\n", start);
    const next = found === -1 ? text.length : found + 1;
    lines.push({ text: text.slice(start, next), start, next });
    start = next;
  }
  return lines;
}

/**
 * The blocks of a report, in their order. A beginning without its end, or with another one before it, is none: it is left as it is.
 * Linear in the text's length.
 */
export function findBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: (Omit<Block, "end" | "inner"> & { readonly from: number }) | null = null;
  for (const line of linesOf(text)) {
    const [, kind, name = "", digest = ""] = OPEN.exec(line.text) ?? [];
    if (kind !== undefined) {
      open = {
        kind: kind === "facts" ? "facts" : "conflict",
        name,
        digest,
        start: line.start,
        from: line.next,
      };
      continue;
    }
    const [, ending, closing] = CLOSE.exec(line.text) ?? [];
    if (ending === undefined || open === null) continue;
    if (open.kind === ending && open.name === closing) {
      const { from, ...block } = open;
      blocks.push({ ...block, end: line.next, inner: { start: from, end: line.start } });
    }
    open = null;
  }
  return blocks;
}

/** A block as it stands in a report, with the digest of what Sitrep wrote (else of `inner` itself), ending in a line end. */
export const toBlock = (
  kind: BlockKind,
  name: string,
  inner: string,
  digest = toDigest(inner),
): string =>
  `<!-- sitrep:${kind} ${name} ${digest} -->\n\n${inner.trim()}\n\n<!-- /sitrep:${kind} ${name} -->\n`;

/** What stands in a block. */
export const innerOf = (text: string, { inner }: Block): string =>
  text.slice(inner.start, inner.end);

/** Whether it is still as Sitrep wrote it. */
export const isUntouched = (text: string, block: Block): boolean =>
  toDigest(innerOf(text, block)) === block.digest;
