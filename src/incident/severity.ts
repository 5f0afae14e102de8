import type { Policy } from "./policy.ts";

const plain = (text: string): string => text.toLowerCase().replace(/[\s_-]+/g, "");

/**
 * The policy's severity that a person means: `SEV-2`, `sev2`, `sev 2`, or its number alone (`2`); null when it is none.
 * A number counts only where exactly one severity ends in it.
 */
export function findSeverity(text: string, policy: Policy): string | null {
  const wanted = plain(text);
  const exact = policy.severities.find((severity) => plain(severity) === wanted);
  if (exact !== undefined) return exact;
  const numbered = policy.severities.filter(
    (severity) => /(\d+)$/.exec(plain(severity))?.[1] === wanted,
  );
  return numbered.length === 1 ? (numbered[0] ?? null) : null;
}
