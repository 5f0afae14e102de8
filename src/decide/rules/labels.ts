import type { IssueEffect, LabelSpec } from "../../effects/index.ts";
import { PHASES, phaseOfLabel } from "../../incident/phases.ts";
import type { Policy } from "../../incident/policy.ts";
import { isDeclaring } from "../thread-event.ts";
import type { Rule, Standing } from "./rule.ts";

const DECLARING_COLOR = "b60205";
// From the most severe on; a policy with more severities repeats the last.
const SEVERITY_COLORS = ["b60205", "d93f0b", "fbca04", "c2e0c6"] as const;

const severityLabel = (severity: string, policy: Policy): LabelSpec => ({
  name: severity,
  color: SEVERITY_COLORS[policy.severities.indexOf(severity)] ?? "c2e0c6",
  description: "Incident: severity",
});

/** The labels that say where the incident stands: declaring, phase, severity. */
function wantedLabels({ incident, given }: Standing): readonly LabelSpec[] {
  const { snapshot, policy } = given;
  const declaring = snapshot.labels.some((label) => isDeclaring(label, given))
    ? []
    : [
        {
          name: policy.labels[0] ?? "incident",
          color: DECLARING_COLOR,
          description: "Sitrep runs this issue as an incident",
        },
      ];
  const { color, description } = PHASES[incident.phase];
  const phase = { name: policy.phases[incident.phase], color, description };
  return [...declaring, phase, severityLabel(incident.severity, policy)];
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** One phase label, one severity label, and the declaring one (docs/architecture.md, section 3: its labels are the phase). */
export const labels: Rule = {
  name: "labels",
  holdsStandingBy: false,
  effects: (standing): readonly IssueEffect[] => {
    const { snapshot, policy } = standing.given;
    const wanted = wantedLabels(standing);
    const missing = wanted.filter(
      ({ name }) => !snapshot.labels.some((label) => same(label, name)),
    );
    // A severity that the policy has no more gives way, too.
    const severities = [...policy.severities, snapshot.record?.incident.severity ?? ""];
    const isManaged = (label: string): boolean =>
      phaseOfLabel(label, policy.phases) !== null || severities.some((name) => same(name, label));
    const surplus = snapshot.labels.filter(
      (label) => isManaged(label) && !wanted.some(({ name }) => same(name, label)),
    );
    return [
      ...surplus.map((name) => ({ kind: "remove-label", name }) as const),
      ...missing.map((label) => ({ kind: "add-label", label }) as const),
    ];
  },
};
