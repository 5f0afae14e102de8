export {
  LINT_KINDS,
  type LintKind,
  type OutgoingFinding,
  type OutgoingSurroundings,
} from "./finding.ts";
export { findInternalLinks, isInternalAddress } from "./internal-links.ts";
export { lintOutgoing } from "./lint-outgoing.ts";
