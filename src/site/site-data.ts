import type { IncidentIssue } from "../incident/incident-issue.ts";
import type { Instant } from "../incident/instant.ts";
import type { PhaseName } from "../incident/phases.ts";
import type { Policy } from "../incident/policy.ts";
import type { TimelineKind } from "../incident/timeline.ts";
import type { UpdateStretch } from "../report/index.ts";

/** All that a site is made from: the same data make the same bytes. */
export interface SiteData {
  readonly owner: string;
  readonly repo: string;
  /** The repository's page. */
  readonly url: string;
  readonly policy: Policy;
  readonly issues: readonly IncidentIssue[];
  /** When the site is built: ages are counted to it. */
  readonly builtAt: Instant;
  /** Where the site will stand, with a slash at the end, for the addresses in the feed; null: not known. */
  readonly baseUrl: string | null;
  /** Whether people appear by login; else by the role that they held. */
  readonly names: boolean;
}

/** Where an incident stands, as the site tells it. `dropped`: it was none, or its issue was closed without being completed. */
export const STATES = ["investigating", "mitigated", "resolved", "closed", "dropped"] as const;

/** One of {@link STATES}. */
export type SiteState = (typeof STATES)[number];

/** When the stages of an incident were reached; null: not, or not known. */
export interface Milestones {
  /** Since when users were hit, as the top comment says. */
  readonly started: Instant | null;
  readonly detected: Instant | null;
  readonly declared: Instant;
  readonly acknowledged: Instant | null;
  readonly mitigated: Instant | null;
  readonly resolved: Instant | null;
  /** When users were hit no more, where people say so; else the resolution ended it. */
  readonly ended: Instant | null;
  readonly closed: Instant | null;
}

/** One line of an incident's timeline, in words. */
export interface SiteEntry {
  readonly at: Instant;
  readonly kind: TimelineKind;
  /** The state that it brought about, or brought back; null: none. */
  readonly phase: PhaseName | null;
  /** What happened, in words of ours; names and roles in it may be anybody's. */
  readonly words: string;
  /** What somebody said, in their own words. */
  readonly said: string | null;
  readonly url: string | null;
}

/** A stretch of time with one Incident Commander; `to` null: still. */
export interface Command {
  readonly who: string;
  /** The same person has the same number, from 1 in the order in which they led first. */
  readonly number: number;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** An action item; `at` null where its age is not known. */
export interface SiteActionItem {
  readonly title: string;
  readonly url: string;
  readonly isOpen: boolean;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

/** How an Incident Report stands. `unknown`: Sitrep did not follow the incident; `none`: none is asked for yet. */
export const REPORT_STATES = [
  "published",
  "written",
  "review",
  "draft",
  "missing",
  "unknown",
  "none",
] as const;

/** One of {@link REPORT_STATES}. */
export type ReportState = (typeof REPORT_STATES)[number];

/** The Incident Report of an incident, and where it stands; `url` null: nobody knows. */
export interface SiteReport {
  readonly state: ReportState;
  readonly url: string | null;
  /** It is asked for, and not there. */
  readonly isOwed: boolean;
}

/** An incident as the site shows it. */
export interface SiteIncident {
  readonly number: number;
  /** In one line, inert only where it is escaped. */
  readonly title: string;
  readonly url: string;
  readonly state: SiteState;
  /** Null: not known. */
  readonly severity: string | null;
  /** Sitrep's record was read; else labels and fields had to do. */
  readonly isFollowed: boolean;
  readonly milestones: Milestones;
  readonly entries: readonly SiteEntry[];
  /** Older entries that stand in the issue only. */
  readonly earlier: number;
  readonly commands: readonly Command[];
  readonly updates: readonly UpdateStretch[];
  readonly report: SiteReport;
  /** What people wrote in it, in Markdown; null: it is not to be had. */
  readonly reportText: string | null;
  readonly actionItems: readonly SiteActionItem[];
}
