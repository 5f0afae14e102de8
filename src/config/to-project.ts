import type { ProjectPlace, ProjectPolicy } from "../incident/project.ts";
import type { ProjectFile } from "./project-fields.ts";

/** What is needed is there: the schema sees to it. */
const toPlace = ({ url, owner = "", number = 0 }: ProjectFile): ProjectPlace =>
  url ?? { owner, ownedBy: null, number, server: null };

/** The backlog as a policy has it, from the file's field. */
export const toProject = (file: ProjectFile): ProjectPolicy => ({
  ...toPlace(file),
  onAdd: file.onAdd ?? {},
  onEscalate: file.onEscalate ?? {},
  phases: toPhases(file.phases ?? {}),
});

type Phases = NonNullable<ProjectFile["phases"]>;

function toPhases({ investigating, mitigated, resolved, closed }: Phases): ProjectPolicy["phases"] {
  return {
    ...(investigating && { investigating }),
    ...(mitigated && { mitigated }),
    ...(resolved && { resolved }),
    ...(closed && { closed }),
  };
}
