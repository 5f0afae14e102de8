import { findSeverity } from "../incident/severity.ts";
import { defineCommand, reject } from "./command.ts";
import { toSeverity, unknownSeverity } from "./severity.ts";
import { responders } from "./who.ts";

interface Declaration {
  /** The severity that was named, one of the policy's. */
  readonly severity: string | null;
  /** Words that look like a severity and are none. */
  readonly unknown: string | null;
}

const LOOKS_LIKE_SEVERITY = /^(?:sev\S{0,10}(?:\s\d{1,3})?|p?\d{1,3})$/i;

/**
 * `/incident`: declares (docs/process.md, step 2); on a running incident it sets the severity, if one is named. That it
 * declares is the framework's doing. A wrong severity must not stop a declaration, so it is refused only by `decide`.
 */
export const incident = defineCommand<Declaration>({
  name: "incident",
  aliases: ["declare"],
  usage: "/incident [severity]",
  summary: "declares an incident in this issue",
  examples: ["/incident", "/incident SEV-2"],
  who: responders,
  parse: ({ line }, policy) => {
    const severity =
      findSeverity(line, policy) ?? findSeverity(line.split(/\s/, 1)[0] ?? "", policy);
    const unknown = severity === null && LOOKS_LIKE_SEVERITY.test(line.trim()) ? line.trim() : null;
    return { kind: "value", value: { severity, unknown } };
  },
  decide: ({ severity, unknown }, context) => {
    if (unknown !== null) return reject(unknownSeverity(context.policy));
    return severity === null ? [] : toSeverity(severity, null, context);
  },
});
