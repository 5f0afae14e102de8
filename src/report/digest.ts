/** A text without what editors and git change on their own: line ends, and blanks at the ends of lines and of the whole. */
const toPlain = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();

const OFFSET = 0x811c9dc5;
const PRIMES = [0x01000193, 0x85ebca6b] as const;

/**
 * Sixteen hexadecimal digits that tell whether a text is still as it was: equal texts have equal ones, and it does not happen that
 * an edit by hand keeps them. It keeps nobody out who means to.
 */
export function toDigest(text: string): string {
  const plain = toPlain(text);
  const halves = PRIMES.map((prime) => {
    let hash = OFFSET ^ prime;
    for (let index = 0; index < plain.length; index += 1) {
      hash = Math.imul(hash ^ plain.charCodeAt(index), prime);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0).toString(16).padStart(8, "0");
  });
  return halves.join("");
}
