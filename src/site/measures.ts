import type { Instant } from "../incident/instant.ts";
import { overSince, toLasted, toTimes, type Milestone } from "../report/index.ts";
import { toMonth } from "./html/when.ts";
import type { SiteActionItem, SiteIncident } from "./site-data.ts";

/** The times that are measured. */
export const TIMES = ["acknowledge", "mitigate", "resolve"] as const;

/** One of {@link TIMES}. */
export type TimeName = (typeof TIMES)[number];

/** How long one incident took. */
export interface Taken {
  readonly incident: SiteIncident;
  readonly ms: number;
}

/** What the incidents of a month add up to. */
export interface Month {
  /** As `2026-05`, UTC. */
  readonly month: string;
  /** Numbers in the order of the severities that {@link Measures} names. */
  readonly bySeverity: readonly number[];
  readonly total: number;
  /** Shortest first. */
  readonly taken: Readonly<Record<TimeName, readonly Taken[]>>;
  readonly kept: number;
  readonly missed: number;
}

/** Something unfinished, and since when. */
export interface Unfinished<Item> {
  readonly item: Item;
  readonly since: Instant;
  readonly incident: SiteIncident;
}

/** All that is counted. */
export interface Measures {
  /** The policy's, most severe first, then others that incidents have, then null where one has none. */
  readonly severities: readonly (string | null)[];
  /** Every month from the first incident on, oldest first, those without incidents too. */
  readonly months: readonly Month[];
  readonly open: number;
  readonly recent: number;
  /** Oldest first. */
  readonly actionItems: readonly Unfinished<SiteActionItem>[];
  readonly reportDebt: readonly Unfinished<null>[];
}

const toMilestone = (at: Instant | null): Milestone | null =>
  at === null ? null : { at, from: "thread" };

/** The milestones as the report has them. Users could work again with the resolution at the latest. */
const toReached = ({ milestones }: SiteIncident) => ({
  started: toMilestone(milestones.started),
  detected: toMilestone(milestones.detected),
  declared: toMilestone(milestones.declared),
  acknowledged: toMilestone(milestones.acknowledged),
  mitigated: toMilestone(milestones.mitigated ?? milestones.resolved),
  resolved: toMilestone(milestones.resolved),
});

/** How long it took, as the Incident Report counts it; null: it was not reached, or is not known. */
export const takenBy = (incident: SiteIncident, name: TimeName): number | null =>
  toTimes(toReached(incident)).find((one) => one.name === name)?.ms ?? null;

/** How long it lasted for those affected, as the Incident Report counts it (ms); null while it does. */
export const lastedOf = (incident: SiteIncident): number | null =>
  toLasted(toReached(incident), toMilestone(incident.milestones.ended))?.ms ?? null;

/** The middle one, or the mean of the two in the middle; null of none. The values come in order. */
export function medianOf(values: readonly number[]): number | null {
  const middle = Math.floor(values.length / 2);
  const high = values[middle];
  if (high === undefined) return null;
  if (values.length % 2 === 1) return high;
  return ((values[middle - 1] ?? high) + high) / 2;
}

/** The month before one, both as `2026-05`. */
function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 1
    ? `${String(year - 1).padStart(4, "0")}-12`
    : `${month.slice(0, 4)}-${String(number - 1).padStart(2, "0")}`;
}

// A year that somebody mistyped is not counted to from today.
const MOST_MONTHS = 1200;

function toMonths(incidents: readonly SiteIncident[], now: Instant): readonly string[] {
  const last = toMonth(now);
  const first = incidents.map(({ milestones }) => toMonth(milestones.declared)).toSorted()[0];
  const months = [last];
  for (let month = last; month > (first ?? last) && months.length < MOST_MONTHS;) {
    month = monthBefore(month);
    months.push(month);
  }
  return months.toReversed();
}

function severitiesOf(
  incidents: readonly SiteIncident[],
  known: readonly string[],
): readonly (string | null)[] {
  const found = new Set(incidents.map(({ severity }) => severity));
  const others = [...found]
    .filter((one) => one !== null)
    .filter((one) => !known.includes(one))
    .toSorted((one, other) => (one < other ? -1 : 1));
  return [...known, ...others, ...(found.has(null) ? [null] : [])];
}

const DAY = 86_400_000;
const RECENT = 30 * DAY;

const isGoingOn = ({ state }: SiteIncident): boolean =>
  state === "investigating" || state === "mitigated";

const bySince = (one: Unfinished<unknown>, other: Unfinished<unknown>): number =>
  one.since - other.since || one.incident.number - other.incident.number;

const actionItemsOf = (incidents: readonly SiteIncident[]) =>
  incidents.flatMap((incident) =>
    incident.actionItems
      .filter(({ isOpen }) => isOpen)
      .map((item) => ({ item, since: item.openedAt, incident })),
  );

const debtOf = (incidents: readonly SiteIncident[]) =>
  incidents
    .filter(({ report }) => report.isOwed)
    .map((incident) => ({ item: null, since: overSince(incident.milestones), incident }));

/** Counts all that the site shows. `severities`: the policy's. What was no incident counts nowhere but for its open action items. */
export function toMeasures(
  all: readonly SiteIncident[],
  known: readonly string[],
  now: Instant,
): Measures {
  const incidents = all.filter(({ state }) => state !== "dropped");
  const severities = severitiesOf(incidents, known);
  const byMonth = Map.groupBy(incidents, ({ milestones }) => toMonth(milestones.declared));
  const stretches = Map.groupBy(
    incidents.flatMap(({ updates }) => updates),
    ({ from }) => toMonth(from),
  );
  const months = toMonths(incidents, now).map((month): Month => {
    const found = byMonth.get(month) ?? [];
    const told = stretches.get(month) ?? [];
    const take = (name: TimeName): readonly Taken[] =>
      found
        .flatMap((incident) => {
          const ms = takenBy(incident, name);
          return ms === null ? [] : [{ incident, ms }];
        })
        .toSorted((one, other) => one.ms - other.ms);
    return {
      month,
      bySeverity: severities.map((name) => found.filter((one) => one.severity === name).length),
      total: found.length,
      taken: {
        acknowledge: take("acknowledge"),
        mitigate: take("mitigate"),
        resolve: take("resolve"),
      },
      kept: told.filter(({ isKept }) => isKept).length,
      missed: told.filter(({ isKept }) => !isKept).length,
    };
  });
  return {
    severities,
    months,
    open: incidents.filter(isGoingOn).length,
    recent: incidents.filter(({ milestones }) => milestones.declared > now - RECENT).length,
    actionItems: actionItemsOf(all).toSorted(bySince),
    reportDebt: debtOf(incidents).toSorted(bySince),
  };
}

/** How old unfinished things are, in the steps that charts and tables show. Each step ends before `below`, in ms. */
export const AGES = [
  { title: "under 2 weeks", below: 14 * DAY },
  { title: "2 to 4 weeks", below: 28 * DAY },
  { title: "1 to 3 months", below: 91 * DAY },
  { title: "3 to 12 months", below: 365 * DAY },
  { title: "over a year", below: Infinity },
] as const;

/** How many things have each age of {@link AGES}. */
export function countByAge(things: readonly { readonly since: Instant }[], now: Instant) {
  const ages = things.map(({ since }) => AGES.findIndex(({ below }) => now - since < below));
  return AGES.map(({ title }, index) => ({
    title,
    count: ages.filter((age) => age === index).length,
  }));
}
