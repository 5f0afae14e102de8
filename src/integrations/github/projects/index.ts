export { createBacklog } from "./create-backlog.ts";
export { createProjectAccess, createProjectMemory } from "./project-access.ts";
