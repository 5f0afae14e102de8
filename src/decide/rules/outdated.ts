import type { Rule } from "./rule.ts";

/** A reminder that nobody has to act on any more is hidden as outdated (docs/architecture.md, section 3). */
export const outdated: Rule = {
  name: "outdated",
  holdsStandingBy: true,
  effects: ({ walk }) => walk.outdated.map((nodeId) => ({ kind: "minimize", nodeId }) as const),
};
