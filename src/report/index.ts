export {
  readActions,
  withFiledActions,
  type FiledAction,
  type WrittenAction,
} from "./action-items.ts";
export { acknowledgedAt, takesUp } from "./acknowledged.ts";
export { findBlocks, isBlockName, isUntouched, toBlock, type Block } from "./blocks.ts";
export {
  MILESTONE_NAMES,
  type Milestone,
  type MilestoneName,
  type Milestones,
  type Participant,
  type ReportEvent,
  type ReportEventKind,
  type ReportFacts,
  type ResponseTime,
  type SeverityChange,
  type Tenure,
  type ToldPlace,
  type UpdateStretch,
} from "./facts.ts";
export { correctingLogins, readCorrections, toCorrections } from "./corrections.ts";
export { checkReport, type ReportCheck } from "./check-report.ts";
export { isHeldUp, lintReport, type ReportFinding } from "./lint/lint-report.ts";
export { findSection, REPORT_SECTIONS, type ReportSection } from "./lint/sections.ts";
export { markingLogins } from "./marked.ts";
export {
  reachedPhases,
  toLasted,
  toMilestones,
  toTimes,
  type MilestoneSources,
} from "./milestones.ts";
export {
  daysSince,
  decideDebt,
  isSameRow,
  mergeRows,
  nextMidnight,
  toStayingRow,
  type DebtDecision,
} from "./debt.ts";
export {
  isDropped,
  isOver,
  overSince,
  owesReport,
  reportStanding,
  shownReportUrl,
  type IssueState,
  type ReportStanding,
} from "./owed.ts";
export { beganAt, toReportPath, toSlug } from "./path.ts";
export { refreshReport, type Refreshed } from "./refresh.ts";
export { toReportTime, type ReportTime } from "./report-time.ts";
export {
  MARK_REACTION,
  type Mark,
  type Mention,
  type OutsideMessage,
  type ReportSources,
} from "./sources.ts";
export { toTenures } from "./tenures.ts";
export { toUpdateStretches, type UpdatePolicy } from "./update-stretches.ts";
export { toReportFacts } from "./to-facts.ts";
export { toReportTitle } from "./title.ts";
