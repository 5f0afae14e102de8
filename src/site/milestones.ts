import { isSameLogin } from "../incident/actor.ts";
import type { Incident } from "../incident/incident.ts";
import type { IncidentIssue } from "../incident/incident-issue.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { phaseOfLabel } from "../incident/phases.ts";
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

const isPhase = (phase: string): boolean => phase === "mitigated" || phase === "resolved";

/** When users could work again for the first time: by the record, or by the labels where its oldest entries are not in it. */
function mitigatedAt(
  { timeline, archived, declaredAt }: Incident,
  marks: Marks,
  { phases }: Policy,
): Instant | null {
  const byLabel = marks.find(
    ({ kind, at, label }) =>
      kind === "labeled" && at >= declaredAt && isPhase(phaseOfLabel(label ?? "", phases) ?? ""),
  );
  const told = timeline.find(({ kind, what = "" }) => kind === "phase" && isPhase(what));
  return archived > 0 ? (byLabel?.at ?? null) : (told?.at ?? byLabel?.at ?? null);
}

type Marks = IncidentIssue["marks"];

/**
 * The stages of an incident from its record. Mitigated is when users could work again for the first time, be it by the resolution;
 * resolved is the last resolution, since one that did not hold was none. Who acknowledged a very long incident is not known any
 * more: the oldest entries of its timeline are not in the record.
 */
export function toMilestones(
  incident: Incident,
  { marks, isOpen, closedAt }: Shown,
  policy: Policy,
): Milestones {
  const { phase, phaseSince, declaredAt, impactStarted, archived } = incident;
  return {
    started: impactStarted,
    declared: declaredAt,
    acknowledged: archived > 0 ? null : acknowledgedAt(incident),
    mitigated: mitigatedAt(incident, marks, policy),
    resolved: phase === "resolved" ? phaseSince : null,
    closed: isOpen ? null : closedAt,
  };
}

type Shown = Pick<IncidentIssue, "marks" | "isOpen" | "closedAt">;

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
  const put = marks.filter(({ kind }) => kind === "labeled");
  const declared = put.find(({ label }) => names.includes(label?.toLowerCase() ?? ""));
  const phases = put.map(({ at, label }) => ({
    at,
    phase: phaseOfLabel(label ?? "", policy.phases) ?? "",
  }));
  return {
    started,
    declared: declared?.at ?? createdAt,
    acknowledged: null,
    mitigated: phases.find(({ phase }) => isPhase(phase))?.at ?? null,
    resolved: phases.findLast(({ phase }) => phase === "resolved")?.at ?? null,
    closed: isOpen ? null : closedAt,
  };
}
