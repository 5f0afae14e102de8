import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { TimelineEntry, TimelineKind } from "../incident/timeline.ts";

/** What somebody does who takes an incident up, by command, by label or in the top comment. Declining does not, nor asking how it stands. */
const TAKES_UP: readonly TimelineKind[] = [
  "role",
  "accepted",
  "handoff-asked",
  "expert",
  "severity",
  "impact",
  "note",
  "update",
  "phase",
  "escalated",
  "backlog",
  "done",
  "ticket",
  "action",
];

/** Whoever declares an incident has not taken it up yet, unless they say in the same breath that they lead it. */
const leads = ({ kind, by, who, what }: TimelineEntry): boolean =>
  kind === "accepted" || (kind === "role" && what === "commander" && isSameLogin(by, who ?? null));

/**
 * Is this how somebody takes the incident up: the first `/accept`, or whatever else somebody who may command does about it after the
 * declaration? It is what the field counts the time to acknowledge to.
 */
export function takesUp(
  entry: TimelineEntry,
  { declaredAt }: Pick<Incident, "declaredAt">,
): boolean {
  if (entry.by === null || !TAKES_UP.includes(entry.kind)) return false;
  return entry.at > declaredAt || leads(entry);
}

/**
 * When somebody took the incident up; null: nobody did, or it is not known any more. A record of older versions of Sitrep has no
 * such time: its timeline tells, as long as its oldest entries are there.
 */
export function acknowledgedAt(incident: Incident): Instant | null {
  const { timeline, archived } = incident;
  if (incident.acknowledgedAt !== undefined) return incident.acknowledgedAt;
  if (archived > 0) return null;
  return timeline.find((entry) => takesUp(entry, incident))?.at ?? null;
}
