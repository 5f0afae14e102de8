import type { IssueEffect } from "../../effects/index.ts";
import type { Incident } from "../../incident/incident.ts";
import type { Given, Walk } from "../walk.ts";

/** What a rule judges by: the incident after everything that happened, and the issue as it was read. */
export interface Standing {
  readonly incident: Incident;
  readonly walk: Walk;
  readonly given: Given;
}

/** A rule says what must be true of the issue whatever happened: the effects that are missing, none when it is so. */
export interface Rule {
  readonly name: string;
  /** Whether it holds while the declaring label is off, too: then Sitrep only stands by. */
  readonly holdsStandingBy: boolean;
  readonly effects: (standing: Standing) => readonly IssueEffect[];
}
