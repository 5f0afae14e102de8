import {
  insertSection,
  writeFields,
  type FieldChanges,
  type FieldName,
  type FieldValues,
} from "../../incident/fields/index.ts";
import { toIso } from "../../incident/instant.ts";
import type { Incident } from "../../incident/incident.ts";
import { PHASES } from "../../incident/phases.ts";
import { ROLE_NAMES } from "../../incident/roles.ts";
import type { Rule, Standing } from "./rule.ts";
import { evidentTasks } from "./tasks.ts";

/** What the Status field says of an incident that is closed as completed. */
export const CLOSED_STATUS = "Closed";

/** What the Status field says: the phase, or that it is over. */
export function statusText(incident: Incident): string {
  if (incident.closed?.reason === "not_planned") return "Cancelled";
  return incident.closed === null ? PHASES[incident.phase].title : CLOSED_STATUS;
}

/** The incident's facts as values of the fields of the top comment. */
export const toFieldValues = (incident: Incident): FieldValues => ({
  commander: incident.commander,
  liaison: incident.liaison,
  representative: incident.representative,
  experts: incident.experts,
  tickets: incident.tickets,
  severity: incident.severity,
  status: statusText(incident),
  impactStarted:
    incident.impactStarted === null ? null : toIso(incident.impactStarted).replace(/\.\d+Z$/, "Z"),
});

/** What is to be written: every field but those whose words were not followed, and the boxes that evidence ticks. */
function changesFor({ incident, walk, given }: Standing): FieldChanges {
  const { representative, experts, tickets, ...rest } = toFieldValues(incident);
  const claimed = (field: FieldName): boolean =>
    incident.claims.some((claim) => claim.field === field);
  const simple = Object.fromEntries(
    Object.entries(rest).filter(([field]) => !claimed(field as FieldName)),
  );
  const ticked = [...incident.ticked, ...walk.stood.ticked];
  const ticks = evidentTasks(incident).filter((task) => !ticked.includes(task));
  const statusId = given.snapshot.status?.nodeId;
  const marker =
    statusId !== undefined && walk.fields.hasSection ? { statusCommentId: statusId } : {};
  return {
    ...simple,
    ...(claimed("representative") ? {} : { representative }),
    ...(claimed("experts") ? {} : { experts }),
    ...(claimed("ticket") ? {} : { tickets }),
    tasks: Object.fromEntries(ticks.map((task) => [task, true])),
    ...marker,
  };
}

/** The top comment as it has to be: what people wrote, with Sitrep's fields spliced in; its own section is put in once. */
export function desiredBody(standing: Standing): string {
  const { incident, walk, given } = standing;
  const words = given.vocabulary;
  const written = writeFields(walk.text, changesFor(standing), words);
  if (incident.sectionInserted || walk.stood.section) return written;
  const tasks = Object.fromEntries(evidentTasks(incident).map((task) => [task, true]));
  const statusCommentId = given.snapshot.status?.nodeId ?? null;
  const without = ROLE_NAMES.filter(
    (role) => incident[role] === null && !given.policy.requiredRoles.includes(role),
  );
  const options = { statusCommentId, without };
  return insertSection(written, toFieldValues(incident), tasks, options, words);
}

/** The top comment tells who holds which role (docs/process.md, steps 5 and 6). */
export const body: Rule = {
  name: "body",
  holdsStandingBy: false,
  effects: (standing) => {
    const wanted = desiredBody(standing);
    return wanted === standing.given.snapshot.body ? [] : [{ kind: "write-body", body: wanted }];
  },
};
