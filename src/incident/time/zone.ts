import { Temporal } from "temporal-polyfill";
import type { Instant } from "../instant.ts";
import { DAY, type DayNumber } from "./dates.ts";

/** A wall clock's reading: the ms since the epoch at which a clock in UTC would show it. */
export type Wall = number;

const NAME = /^(?:UTC|[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+)$/;

const zonedAt = (zone: string, at: Instant): Temporal.ZonedDateTime =>
  new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone);

/**
 * Whether this is `UTC` or a zone's full name such as `Europe/Berlin`. Offsets and short names (`EST`) are refused: they
 * know no daylight saving, and whoever writes one mostly means a place that does.
 */
export function isZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    zonedAt(name, 0);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What a clock in the zone shows at this instant. */
export function wallAt(zone: string, at: Instant): Wall {
  if (zone === "UTC") return at;
  return at + zonedAt(zone, at).offsetNanoseconds / 1_000_000;
}

/** The date in the zone at this instant. */
export const dayAt = (zone: string, at: Instant): DayNumber => Math.floor(wallAt(zone, at) / DAY);

/**
 * When a stretch that starts or ends by this clock reading does so. A reading that clocks skip: the instant at which they
 * skip it. A reading that comes twice: a start takes the first; an end takes the last instant before which clocks showed less.
 */
export function edgeAt(zone: string, wall: Wall, edge: "start" | "end"): Instant {
  if (zone === "UTC") return wall;
  const shown = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC");
  const plain = shown.toPlainDateTime();
  const earlier = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = plain.toZonedDateTime(zone, { disambiguation: "later" });
  const [first, last] = [earlier.epochMilliseconds, later.epochMilliseconds];
  if (first === last) return first;
  const change = earlier.getTimeZoneTransition("next")?.epochMilliseconds ?? last;
  if (!earlier.toPlainDateTime().equals(plain)) return change;
  return edge === "start" || last === change ? first : last;
}

/** The furthest that clocks in the zone have shown by this instant: while an hour comes again, they stand at its end. */
export function furthestWallAt(zone: string, at: Instant): Wall {
  const wall = wallAt(zone, at);
  const first = edgeAt(zone, wall, "start");
  if (first === at) return wall;
  const change = zonedAt(zone, first).getTimeZoneTransition("next")?.epochMilliseconds ?? at;
  return change + wallAt(zone, first) - first;
}
