export { createBacklog } from "./create-backlog.ts";
export { checkProject } from "./check-project.ts";
export { createProjectAccess, createProjectMemory } from "./project-access.ts";
