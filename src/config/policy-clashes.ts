import { PHASE_LABELS, PHASE_NAMES } from "../incident/phases.ts";
import type { Policy, PolicyRole } from "../incident/policy.ts";
import type { PolicyFile } from "./policy.ts";
import { type PolicyProblem, quote } from "./policy-problem.ts";
import type { Locate } from "./policy-sentences.ts";
import { namesOfRole } from "./to-policy.ts";

interface Word {
  readonly word: string;
  readonly path: readonly PropertyKey[];
  /** What it stands for; the same word for two things is a clash. */
  readonly means: string;
}

const sameLabel = (word: string): string => word.trim().toLowerCase();
/** Severities are told apart as commands read them: `SEV-1`, `sev 1` and `sev1` are one. */
const sameSeverity = (word: string): string => word.toLowerCase().replace(/[\s_-]+/g, "");

/** Words of a well-formed file that mean two things at once. `policy` is what the file comes to. */
export function findClashes(
  file: PolicyFile,
  policy: Policy,
  locate: Locate,
): readonly PolicyProblem[] {
  const labels = toWords(file.labels, "labels", "a declaring label");
  const severities = toWords(file.severities, "severities", "a severity");
  const phases = PHASE_NAMES.flatMap((phase): readonly Word[] => {
    const word = file.phases?.[phase];
    return word === undefined
      ? []
      : [{ word, path: ["phases", phase], means: `the phase ${phase}` }];
  });
  const given = [...labels, ...severities];
  const reserved = given.filter(({ word }) => sameLabel(word).startsWith("incident:"));
  const declaring = new Set(policy.labels.map(sameLabel));
  const ambiguous = [...severities, ...phases].filter(({ word }) => declaring.has(sameLabel(word)));
  const levels = new Set(policy.severities.map(sameLabel));
  const isSeverity = ({ word }: Word): boolean => levels.has(sameLabel(word));
  // A phase's default label is read whatever it is called now.
  const isAnotherPhase = ({ word, path }: Word): boolean =>
    PHASE_NAMES.some(
      (phase) =>
        phase !== path[1] &&
        [policy.phases[phase], PHASE_LABELS[phase]].some(
          (name) => sameLabel(name) === sameLabel(word),
        ),
    );
  return [
    ...reserved.map((word) => toProblem(word, "an incident's phase", locate)),
    ...ambiguous.map((word) => toProblem(word, "a declaring label", locate)),
    ...phases.filter(isSeverity).map((word) => toProblem(word, "a severity", locate)),
    ...phases.filter(isAnotherPhase).map((word) => toProblem(word, "another phase", locate)),
    ...repeated(labels, sameLabel).map((word) => toProblem(word, "another entry", locate)),
    ...repeated(severities, sameSeverity).map((word) => toProblem(word, "another entry", locate)),
    ...clashingRoles(file, policy).map((word) => toProblem(word, "another role", locate)),
  ];
}

function toWords(words: readonly string[] | undefined, field: string, means: string): Word[] {
  return (words ?? []).map((word, n) => ({ word, path: [field, n], means }));
}

function repeated(words: readonly Word[], same: (word: string) => string): readonly Word[] {
  const seen = words.map(({ word }) => same(word));
  return words.filter((_, n) => seen.indexOf(seen[n]!) < n);
}

/** Names of a role that the file gives to another role too, or that are another role's title. */
function clashingRoles({ roles = {} }: PolicyFile, policy: Policy): readonly Word[] {
  const names = Object.keys(policy.roles) as PolicyRole[];
  const given = names.flatMap((role): Word[] => {
    const { title, aliases = [] } = namesOfRole(roles, role);
    const titles = title === undefined ? [] : [{ word: title, path: ["roles", role, "title"] }];
    const others = aliases.map((word, n) => ({ word, path: ["roles", role, "aliases", n] }));
    return [...titles, ...others].map((word) => ({ ...word, means: role }));
  });
  return given.filter(({ word, means }, n) => {
    const isSame = (other: string): boolean => sameLabel(other) === sameLabel(word);
    const isTitle = names.some((role) => role !== means && isSame(policy.roles[role].title));
    const earlier = given.slice(0, n);
    return isTitle || earlier.some((other) => other.means !== means && isSame(other.word));
  });
}

function toProblem({ word, path, means }: Word, other: string, locate: Locate): PolicyProblem {
  return {
    ...locate(path),
    what: `${quote(word)} stands for ${means} and for ${other}.`,
    mend: "Choose another word here, or remove this one.",
  };
}
