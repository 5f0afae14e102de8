import { comparePolicies, type PolicyChange } from "./compare-policies.ts";
import type { PolicyProblem } from "./policy-problem.ts";
import { readPolicy } from "./read-policy.ts";

/** What a new text of the policy file comes to, beside the one that it replaces. */
export interface PolicyVerdict {
  /** In the order of the file; none where it is right. */
  readonly problems: readonly PolicyProblem[];
  /** What it changes; none where it is wrong. */
  readonly changes: readonly PolicyChange[];
}

/** Judges a text of the policy file by the one before it; null: no file, so that the default preset holds. */
export function judgePolicy(before: string | null, text: string | null): PolicyVerdict {
  const { policy, problems } = readPolicy(text);
  if (problems.length > 0) return { problems, changes: [] };
  return { problems, changes: comparePolicies(readPolicy(before).policy, policy) };
}
