import { type OutgoingSurroundings, type Span, spansOf } from "./finding.ts";

const LOGIN = /(?<![\w@./`-])@[a-z\d](?:-?[a-z\d]){0,38}(?:\/[a-z\d][\w-]{0,99})?(?![\w@])/giu;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/giu;

const MOST = 500;
const LONGEST = 100;
const SHORTEST = 3;

// Nothing else may be escaped in a pattern with the flag `u`, least of all the `-` of a login.
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** One pattern for all of these names, as whole words; null where there are none. */
function patternOf(names: readonly string[], flags: string): RegExp | null {
  if (names.length === 0) return null;
  const any = names.map((name) => escape(name).replace(/\s+/g, "\\s{1,3}")).join("|");
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${any})(?![\\p{L}\\p{N}_])`, flags);
}

/** E-mail addresses. What git uses to reach a repository (`git@host:`) is none. */
export const findAddresses = (text: string): readonly Span[] =>
  spansOf(text, MAIL).filter((span) => !/^(?:git|hg)@/i.test(span.text));

/** People by login, e-mail address or name. The community hears from the team, not from one person of it. */
export function findNames(text: string, { names }: OutgoingSurroundings): readonly Span[] {
  const known = names
    .map((name) => name.trim())
    .filter(({ length }) => length >= SHORTEST && length <= LONGEST)
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST);
  const full = patternOf(
    known.filter((name) => /\s/.test(name)),
    "giu",
  );
  // A single word, such as Will or Mark, may mean something else when it is spelled otherwise.
  const single = patternOf(
    known.filter((name) => !/\s/.test(name)),
    "gu",
  );
  const patterns = [MAIL, LOGIN, full, single].filter((one) => one !== null);
  return patterns.flatMap((pattern) => spansOf(text, pattern));
}
