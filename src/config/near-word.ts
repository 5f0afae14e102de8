/** The first of these words that was probably meant, whatever its case; null where none is near. */
export const nearestWord = (word: unknown, known: readonly string[]): string | null =>
  typeof word === "string"
    ? (known.find((name) => isNear(name.toLowerCase(), word.toLowerCase())) ?? null)
    : null;

/** Whether two words differ by at most two letters added, left out, changed or swapped; short words by one. */
function isNear(a: string, b: string): boolean {
  const most = a.length > 5 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return false;
  const row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      diagonal = row[j]!;
      row[j] = Math.min(cost, diagonal + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]! <= most;
}
