import { toIso, type Instant } from "../incident/instant.ts";
import type { Definition, MeasureName } from "./definitions.ts";
import { toHref } from "./html/user-text.ts";
import { lastedOf, medianOf, takenBy, TIMES, type Measures } from "./measures.ts";
import type { SiteData, SiteIncident } from "./site-data.ts";

const time = (at: Instant | null): string | null => (at === null ? null : toIso(at));
const seconds = (ms: number | null): number | null => (ms === null ? null : Math.round(ms / 1000));

const median = (taken: readonly { readonly ms: number }[]): number | null =>
  seconds(medianOf(taken.map(({ ms }) => ms)));

const durationsOf = (incident: SiteIncident) =>
  Object.fromEntries(TIMES.map((name) => [name, seconds(takenBy(incident, name))]));

const toIncident = (incident: SiteIncident): object => ({
  number: incident.number,
  title: incident.title,
  url: toHref(incident.url),
  state: incident.state,
  severity: incident.severity,
  followed: incident.isFollowed,
  milestones: Object.fromEntries(
    Object.entries(incident.milestones).map(([name, at]: [string, Instant | null]) => [
      name,
      time(at),
    ]),
  ),
  secondsTo: durationsOf(incident),
  secondsLasted: seconds(lastedOf(incident)),
  report: { state: incident.report.state, url: toHref(incident.report.url) },
  updates: incident.updates.map(({ from, to, isKept }) => ({
    from: toIso(from),
    to: toIso(to),
    kept: isKept,
  })),
  timeline: incident.entries.map(({ at, kind, words, said, url }) => ({
    at: toIso(at),
    kind,
    words,
    said,
    url: toHref(url),
  })),
  olderEntries: incident.earlier,
  actionItems: incident.actionItems.map(({ title, url, isOpen, openedAt, closedAt }) => ({
    title,
    url: toHref(url),
    open: isOpen,
    openedAt: toIso(openedAt),
    closedAt: time(closedAt),
  })),
});

/** Everything that the site shows, for programs: `version` changes when a field changes its meaning or goes. Times are ISO 8601, UTC. */
export function toJson(
  { owner, repo, url, builtAt }: SiteData,
  incidents: readonly SiteIncident[],
  { months, severities }: Measures,
  definitions: Readonly<Record<MeasureName, Definition>>,
): string {
  const everything = {
    version: 1,
    repository: { owner, name: repo, url: toHref(url) },
    builtAt: toIso(builtAt),
    definitions,
    months: months.map(({ month, total, bySeverity, taken, kept, missed }) => ({
      month,
      incidents: total,
      bySeverity: Object.fromEntries(
        severities.map((severity, index) => [severity ?? "not known", bySeverity[index] ?? 0]),
      ),
      medianSecondsTo: Object.fromEntries(TIMES.map((name) => [name, median(taken[name])])),
      updates: { kept, missed },
    })),
    incidents: incidents.map(toIncident),
  };
  return `${JSON.stringify(everything, null, 1)}\n`;
}
