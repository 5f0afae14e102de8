const OPEN = "<!-- sitrep:post ";
const CLOSE = " -->";

/** The mark at the end of a comment by Sitrep: the key of the effect that it carries out. Keys are Sitrep's own: no user text. */
export const toPostMark = (key: string): string => `\n\n${OPEN}${key}${CLOSE}`;

const LINE = new RegExp(`^${OPEN}(\\S+)${CLOSE}\\s*$`, "gm");

/**
 * The key in the mark of one of Sitrep's own comments; null when it has none. A line of its own, the last such: people's words
 * that look like a mark have a sign before them.
 */
export const readPostMark = (body: string): string | null =>
  [...body.matchAll(LINE)].at(-1)?.[1] ?? null;
