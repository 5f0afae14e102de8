import type { DutyName } from "./duty.ts";
import type { RoleName } from "./roles.ts";

/** What `sitrep report check` and the check on a report's pull request look for, in the order in which they tell it. */
export const REPORT_RULES = [
  "format",
  "conflict",
  "unanswered",
  "empty-section",
  "action-items",
  "times",
  "zones",
  "blame",
  "secrets",
  "addresses",
] as const;

/** One of {@link REPORT_RULES}. */
export type ReportRule = (typeof REPORT_RULES)[number];

/** What a finding of a rule means: it holds the report up, it is only told, or nobody looks for it. */
export const RULE_LEVELS = ["blocking", "advisory", "off"] as const;

/** One of {@link RULE_LEVELS}. */
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** Where a draft appears: a pull request, a comment in the incident's issue, or an issue of its own beneath it. */
export const REPORT_PLACES = ["pull-request", "comment", "issue"] as const;

/** One of {@link REPORT_PLACES}. */
export type ReportPlace = (typeof REPORT_PLACES)[number];

/** How people appear in a report: by what they were, or by their logins. */
export const REPORT_NAMES = ["roles", "logins"] as const;

/** One of {@link REPORT_NAMES}. */
export type ReportNames = (typeof REPORT_NAMES)[number];

/** How a repository's reports that are owed are kept in view: in one issue, or not at all. */
export const REPORT_DEBTS = ["issue", "off"] as const;

/** One of {@link REPORT_DEBTS}. */
export type ReportDebt = (typeof REPORT_DEBTS)[number];

/** Who reviews a report: the holder of a role of the incident, or whoever has a duty outside of it. */
export type ReportReviewer = RoleName | DutyName;

/** A team's rules for its Incident Reports. */
export interface ReportPolicy {
  readonly writer: RoleName;
  /** Asked in this order, each after the one before approved; whoever wrote the report is passed over. Empty: anybody but the writer. */
  readonly reviewers: readonly ReportReviewer[];
  /** `owner/repo` where reports are published; null: the incident's own repository. */
  readonly to: string | null;
  /** The file of a report; `{{date}}`, `{{year}}`, `{{month}}`, `{{number}}` and `{{slug}}` are filled in. */
  readonly path: string;
  readonly as: ReportPlace;
  readonly names: ReportNames;
  /** The zone that stands beside UTC; null: the calendar's own. */
  readonly zone: string | null;
  readonly rules: Readonly<Record<ReportRule, RuleLevel>>;
  /** Path of the team's own template in the incident's repository; null: Sitrep's. */
  readonly template: string | null;
  /** Where it stands which reports are owed. */
  readonly debt: ReportDebt;
}
