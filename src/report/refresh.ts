import { findBlocks, innerOf, isUntouched, toBlock, type Block } from "./blocks.ts";
import { toDigest } from "./digest.ts";

/** A report with newer facts. The lists hold names of blocks. */
export interface Refreshed {
  readonly text: string;
  /** Written anew: nobody had touched them. */
  readonly updated: readonly string[];
  /** The facts changed, and a person had written over them: theirs stands, and a box beneath it shows Sitrep's. */
  readonly conflicts: readonly string[];
}

/** What is to stand in place of a part of the text. */
interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly what: "updated" | "conflict" | "settled";
  readonly name: string;
}

/** The box that shows what the facts are now, beneath what a person wrote. */
const toBox = (name: string, facts: string): string =>
  toBlock(
    "conflict",
    name,
    [
      "> [!WARNING]",
      "> The facts changed after somebody edited the part above. Take over what is right, and delete this box. Sitrep would write:",
      ">",
      ...facts
        .trim()
        .split("\n")
        .map((line) => `> ${line}`.trimEnd()),
    ].join("\n"),
  );

const same = (one: string, other: string): boolean => toDigest(one) === toDigest(other);

/** What becomes of one block of facts, with the box behind it that an earlier conflict left. */
function refreshBlock(text: string, block: Block, box: Block | null, facts: string): Splice | null {
  const { name, start } = block;
  const theirs = innerOf(text, block);
  const end = box?.end ?? block.end;
  const isOpenBox = box !== null && isUntouched(text, box);
  if (same(theirs, facts)) {
    // What a person wrote into the box is theirs.
    if (box !== null && !isOpenBox) return null;
    if (block.digest === toDigest(facts) && box === null) return null;
    return { start, end, text: toBlock("facts", name, facts), what: "settled", name };
  }
  if (isUntouched(text, block) && (box === null || isOpenBox)) {
    return { start, end, text: toBlock("facts", name, facts), what: "updated", name };
  }
  const isKnown = block.digest === toDigest(facts);
  // They saw these facts and kept their words, or have yet to choose; or they work in the box.
  if (isKnown || (box !== null && !isOpenBox)) return null;
  const kept = toBlock("facts", name, theirs, toDigest(facts));
  return { start, end, text: `${kept}\n${toBox(name, facts)}`, what: "conflict", name };
}

/** The box of a block: nothing but blanks stands between the two. */
function boxOf(text: string, block: Block, next: Block | undefined): Block | null {
  if (next?.kind !== "conflict" || next.name !== block.name) return null;
  return text.slice(block.end, next.start).trim() === "" ? next : null;
}

const withLineEnds = (text: string, isWindows: boolean): string =>
  isWindows ? text.replace(/\r?\n/g, "\r\n") : text;

/**
 * A report as it stands, with the facts of one that was rendered just now. Between the marks, what nobody touched is written anew;
 * what somebody edited stays, and where the facts changed since, a box beneath it shows them. Outside of the marks nothing is changed,
 * and a block that somebody took out stays out. The same facts again change nothing.
 */
export function refreshReport(current: string, fresh: string): Refreshed {
  const facts = new Map(
    findBlocks(fresh).map((block) => [block.name, innerOf(fresh, block)] as const),
  );
  const blocks = findBlocks(current);
  const splices = blocks.flatMap((block, index) => {
    const now = block.kind === "facts" ? facts.get(block.name) : undefined;
    if (now === undefined) return [];
    return refreshBlock(current, block, boxOf(current, block, blocks[index + 1]), now) ?? [];
  });
  const isWindows = current.includes("\r\n");
  const text = splices.reduceRight(
    (now, splice) =>
      now.slice(0, splice.start) + withLineEnds(splice.text, isWindows) + now.slice(splice.end),
    current,
  );
  const openNow = findBlocks(text).flatMap(({ kind, name }) => (kind === "conflict" ? [name] : []));
  return {
    text,
    updated: splices.flatMap(({ what, name }) => (what === "updated" ? [name] : [])),
    conflicts: openNow,
  };
}
