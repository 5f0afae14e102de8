import type { Outcome } from "../effects/index.ts";
import type { Policy } from "../incident/policy.ts";
import { findSeverity } from "../incident/severity.ts";
import { defineCommand, type CommandContext } from "./command.ts";
import { toEntryPart } from "./words.ts";
import { responders } from "./who.ts";

interface Severity {
  readonly severity: string;
  /** Why, if they said so behind the level. */
  readonly why: string;
}

/** The sentence for a severity that the policy does not have. */
export const unknownSeverity = ({ severities }: Policy): string =>
  severities.length === 1
    ? `There is no such severity; the only one is ${severities[0]}.`
    : `There is no such severity; choose one of ${severities.join(", ")} (the first is the most severe).`;

/** What follows from naming a severity; nothing when it is so already. */
export function toSeverity(
  severity: string,
  why: string | null,
  { incident, actor }: Pick<CommandContext, "incident" | "actor">,
): readonly Outcome[] {
  if (incident.severity === severity) return [];
  const entry = { kind: "severity", by: actor.login, what: severity, ...toEntryPart(why) } as const;
  return [
    { kind: "set-severity", severity },
    { kind: "log", entry },
  ];
}

/** The longest start of the line that names a severity, of at most two words; what follows it is the reason. */
function parseSeverity(line: string, policy: Policy): Severity | null {
  const whole = findSeverity(line, policy);
  if (whole !== null) return { severity: whole, why: "" };
  const words = line.trim().split(/\s+/);
  for (const count of [2, 1]) {
    const severity = findSeverity(words.slice(0, count).join(" "), policy);
    if (severity !== null) return { severity, why: words.slice(count).join(" ") };
  }
  return null;
}

/** `/severity`: how bad it is, by the policy's levels. */
export const severity = defineCommand<Severity>({
  name: "severity",
  aliases: ["sev"],
  usage: "/severity LEVEL",
  summary: "says how bad it is",
  examples: ["/severity SEV-2", "/severity sev2", "/severity 2"],
  who: responders,
  parse: ({ line }, policy) => {
    const found = parseSeverity(line, policy);
    if (found !== null) return { kind: "value", value: found };
    const missing = line.trim() === "";
    const levels = policy.severities.join(", ");
    return {
      kind: "problem",
      problem: missing
        ? `It does not say which; the levels are ${levels}.`
        : unknownSeverity(policy),
    };
  },
  decide: (args, context) => toSeverity(args.severity, args.why, context),
});
