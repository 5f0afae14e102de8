import { InternalError } from "../incident/errors.ts";
import type { Incident } from "../incident/incident.ts";
import { walkThrough } from "./decide.ts";
import type { Given } from "./walk.ts";

/** An incident with every entry of its timeline and every reminder that was sent. */
export interface WholeIncident {
  readonly incident: Incident;
  /** Action items that are written in the top comment and have no issue. */
  readonly unfiled: readonly string[];
}

/**
 * The incident as its whole thread adds up to it; null where the issue is none. `given.snapshot` was read without its record, so
 * that it holds every version and event; throws where it was not. Nothing is moved out of the timeline.
 */
export function toWholeIncident(given: Given): WholeIncident | null {
  const { snapshot } = given;
  if (snapshot.record !== null) throw new InternalError("the thread was read from its record on");
  const { incident, fields } = walkThrough(given);
  return incident === null ? null : { incident, unfiled: fields.unfiled };
}
