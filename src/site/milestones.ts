import type { Incident } from "../incident/incident.ts";
import type { IncidentIssue } from "../incident/incident-issue.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { type PhaseName, phaseOfLabel } from "../incident/phases.ts";
import { acknowledgedAt, reachedPhases } from "../report/index.ts";
import type { Milestones } from "./site-data.ts";

type Marks = IncidentIssue["marks"];

interface Phased {
  readonly at: Instant;
  readonly phase: PhaseName;
}

/** The phases by their labels, since the incident was investigated last. */
function lastPhases(marks: Marks, { phases }: Policy): readonly Phased[] {
  const put = marks.flatMap(({ kind, at, label }): readonly Phased[] => {
    if (kind === "reopened") return [{ at, phase: "investigating" }];
    const phase = kind === "labeled" ? phaseOfLabel(label ?? "", phases) : null;
    return phase === null ? [] : [{ at, phase }];
  });
  return put.slice(put.findLastIndex(({ phase }) => phase === "investigating") + 1);
}

const firstOf = (found: readonly Phased[], phase: PhaseName): Instant | null =>
  found.find((one) => one.phase === phase)?.at ?? null;

type Shown = Pick<IncidentIssue, "marks" | "isOpen" | "closedAt">;

/**
 * The stages of an incident from its record, as the Incident Report tells them: what did not hold was none. An older version of Sitrep
 * kept neither the acknowledgement nor the mitigation beside the timeline. Where the oldest entries of that are gone, the mitigation is told by
 * the label, and when it was acknowledged is not known any more.
 */
export function toMilestones(
  incident: Incident,
  { marks, isOpen, closedAt }: Shown,
  policy: Policy,
): Milestones {
  const { declaredAt, impactStarted, archived, phase } = incident;
  const { mitigated, resolved } = reachedPhases(incident);
  const isCut = archived > 0 && phase !== "investigating";
  return {
    started: impactStarted,
    declared: declaredAt,
    acknowledged: acknowledgedAt(incident),
    mitigated: mitigated ?? (isCut ? firstOf(lastPhases(marks, policy), "mitigated") : null),
    resolved,
    closed: isOpen ? null : closedAt,
  };
}

/**
 * The stages of an incident that has no record, from the labels and the state of its issue: declared when a declaring label was put on
 * first. Nothing tells who acknowledged it.
 */
export function toMilestonesByLabels(
  issue: IncidentIssue,
  policy: Policy,
  started: Instant | null,
): Milestones {
  const { marks, createdAt, isOpen, closedAt } = issue;
  const names = policy.labels.map((name) => name.toLowerCase());
  const declared = marks.find(
    ({ kind, label }) => kind === "labeled" && names.includes(label?.toLowerCase() ?? ""),
  );
  const phases = lastPhases(marks, policy);
  return {
    started,
    declared: declared?.at ?? createdAt,
    acknowledged: null,
    mitigated: firstOf(phases, "mitigated"),
    resolved: firstOf(phases, "resolved"),
    closed: isOpen ? null : closedAt,
  };
}
