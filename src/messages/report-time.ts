import { toIso, type Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { homeZoneOf, toWeekday, toZoned } from "../incident/time/index.ts";

/** How times are written in a report: in UTC, with the clock of the team's zone beside. */
export interface ReportTime {
  /** `2026-05-04`, in UTC. */
  readonly date: (at: Instant) => string;
  /** `09:30 UTC (11:30 Berlin)`; beside it the day, where that is another one there. */
  readonly clock: (at: Instant) => string;
  /** The same behind its date. */
  readonly moment: (at: Instant) => string;
}

/** `Europe/Berlin` is `Berlin`, `America/New_York` is `New York`. */
const toPlace = (zone: string): string =>
  zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");

const date = (at: Instant): string => toIso(at).slice(0, "2026-05-04".length);

/** Times by the policy's zone for reports, else by the first zone of its calendar; UTC alone where that is UTC. */
export function toReportTime({ report, calendar }: Policy): ReportTime {
  const zone = report.zone ?? homeZoneOf(calendar);
  const place = toPlace(zone);
  const clock = (at: Instant): string => {
    const utc = `${toIso(at).slice(11, 16)} UTC`;
    const [day = "", local = ""] = (toZoned(zone, at) ?? "").split(" ");
    if (local === "") return utc;
    return `${utc} (${day === toWeekday(at) ? "" : `${day} `}${local} ${place})`;
  };
  return { date, clock, moment: (at) => `${date(at)} ${clock(at)}` };
}
