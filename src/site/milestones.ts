import type { Incident } from "../incident/incident.ts";
import type { IncidentIssue } from "../incident/incident-issue.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import { type PhaseName, phaseOfLabel } from "../incident/phases.ts";
import { readCorrections, toMilestones, type MilestoneSources } from "../report/index.ts";
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

type Shown = Pick<IncidentIssue, "marks" | "isOpen" | "closedAt" | "createdAt">;

/** What came in from the community, as the record tells: it is one of the things by which an incident is noticed. */
const heardOf = ({ community }: Incident): MilestoneSources["outside"] => {
  const at = community?.answeredAt ?? null;
  return at === null ? [] : [{ direction: "in", at }];
};

/**
 * The stages of an incident from its record, as the Incident Report tells them and by its rule: what did not hold was none, and what people
 * say in the top comment holds. An older version of Sitrep kept neither the acknowledgement nor the mitigation beside the timeline. Where the
 * oldest entries of that are gone, the mitigation is told by the label, and when it was acknowledged is not known any more.
 */
export function toSiteMilestones(
  incident: Incident,
  { marks, isOpen, closedAt, createdAt }: Shown,
  policy: Policy,
): Milestones {
  const sources = { incident, snapshot: { createdAt }, outside: heardOf(incident) };
  const { milestones, ended } = toMilestones(sources);
  const { started, detected, declared, acknowledged, mitigated, resolved } = milestones;
  const isCut = incident.archived > 0 && incident.phase !== "investigating";
  const byLabel = isCut ? firstOf(lastPhases(marks, policy), "mitigated") : null;
  return {
    started: started?.at ?? null,
    detected: detected?.at ?? null,
    declared: declared?.at ?? incident.declaredAt,
    acknowledged: acknowledged?.at ?? null,
    mitigated: mitigated?.at ?? byLabel,
    resolved: resolved?.at ?? null,
    ended: ended?.at ?? null,
    closed: isOpen ? null : closedAt,
  };
}

/**
 * The stages of an incident that has no record, from the labels and the state of its issue: declared when a declaring label was put on
 * first. What stands in the top comment holds, whoever wrote it. Nothing else tells who acknowledged it.
 */
export function toMilestonesByLabels(
  issue: IncidentIssue,
  policy: Policy,
  started: Instant | null,
): Milestones {
  const { marks, createdAt, isOpen, closedAt, body } = issue;
  const names = policy.labels.map((name) => name.toLowerCase());
  const declared = marks.find(
    ({ kind, label }) => kind === "labeled" && names.includes(label?.toLowerCase() ?? ""),
  );
  const phases = lastPhases(marks, policy);
  return {
    started,
    detected: createdAt,
    declared: declared?.at ?? createdAt,
    acknowledged: null,
    mitigated: firstOf(phases, "mitigated"),
    resolved: firstOf(phases, "resolved"),
    ended: null,
    closed: isOpen ? null : closedAt,
    ...readCorrections(body),
  };
}
