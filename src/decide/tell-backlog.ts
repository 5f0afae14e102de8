import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { BacklogItem } from "../incident/backlog-item.ts";
import { projectName } from "../incident/project.ts";
import type { Given } from "./walk.ts";

// Of an incident that long past, nobody wants to hear as of something new.
const STALE_MS = 7 * 24 * 60 * 60_000;

/**
 * What the record holds of the incident's item in the project: as before, or that it is wanted there. It is recorded before it is
 * tried, so that whoever finds it there looks whether it was done before doing it again. Undefined: nothing.
 */
export function tellBacklog(
  incident: Incident,
  { policy: { project }, snapshot }: Pick<Given, "policy" | "snapshot">,
  now: Instant,
): BacklogItem | undefined {
  const before = snapshot.record?.backlog;
  const { backlogSince: since, active, closed } = incident;
  if (project === null || since === null) return before;
  const name = projectName(project);
  const isSame = before?.project === name;
  if (isSame && before.since >= since) return before;
  if (!active || closed !== null || now - since > STALE_MS) return before;
  return { project: name, since, id: null, gone: false, set: isSame ? before.set : {} };
}
