/** Words as short as this are too near to the names of folders (`/dev`, `/tmp`) to be guessed at. */
const SHORTEST = 4;

/**
 * The Damerau-Levenshtein distance (optimal string alignment) of two short words: how many letters were left out, put in,
 * changed, or swapped with their neighbour.
 */
export function wordDistance(one: string, other: string): number {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(
        Math.min(
          (above[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (above[j - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = row;
  }
  return above[other.length] ?? 0;
}

const toLetters = (word: string): string => word.split("").toSorted().join("");

/**
 * Is `typed` most likely a slip for `name`? One slip in a word of up to seven letters, two in a longer one; the first
 * letter has to be right. In the shortest words a changed letter makes another word (`/node` for `/note`): not a slip.
 */
export function isNearWord(typed: string, name: string): boolean {
  if (name.length < SHORTEST || typed.length < SHORTEST || typed === name) return false;
  const allowed = Math.min(name.length, typed.length) >= 8 ? 2 : 1;
  if (typed[0] !== name[0] || Math.abs(typed.length - name.length) > allowed) return false;
  const distance = wordDistance(typed, name);
  if (distance > allowed) return false;
  if (name.length > SHORTEST || typed.length !== name.length) return true;
  return toLetters(typed) === toLetters(name);
}
