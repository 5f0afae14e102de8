export { BLAME_KINDS, type BlameKind, type BlameSpan, findBlame } from "./blame.ts";
export {
  apart,
  LINT_KINDS,
  type LintKind,
  type OutgoingFinding,
  type OutgoingSurroundings,
  type Span,
} from "./finding.ts";
export { findInternalLinks, isInternalAddress } from "./internal-links.ts";
export { lintOutgoing } from "./lint-outgoing.ts";
export { findAddresses } from "./names.ts";
export { findSecrets } from "./secrets.ts";
