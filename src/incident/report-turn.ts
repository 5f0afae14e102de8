import type { Incident } from "./incident.ts";
import type { Policy } from "./policy.ts";

/** Who writes the report: the role that the policy says, or whoever leads; null: nobody is known. */
export const reportWriter = (incident: Incident, { report }: Policy): string | null =>
  incident[report.writer] ?? incident.commander;

/** Whose turn it is to do something for the report: in review that of whoever is to approve it, else its writer's; null: nobody is known. */
export const reportTurn = (incident: Incident, policy: Policy): string | null =>
  incident.report?.reviewer ?? reportWriter(incident, policy);
