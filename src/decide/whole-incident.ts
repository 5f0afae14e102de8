import { InternalError } from "../incident/errors.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { walkThrough } from "./decide.ts";
import type { Given } from "./walk.ts";

/** An incident with every entry of its timeline and every reminder that was sent. */
export interface WholeIncident {
  readonly incident: Incident;
  /** Action items that are written in the top comment and have no issue. */
  readonly unfiled: readonly string[];
  /** How severe it was when it was declared. */
  readonly firstSeverity: string;
}

/** The snapshot as it was at an instant, as far as the declaration goes by it. */
function asOf(snapshot: Snapshot, at: Instant): Snapshot {
  const versions = snapshot.versions.filter((version) => version.at <= at);
  const first = snapshot.before?.text ?? snapshot.body;
  return {
    ...snapshot,
    versions,
    body: versions.length === 0 ? first : snapshot.body,
    events: snapshot.events.filter((event) => event.at <= at),
  };
}

/**
 * The incident as its whole thread adds up to it; null where the issue is none. `given.snapshot` was read without its record, so
 * that it holds every version and event; throws where it was not. Nothing is moved out of the timeline.
 */
export function toWholeIncident(given: Given): WholeIncident | null {
  const { snapshot } = given;
  if (snapshot.record !== null) throw new InternalError("the thread was read from its record on");
  const { incident, fields } = walkThrough(given);
  if (incident === null) return null;
  const then = walkThrough({ ...given, snapshot: asOf(snapshot, incident.declaredAt) }).incident;
  return {
    incident,
    unfiled: fields.unfiled,
    firstSeverity: then?.severity ?? incident.severity,
  };
}
