// Beyond this many comparisons the middle of two texts counts as wholly different.
const MOST_COMPARED = 4_000_000;

/** Pairs of equal lines, in order: a longest common subsequence (of the middle, behind what both begin and end with). */
function pairsOf(one: readonly string[], other: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) pairs.set(start, start++);
  let end = 0;
  while (end < least - start && one.at(-1 - end) === other.at(-1 - end)) {
    end += 1;
    pairs.set(one.length - end, other.length - end);
  }
  const rows = one.length - start - end;
  const columns = other.length - start - end;
  if (rows * columns > MOST_COMPARED) return pairs;
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  const same = (row: number, column: number): boolean => one[start + row] === other[start + column];
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const length = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
      lengths[row]?.fill(length, column, column + 1);
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (same(row, column)) pairs.set(start + row++, start + column++);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

type Lines = readonly string[];

const isSame = (one: Lines, other: Lines): boolean =>
  one.length === other.length && one.every((line, index) => line === other[index]);

/** The lines that `longer` has and `shorter` has not; null when `shorter` is not wholly in `longer`. */
function additions(shorter: Lines, longer: Lines): Lines | null {
  const pairs = pairsOf(shorter, longer);
  if (pairs.size < shorter.length) return null;
  const kept = new Set(pairs.values());
  return longer.filter((_, index) => !kept.has(index));
}

/** What becomes of a stretch that both may have changed: both additions stay, and of two changes the later one. */
function settle(base: Lines, earlier: Lines, later: Lines): Lines {
  if (isSame(base, earlier)) return later;
  if (isSame(base, later) || isSame(earlier, later)) return earlier;
  const before = additions(base, earlier);
  if (before !== null) return [...before, ...later];
  const behind = additions(base, later);
  return behind === null ? later : [...earlier, ...behind];
}

/**
 * The text with the changes of two people who both began from `base`, line by line; where both changed the same lines, those
 * of `later`. Whatever either of them added is in it.
 */
export function mergeLines(base: string, earlier: string, later: string): string {
  const from = base.split("\n");
  const one = earlier.split("\n");
  const other = later.split("\n");
  const [inOne, inOther] = [pairsOf(from, one), pairsOf(from, other)];
  const merged: string[] = [];
  let [start, oneStart, otherStart] = [0, 0, 0];
  for (let index = 0; index <= from.length; index++) {
    const isEnd = index === from.length;
    const oneEnd = isEnd ? one.length : inOne.get(index);
    const otherEnd = isEnd ? other.length : inOther.get(index);
    if (oneEnd === undefined || otherEnd === undefined) continue;
    const stretch = settle(
      from.slice(start, index),
      one.slice(oneStart, oneEnd),
      other.slice(otherStart, otherEnd),
    );
    merged.push(...stretch, ...from.slice(index, index + 1));
    [start, oneStart, otherStart] = [index + 1, oneEnd + 1, otherEnd + 1];
  }
  return merged.join("\n");
}
