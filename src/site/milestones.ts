import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { IncidentIssue } from "../incident/incident-issue.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { type PhaseName, phaseOfLabel } from "../incident/phases.ts";
import { reachedPhases } from "../report/index.ts";
import type { TimelineEntry, TimelineKind } from "../incident/timeline.ts";
import type { Milestones } from "./site-data.ts";

/** What somebody does to the incident itself: whoever leads it and does so has taken notice. */
const WORDS: readonly TimelineKind[] = [
  "note",
  "update",
  "phase",
  "severity",
  "escalated",
  "expert",
  "handoff-asked",
  "ticket",
];

const takes = ({ kind, by, who, what }: TimelineEntry): boolean =>
  kind === "accepted" ||
  (kind === "role" && what === "commander" && who !== undefined && isSameLogin(by, who));

/** The first `/accept` or word of whoever led the incident then. */
function acknowledgedAt({ timeline }: Incident): Instant | null {
  let commander: string | null = null;
  for (const entry of timeline) {
    if (entry.kind === "role" && entry.what === "commander") commander = entry.who ?? null;
    if (takes(entry)) return entry.at;
    if (WORDS.includes(entry.kind) && isSameLogin(entry.by, commander)) return entry.at;
  }
  return null;
}

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
 * The stages of an incident from its record; mitigation and resolution as the Incident Report tells them: what did not hold was none.
 * The oldest entries of a very long timeline are not in the record: its mitigation is told by the label then, and who acknowledged
 * it is not known any more.
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
    acknowledged: archived > 0 ? null : acknowledgedAt(incident),
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
