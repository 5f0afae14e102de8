import type { Policy } from "../incident/policy.ts";
import { readPolicy } from "./read-policy.ts";

/** A version of the policy file without a mistake. */
export interface GoodPolicy {
  readonly text: string;
  readonly policy: Policy;
}

/**
 * The newest version of a policy file without a mistake, from its texts, newest first. Null where there is none, or where the
 * file was away since (a null among the texts): then the preset was what the team had before the mistake.
 */
export function findNewestGood(texts: readonly (string | null)[]): GoodPolicy | null {
  for (const text of texts) {
    if (text === null) return null;
    const { policy, problems } = readPolicy(text);
    if (problems.length === 0) return { text, policy };
  }
  return null;
}
