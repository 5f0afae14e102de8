import type { FieldToSet } from "../effects/backlog.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { ProjectFields, ProjectPolicy } from "../incident/project.ts";

/** Something that happened for which a policy sets fields; `name` and `at` make its key. */
interface Moment {
  readonly name: string;
  readonly at: Instant;
  readonly fields: ProjectFields;
}

/** What has happened that still holds, in the order in which it counts: what is later goes before what is earlier. */
function momentsOf(incident: Incident, project: ProjectPolicy): readonly Moment[] {
  const { phase, phaseSince, escalation, closed, backlogSince } = incident;
  const added = { name: "added", at: backlogSince ?? 0, fields: project.onAdd };
  const began = { name: phase, at: phaseSince, fields: project.phases[phase] ?? {} };
  const happened: readonly Moment[] = [
    began,
    ...(escalation === null
      ? []
      : [{ name: "escalated", at: escalation.at, fields: project.onEscalate }]),
    ...(closed === null
      ? []
      : [{ name: "closed", at: closed.at, fields: project.phases.closed ?? {} }]),
  ];
  return [added, ...happened.toSorted((one, other) => one.at - other.at)];
}

/** What the policy wants to stand in the fields of the incident's item now, each field once. */
export function backlogFields(incident: Incident, project: ProjectPolicy): readonly FieldToSet[] {
  const wanted = new Map<string, FieldToSet>();
  for (const { name, at, fields } of momentsOf(incident, project)) {
    for (const [field, value] of Object.entries(fields)) {
      wanted.set(field.toLowerCase(), { field, value, at, moment: `${name}/${at}` });
    }
  }
  return [...wanted.values()];
}
