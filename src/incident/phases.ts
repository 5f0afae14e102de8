/**
 * The phases of an incident, each one label on the issue (docs/architecture.md, section 3), which a policy may name. `title` is what people read and what the
 * Status field of the top comment says; `color` and `description` are used when the label has to be created.
 */
export const PHASES = {
  investigating: {
    title: "Investigating",
    color: "d73a4a",
    description: "Incident: the cause is being looked for",
  },
  mitigated: {
    title: "Mitigated",
    color: "fbca04",
    description: "Incident: users can work, the cause is not gone",
  },
  resolved: { title: "Resolved", color: "0e8a16", description: "Incident: over, not yet closed" },
} as const;

/** Code name of a phase. */
export type PhaseName = keyof typeof PHASES;

/** Every phase, in the order in which an incident goes through them. */
export const PHASE_NAMES = Object.keys(PHASES) as readonly PhaseName[];

/** The name of each phase's label. */
export type PhaseLabels = Readonly<Record<PhaseName, string>>;

/** What the labels are called where the policy does not say. */
export const PHASE_LABELS: PhaseLabels = {
  investigating: "incident: investigating",
  mitigated: "incident: mitigated",
  resolved: "incident: resolved",
};

/**
 * The phase that a label stands for, or null; names are compared without regard to case, as GitHub does. Whatever a team calls
 * its labels, the default ones are still read: they stand on issues from before.
 */
export const phaseOfLabel = (label: string, labels: PhaseLabels): PhaseName | null =>
  PHASE_NAMES.find((phase) =>
    [labels[phase], PHASE_LABELS[phase]].some((name) => name.toLowerCase() === label.toLowerCase()),
  ) ?? null;

/** The phase that words mean, by its name in any case, which is its title too; null when they mean none. */
export const findPhase = (text: string): PhaseName | null =>
  PHASE_NAMES.find((name) => name === text.trim().toLowerCase()) ?? null;
