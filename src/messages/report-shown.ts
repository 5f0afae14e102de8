import { isSameLogin } from "../incident/actor.ts";
import { toIso, type Instant } from "../incident/instant.ts";
import { beganAt, type ReportEvent, type ReportFacts, type Tenure } from "../report/index.ts";
import { toChart } from "./report-chart.ts";
import { markdown, type Markdown } from "./user-text.ts";

const MINUTE = 60_000;
const toMinutes = (ms: number): number => Math.floor(ms / MINUTE);

/** One line of the timeline as templates want it. Nothing is undefined. */
interface ShownEvent extends ReportEvent {
  /** Who had the role before; null: nobody, or it was no hand-over. */
  readonly previous: string | null;
  /** Whether the role has to be said, since the names of the two do not tell it. */
  readonly isOtherTitle: boolean;
  /** An expert's area. */
  readonly area: string | null;
  /** People's words to one another, not written for the timeline. */
  readonly isChat: boolean;
  /** Minutes until what a reminder asked for was done. */
  readonly answered: number | null;
  /** Whether it is what was told outside, or came from there. */
  readonly isOutside: boolean;
  /** Whether the day of what caused it is another one than its own. */
  readonly isOfAnotherDay: boolean;
  /** Where it stands, unless the line links to that already. */
  readonly source: Markdown | string | null;
}

const LINKED: readonly ReportEvent["kind"][] = ["told", "heard", "merged", "committed"];

/** Whom somebody took a role over from; null: from nobody. */
function previousOf(event: ReportEvent, tenures: readonly Tenure[]): string | null {
  if (event.kind !== "role" || event.who === null) return null;
  const before = tenures.find(
    ({ role, to, who }) => role === event.what && to === event.at && !isSameLogin(who, event.who),
  );
  return before?.who ?? null;
}

const isHttp = (url: string): boolean => /^https?:\/\/[\w:/.#?=&%~-]{1,500}$/i.test(url);

const toDate = (at: Instant): string => toIso(at).slice(0, "2026-05-04".length);

function toShownEvent(event: ReportEvent, { tenures }: ReportFacts): ShownEvent {
  const { kind, at, url, answeredAt, causedAt, what } = event;
  const previous = previousOf(event, tenures);
  const primary = (login: string | null): Tenure["role"] | undefined =>
    tenures.find(({ who }) => isSameLogin(who, login))?.role;
  const isLinked = LINKED.includes(kind) || url === null || !isHttp(url);
  return {
    ...event,
    previous,
    isOtherTitle: [previous, event.who].some((login) => primary(login) !== what),
    area: kind === "expert" ? what : null,
    isChat: kind === "marked" && what === "comment",
    answered: answeredAt === null ? null : toMinutes(answeredAt - at),
    isOutside: kind === "told" || kind === "heard",
    isOfAnotherDay: causedAt !== null && toDate(causedAt) !== toDate(at),
    source: isLinked ? null : markdown(url),
  };
}

interface Day {
  readonly day: Instant;
  readonly events: readonly ShownEvent[];
}

/** The timeline by dates in UTC. */
function toDays(events: readonly ShownEvent[]): readonly Day[] {
  const days = new Map<string, ShownEvent[]>();
  for (const event of events) {
    const date = toDate(event.at);
    const day = days.get(date);
    if (day === undefined) days.set(date, [event]);
    else day.push(event);
  }
  return [...days.values()].map((day) => ({ day: day[0]?.at ?? 0, events: day }));
}

/** The severities, the last one first. */
const severitiesOf = ({ severities }: ReportFacts): readonly object[] =>
  severities
    .map(({ severity, at }, index) => ({ severity, since: index === 0 ? null : at }))
    .toReversed();

function toUpdates(events: readonly ReportEvent[]): object {
  const times = events.flatMap(({ kind, at }) => (kind === "update" ? [at] : []));
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  return {
    updates: times.length,
    isOneUpdate: times.length === 1,
    longestGap: gaps.length === 0 ? null : toMinutes(Math.max(...gaps)),
  };
}

/** Whether people heard in time where things stood, and when they heard nothing for longest; null: nobody says how often they should. */
function toPunctuality({ updateStretches }: ReportFacts): object | null {
  const longest = updateStretches.toSorted(
    (one, other) => other.to - other.from - (one.to - one.from),
  )[0];
  if (longest === undefined) return null;
  const { from, to } = longest;
  const kept = updateStretches.filter(({ isKept }) => isKept).length;
  return { kept, late: updateStretches.length - kept, from, to, silence: toMinutes(to - from) };
}

/** What brought the end nearer: a mitigation, a resolution, a change that was made. */
const isStep = ({ kind, what }: ReportEvent): boolean =>
  kind === "merged" ||
  kind === "committed" ||
  (kind === "phase" && (what === "mitigated" || what === "resolved"));

/** The facts as templates want them: what there is of each, nothing undefined, lengths in minutes. */
export function toShownReport(facts: ReportFacts): object {
  const events = facts.timeline.map((event) => toShownEvent(event, facts));
  const { duration, milestones, tenures } = facts;
  return {
    ...facts,
    name: `${facts.owner}/${facts.repo}#${facts.number}`,
    began: beganAt(facts),
    started: milestones.started?.at ?? null,
    ended: duration?.to ?? null,
    minutes: duration === null ? null : toMinutes(duration.ms),
    severities: severitiesOf(facts),
    times: facts.times.map(({ name, from, to, ms }) => ({
      kind: name,
      from,
      to,
      minutes: toMinutes(ms),
    })),
    isMeasured: facts.times.length + facts.updateStretches.length > 0,
    tenures: tenures.map(({ who, ...tenure }) => ({ ...tenure, person: who })),
    // Where it was told, the timeline says.
    steps: events.filter(isStep).map((event) => ({ ...event, told: [] })),
    handovers: events.filter(
      ({ kind, previous, what }) => kind === "role" && what === "commander" && previous !== null,
    ).length,
    ...toUpdates(facts.timeline),
    punctuality: toPunctuality(facts),
    chart: markdown(toChart(facts)),
    days: toDays(events),
  };
}
