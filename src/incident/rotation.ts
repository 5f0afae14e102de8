import type { Instant } from "./instant.ts";
import { DAY, isBetween, MINUTE, toDateText, toMinute } from "./time/dates.ts";
import { dayAt, edgeAt, wallAt } from "./time/zone.ts";

/** Somebody else's dates: both are included, by the calendar of the rotation's zone, from midnight to midnight. */
export interface RotationOverride {
  /** A date as `2026-12-24`, or as `12-24` for every year; both of one kind. */
  readonly from: string;
  readonly to: string;
  readonly who: string;
}

/** People who take turns of equal length, one after the other and over again. */
export interface Rotation {
  /** Logins in the order of their turns; never empty. */
  readonly people: readonly string[];
  /** Length of a turn in days of the calendar, 1 at least: a turn over a change of clocks is an hour longer or shorter. */
  readonly days: number;
  /** When the first turn begins: a date, and the time of day (`09:00`) by the clocks of the zone at which every turn begins. */
  readonly since: { readonly date: string; readonly time: string };
  /** The zone's full name, e.g. `Europe/Berlin`. */
  readonly zone: string;
  /** The first one that covers a date counts. */
  readonly overrides: readonly RotationOverride[];
}

/**
 * When the turn of this number begins, counted from 0: at the same local time each time. Where clocks skip that time, at
 * the instant at which they do; where it comes twice, at the first.
 */
export function turnStart({ since, days, zone }: Rotation, turn: number): Instant {
  const first = Date.parse(`${since.date}T00:00:00Z`);
  const time = (toMinute(since.time) ?? 0) * MINUTE;
  return edgeAt(zone, first + turn * days * DAY + time, "start");
}

/** The number of the turn at an instant; negative before the first one. */
function turnAt(rotation: Rotation, at: Instant): number {
  const { zone, days, since } = rotation;
  const first = Date.parse(`${since.date}T00:00:00Z`);
  // Within a turn of the right one; which it is, the instants tell.
  const near = Math.floor((wallAt(zone, at) - first) / (days * DAY));
  const begun = [near + 1, near].find((turn) => turnStart(rotation, turn) <= at);
  return begun ?? near - 1;
}

/** Who is on duty at an instant: one person always, from the first turn on; null before it. An override counts before all. */
export function onRotation(rotation: Rotation, at: Instant): string | null {
  const { people, zone, overrides } = rotation;
  const date = toDateText(dayAt(zone, at));
  const instead = overrides.find(({ from, to }) => isBetween(date, from, to));
  if (instead !== undefined) return instead.who;
  const turn = turnAt(rotation, at);
  return turn < 0 ? null : (people[turn % people.length] ?? null);
}
