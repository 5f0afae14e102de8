import type { RelatedReason } from "../../effects/index.ts";
import type { Traits } from "./earlier.ts";
import { toTitleWords } from "./title-words.ts";

// Of few incidents none can be told to be on most.
const FEW = 6;
const MOST_PART = 1 / 3;
// A word that so many titles have says nothing; one that so few have says much.
const COMMON_PART = 1 / 10;
const RARE = 2;

/** How often labels, values, companies and words stand in incidents, each counted once for an incident. */
export interface Counts {
  readonly total: number;
  readonly labels: ReadonlyMap<string, number>;
  readonly values: ReadonlyMap<string, number>;
  readonly companies: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
}

const toLabelId = (label: string): string => label.toLowerCase();

/** One text for a value in its field. */
const toValueId = ({ field, compared }: Traits["values"][number]): string =>
  `${field.toLowerCase()}: ${compared}`;

const isSame = (one: Traits["values"][number], other: Traits["values"][number]): boolean =>
  toValueId(one) === toValueId(other);

function countAll(lists: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) {
    for (const item of new Set(list)) counts.set(item, (counts.get(item) ?? 0) + 1);
  }
  return counts;
}

/** Counts what incidents have; `titles`: of each, its own and those of its action items. */
export const toCounts = (
  earlier: readonly (Traits & { readonly titles: readonly string[] })[],
): Counts => ({
  total: earlier.length,
  labels: countAll(earlier.map(({ labels }) => labels.map(toLabelId))),
  values: countAll(earlier.map(({ values }) => values.map(toValueId))),
  companies: countAll(earlier.map(({ companies }) => companies)),
  words: countAll(
    earlier.map(({ titles }) => titles.flatMap((title) => [...toTitleWords(title).keys()])),
  ),
});

/** Does so great a part of all incidents have it that it tells none from another? */
const isOnMost = (count: number, { total }: Counts): boolean =>
  total >= FEW && count > total * MOST_PART;

/** Two words that are not common, or one that is rare; none where that is not so. */
function sharedWords(
  title: string,
  titles: readonly string[],
  { words, total }: Counts,
): readonly string[] {
  const theirs = new Set(titles.flatMap((one) => [...toTitleWords(one).keys()]));
  const common = Math.max(total * COMMON_PART, RARE);
  const shared = [...toTitleWords(title)].filter(
    ([word]) => theirs.has(word) && (words.get(word) ?? 0) <= common,
  );
  const isEnough = shared.length > 1 || shared.some(([word]) => (words.get(word) ?? 0) <= RARE);
  return isEnough ? shared.map(([, shown]) => shown) : [];
}

/**
 * Why an incident is taken to have to do with an earlier one, strongest first: tickets of one company, the same value of a field, the
 * same label, words of the titles. What is so of most incidents is no reason.
 */
export function reasonsFor(
  incident: Traits,
  earlier: Traits,
  titles: readonly string[],
  counts: Counts,
): readonly RelatedReason[] {
  const company = incident.companies.some(
    (one) => earlier.companies.includes(one) && !isOnMost(counts.companies.get(one) ?? 0, counts),
  );
  const values = incident.values.filter(
    (value, index) =>
      earlier.values.some((other) => isSame(value, other)) &&
      !isOnMost(counts.values.get(toValueId(value)) ?? 0, counts) &&
      incident.values.findIndex((other) => isSame(value, other)) === index,
  );
  const theirs = earlier.labels.map(toLabelId);
  const labels = incident.labels.filter(
    (label) =>
      theirs.includes(toLabelId(label)) &&
      !isOnMost(counts.labels.get(toLabelId(label)) ?? 0, counts),
  );
  const words = sharedWords(incident.title, titles, counts);
  return [
    ...(company ? [{ kind: "company" } as const] : []),
    ...values.map(({ field, shown }) => ({ kind: "field", field, value: shown }) as const),
    ...labels.toSorted().map((label) => ({ kind: "label", label }) as const),
    ...(words.length === 0 ? [] : [{ kind: "words", words } as const]),
  ];
}

const STRENGTHS = { company: 4, field: 3, label: 2 } as const;
const MOST_WORDS = 3;

/** How much the reasons say together; more reasons say more. */
export const strengthOf = (reasons: readonly RelatedReason[]): number =>
  reasons.reduce(
    (sum, reason) =>
      sum +
      (reason.kind === "words"
        ? Math.min(reason.words.length, MOST_WORDS)
        : STRENGTHS[reason.kind]),
    0,
  );
