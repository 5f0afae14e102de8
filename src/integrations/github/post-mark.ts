const OPEN = "<!-- sitrep:post ";
const CLOSE = " -->";

/** The mark at the end of a comment by Sitrep: the key of the effect that it carries out. Keys are Sitrep's own: no user text. */
export const toPostMark = (key: string): string => `\n\n${OPEN}${key}${CLOSE}`;

/** The key in the mark of one of Sitrep's own comments; null when it has none. */
export function readPostMark(body: string): string | null {
  const start = body.lastIndexOf(OPEN);
  const end = body.indexOf(CLOSE, start);
  return start < 0 || end < 0 ? null : body.slice(start + OPEN.length, end);
}
