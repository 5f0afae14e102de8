import { toIso, type Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { homeZoneOf, toWeekday, toZoned } from "../incident/time/index.ts";

/** How times are written in a report and on the site: in UTC, with the clock of the team's zone beside. */
export interface ReportTime {
  /** The place whose clock stands beside, `Berlin`; null: UTC stands alone. */
  readonly place: string | null;
  /** That clock, `11:30`, with the day where that is another one there, `Tue 01:30`; null: UTC stands alone. */
  readonly beside: (at: Instant) => string | null;
  /** `2026-05-04`, in UTC. */
  readonly date: (at: Instant) => string;
  /** `09:30 UTC (11:30 Berlin)`. */
  readonly clock: (at: Instant) => string;
  /** The same behind its date. */
  readonly moment: (at: Instant) => string;
}

/** `Europe/Berlin` is `Berlin`, `America/New_York` is `New York`. */
const toPlace = (zone: string): string =>
  zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

const date = (at: Instant): string => toIso(at).slice(0, "2026-05-04".length);

/** Times by the policy's zone for reports, else by the first zone of its calendar; UTC alone where that is UTC. */
export function toReportTime({
  report,
  calendar,
}: Pick<Policy, "report" | "calendar">): ReportTime {
  const zone = report.zone ?? homeZoneOf(calendar);
  const place = toPlace(zone);
  const beside = (at: Instant): string | null => {
    const [day, local] = place === "UTC" ? [] : (toZoned(zone, at) ?? "").split(" ");
    if (day === undefined || local === undefined) return null;
    return day === toWeekday(at) ? local : `${day} ${local}`;
  };
  const clock = (at: Instant): string => {
    const [utc, local] = [`${toIso(at).slice(11, 16)} UTC`, beside(at)];
    return local === null ? utc : `${utc} (${local} ${place})`;
  };
  return {
    place: beside(0) === null ? null : place,
    beside,
    date,
    clock,
    moment: (at) => `${date(at)} ${clock(at)}`,
  };
}
