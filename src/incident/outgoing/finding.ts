/** What can be wrong with a text that goes to the community. */
export const LINT_KINDS = ["fix-time", "internal-link", "secret", "name", "blame"] as const;

/** One of {@link LINT_KINDS}. */
export type LintKind = (typeof LINT_KINDS)[number];

/** Part of a text, by where it begins in it (UTF-16 units). */
export interface Span {
  readonly offset: number;
  readonly text: string;
}

/** Something in a text that the community should perhaps not read. */
export interface OutgoingFinding {
  readonly kind: LintKind;
  /** The words in question, on one line of at most 80 characters; of a secret only how it begins. */
  readonly excerpt: string;
  /** Where they begin, in UTF-16 units. */
  readonly offset: number;
  /** What to write instead, a sentence. */
  readonly suggestion: string;
}

/** What is internal here, besides what is internal everywhere. */
export interface OutgoingSurroundings {
  /** Where issues are, e.g. `https://github.com`. */
  readonly server: string;
  /** `owner/repo` of repositories that the community cannot see. */
  readonly privateRepositories: readonly string[];
  /** Hosts that only the team reaches; their subdomains too. */
  readonly internalHosts: readonly string[];
  /** Full names of people of the team. A name of a single word counts only as it is spelled here. */
  readonly names: readonly string[];
}

/** Every place where a pattern is found. The pattern is global, and bounded: no part of it repeats without a limit. */
export const spansOf = (text: string, pattern: RegExp): readonly Span[] =>
  [...text.matchAll(pattern)].map((found) => ({ offset: found.index, text: found[0] }));

/** The spans in their order, without those that begin within an earlier one; of two that begin together the longer stays. */
export function apart<One extends Span>(spans: readonly One[]): readonly One[] {
  const kept: One[] = [];
  let end = 0;
  for (const span of spans.toSorted(
    (a, b) => a.offset - b.offset || b.text.length - a.text.length,
  )) {
    if (span.offset < end) continue;
    kept.push(span);
    end = span.offset + span.text.length;
  }
  return kept;
}
