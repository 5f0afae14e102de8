import type { RelatedReason, UnfinishedItem } from "../../effects/index.ts";
import { assertNever } from "../../incident/assert-never.ts";
import type { Instant } from "../../incident/instant.ts";
import type { Earlier, Traits, Unfinished } from "./earlier.ts";
import { reasonsFor, strengthOf, toCounts } from "./reasons.ts";

/** So many are shown: a list that nobody reads to its end helps nobody. */
const MOST = 5;
/** Characters that are kept of a title, a value or a label: they stand in the record while the comment is owed. */
const TITLE_LIMIT = 100;
const WORD_LIMIT = 40;
const MOST_OF_A_KIND = 3;

/** The new incident, and where and since when it is one. */
export interface Declared extends Traits {
  readonly number: number;
  readonly url: string;
  readonly at: Instant;
}

/** What was found: the first few, and how many there are besides. */
export interface FoundUnfinished {
  readonly items: readonly UnfinishedItem[];
  readonly more: number;
}

const toShort = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;

function toShortReason(reason: RelatedReason): RelatedReason {
  switch (reason.kind) {
    case "company":
      return reason;
    case "field":
      return { ...reason, value: toShort(reason.value, WORD_LIMIT) };
    case "label":
      return { ...reason, label: toShort(reason.label, WORD_LIMIT) };
    case "words":
      return {
        ...reason,
        words: reason.words.slice(0, MOST_OF_A_KIND).map((word) => toShort(word, WORD_LIMIT)),
      };
    default:
      return assertNever(reason);
  }
}

/** The reasons as they are shown: of each kind the first few. */
const toShown = (reasons: readonly RelatedReason[]): readonly RelatedReason[] =>
  reasons
    .filter(
      ({ kind }, index) =>
        reasons.slice(0, index).filter((one) => one.kind === kind).length < MOST_OF_A_KIND,
    )
    .map(toShortReason);

interface Candidate {
  readonly earlier: Earlier;
  readonly item: Unfinished;
  readonly reasons: readonly RelatedReason[];
}

const compareTexts = (one: string, other: string): number => {
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** The one with more and stronger reasons first, then the newer one; the address makes the order the same every time. */
const compare = (one: Candidate, other: Candidate): number =>
  strengthOf(other.reasons) - strengthOf(one.reasons) ||
  other.item.since - one.item.since ||
  compareTexts(one.item.url, other.item.url) ||
  compareTexts(one.item.kind, other.item.kind);

const toItem = ({ earlier, item, reasons }: Candidate): UnfinishedItem => ({
  kind: item.kind,
  title: toShort(item.title, TITLE_LIMIT),
  url: item.url,
  since: item.since,
  owners: item.owners.slice(0, MOST_OF_A_KIND),
  of: { title: toShort(earlier.title, TITLE_LIMIT), url: earlier.url },
  reasons: toShown(reasons),
});

/**
 * What earlier incidents left unfinished and seems to have to do with this one (docs/process.md, Unfinished business), with the reasons;
 * the most telling first, at most five. The order of `earlier` makes no difference.
 */
export function findUnfinished(declared: Declared, earlier: readonly Earlier[]): FoundUnfinished {
  const others = earlier.filter(({ number, at }) => number !== declared.number && at < declared.at);
  const withTitles = others.map((one) => ({
    ...one,
    titles: [one.title, ...one.unfinished.map(({ title }) => title)],
  }));
  const counts = toCounts(withTitles);
  const candidates = others.flatMap((one) =>
    one.unfinished
      .filter(({ url }) => url !== declared.url)
      .map((item) => ({
        earlier: one,
        item,
        reasons: reasonsFor(declared, one, [one.title, item.title], counts),
      })),
  );
  const related = candidates.filter(({ reasons }) => reasons.length > 0).toSorted(compare);
  const each = related.filter(
    ({ item }, index) =>
      related.findIndex(({ item: other }) => other.url === item.url && other.kind === item.kind) ===
      index,
  );
  return { items: each.slice(0, MOST).map(toItem), more: Math.max(each.length - MOST, 0) };
}
