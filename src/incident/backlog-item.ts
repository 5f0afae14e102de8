import type { Instant } from "./instant.ts";

/** The incident's item in the team's project, as far as Sitrep knows. */
export interface BacklogItem {
  /** The project's name, as `acme/3`. */
  readonly project: string;
  /** As of when it is wanted there (`Incident.backlogSince`). */
  readonly since: Instant;
  /** Its id there; null: not put there yet, or not known to be. */
  readonly id: number | null;
  /** Somebody took it out: it stays out, until it is wanted there anew. */
  readonly gone: boolean;
  /** By the name of a field, the moment for which it was set: people may have changed it since. */
  readonly set: Readonly<Record<string, string>>;
}
