import { TASKS, type TaskId } from "./fields/index.ts";
import type { Incident, StatusUpdate } from "./incident.ts";
import type { PhaseName } from "./phases.ts";
import type { TimelineEntry } from "./timeline.ts";

/**
 * Where an incident stands, for somebody who takes over (docs/process.md, Handing off): the state, what was tried, what is open,
 * what was last told outside and what was promised next.
 */
export interface Brief {
  readonly phase: PhaseName;
  readonly phaseSince: number;
  readonly severity: string;
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly experts: Incident["experts"];
  readonly tickets: readonly string[];
  readonly asks: Incident["asks"];
  readonly tried: readonly TimelineEntry[];
  readonly openTasks: readonly string[];
  readonly update: StatusUpdate | null;
}

const NOTES_IN_BRIEF = 5;

/** Gathers the brief; `done` are the boxes that are ticked in the top comment now. */
export function toBrief(incident: Incident, done: readonly TaskId[]): Brief {
  const notes = incident.timeline.filter(
    (entry) => entry.kind === "note" || entry.kind === "phase",
  );
  return {
    phase: incident.phase,
    phaseSince: incident.phaseSince,
    severity: incident.severity,
    commander: incident.commander,
    liaison: incident.liaison,
    experts: incident.experts,
    tickets: incident.tickets,
    asks: incident.asks,
    tried: notes.slice(-NOTES_IN_BRIEF),
    openTasks: TASKS.filter((task) => !done.includes(task.id)).map((task) => task.text),
    update: incident.update,
  };
}
