import type { TaskId } from "../../incident/fields/index.ts";
import type { Incident } from "../../incident/incident.ts";
import type { RoleName } from "../../incident/roles.ts";

// A role counts as filled when its holder was not asked whether they can, or has answered.
const isFilled = (incident: Incident, role: RoleName): boolean =>
  incident[role] !== null &&
  !incident.asks.some((ask) => ask.kind === "confirm" && ask.role === role);

/** The steps of the process that the incident itself is evidence for; the others are for people to tick. */
const EVIDENCE: Partial<Readonly<Record<TaskId, (incident: Incident) => boolean>>> = {
  acknowledge: ({ community }) => (community?.acknowledgedAt ?? null) !== null,
  open: () => true,
  commander: (incident) => isFilled(incident, "commander"),
  liaison: (incident) => isFilled(incident, "liaison"),
  delegate: (incident) => incident.experts.length > 0,
  escalate: (incident) => incident.escalation !== null,
  update: (incident) => incident.update !== null,
  resolve: (incident) => incident.phase === "resolved",
  announce: (incident) => incident.vouched.announce !== undefined,
  report: (incident) => incident.vouched.report !== undefined,
  close: (incident) => incident.closed?.reason === "completed",
};

/** The steps that are ticked on evidence. Each is ticked once: a box that a person unticks stays so. */
export const evidentTasks = (incident: Incident): readonly TaskId[] =>
  (Object.keys(EVIDENCE) as TaskId[]).filter((task) => EVIDENCE[task]?.(incident) === true);
