import type { Policy } from "../incident/policy.ts";
import { parseYaml } from "./parse-yaml.ts";
import { findClashes } from "./policy-clashes.ts";
import { type PolicyFile, policyFile } from "./policy.ts";
import type { PolicyProblem } from "./policy-problem.ts";
import { createLocate, mostProblems, toProblems } from "./policy-sentences.ts";
import { findTimeProblems } from "./time-problems.ts";
import { toPolicy } from "./to-policy.ts";

/** A policy that can be worked by, and what is wrong with the file that should have said it. */
export interface ReadPolicy {
  readonly policy: Policy;
  /** In the order of the file. With any problem, nothing of the file counts but its preset. */
  readonly problems: readonly PolicyProblem[];
}

/**
 * Reads the text of `.github/sitrep.yml`; null when there is none. A broken file gives the policy of the preset that it names,
 * or else of the default one, and what is wrong with it. Never throws.
 */
export function readPolicy(text: string | null): ReadPolicy {
  const source = (text ?? "").replace(/^\uFEFF/, "");
  const yaml = parseYaml(source);
  if (!("kind" in yaml)) return { policy: toPolicy({}), problems: [yaml] };
  const value = yaml.value ?? {};
  const locate = createLocate(source, yaml.offsets);
  const { data: file, error } = policyFile.safeParse(value);
  if (file === undefined) {
    const issues = error.issues.slice(0, mostProblems);
    const problems = issues.flatMap((issue) => toProblems(issue, value, locate));
    return { policy: toPresetOf(value), problems: inOrder(problems) };
  }
  const policy = toPolicy(file);
  const wrong = [
    ...findClashes(file, policy, locate),
    ...findTimeProblems(file, value, policy, locate),
  ];
  return wrong.length === 0
    ? { policy, problems: [] }
    : { policy: toPresetOf(file), problems: inOrder(wrong) };
}

/** The preset that a broken file still names. */
function toPresetOf(value: unknown): Policy {
  const named =
    typeof value === "object" && value !== null && "extends" in value ? value.extends : 0;
  const { data } = policyFile.shape.extends.safeParse(named);
  const file: PolicyFile = data === undefined ? {} : { extends: data };
  return toPolicy(file);
}

function inOrder(problems: readonly PolicyProblem[]): readonly PolicyProblem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return sorted.slice(0, mostProblems);
}
