import { comparePolicies } from "./compare-policies.ts";
import { PRESETS } from "./presets.ts";
import { readPolicy } from "./read-policy.ts";

/** Whether a policy file is right, and what a terminal shows of it. */
export interface PolicyCheck {
  readonly isGood: boolean;
  readonly lines: readonly string[];
}

/**
 * Checks the text of a policy file as Sitrep does. A mistake is a line `name:line:column: what, and how to mend it`, as editors and CI
 * read it; of a file without one, what it changes of its preset. `name` is what the file is called there.
 */
export function checkPolicy(name: string, text: string): PolicyCheck {
  const { policy, problems } = readPolicy(text);
  if (problems.length > 0) {
    const lines = problems.map(
      ({ line, column, what, mend }) => `${name}:${line}:${column}: ${what} ${mend}`,
    );
    return { isGood: false, lines };
  }
  const changes = comparePolicies(PRESETS[policy.preset], policy);
  const sum = changes.length === 0 ? "all of it as it is" : "with these changes:";
  const told = changes.map(({ field, from, to }) => `  ${field}: ${from} -> ${to}`);
  return { isGood: true, lines: [`${name}: ok. ${policy.preset}, ${sum}`, ...told] };
}
