import type { IncidentKey } from "../incident/key.ts";
import type { ReportPlace } from "../incident/report-policy.ts";
import type { ReportSeen } from "../incident/report.ts";

/** Where an incident's report is, or is to be. */
export interface ReportWhere {
  readonly key: IncidentKey;
  /** Node id of the incident's issue. */
  readonly issueId: string;
  readonly as: ReportPlace;
  /** `owner/repo` of the repository in which it is published; null: the incident's own. */
  readonly to: string | null;
  /** Its name there, and its file, as far as they are known. */
  readonly id: string | null;
  readonly path: string | null;
}

/** A report with its text as it stands. */
export interface ReportDraft extends ReportSeen {
  /** Null: the file is gone, or is no text. */
  readonly text: string | null;
  /** Names this state of it; what is written names the state that it was made from. */
  readonly version: string;
}

/** A report that is to be drafted. */
export interface NewReport {
  readonly path: string;
  readonly text: string;
  readonly title: string;
  /** What stands beside it, where it has a place for that: the pull request's description. */
  readonly about: string;
  /** Login of whoever is to write it; null: nobody is known. */
  readonly writer: string | null;
}

/** What a check says of a report's file. */
export interface ReportCheck {
  /** Nothing holds it up. */
  readonly isDone: boolean;
  readonly title: string;
  readonly summary: string;
  /** Lines from 1; what holds the report up first. */
  readonly notes: readonly {
    readonly line: number;
    readonly isBlocking: boolean;
    readonly text: string;
  }[];
}

/**
 * A place where an incident's report is published. Every call may throw `RetryLaterError` (down, or limited) or `TerminalError` (a missing right, no such repository: in words, with what to do).
 */
export interface ReportShelf {
  /** The report as it stands; null: there is none. */
  read(): Promise<ReportDraft | null>;
  /** Makes what is missing of it; found again by its names, so that a repeat makes nothing twice. Answers its file's path, if it has one. */
  create(report: NewReport): Promise<string | null>;
  /** Replaces its text, unless it is not any more as it was read: then nothing is written, and it answers false. */
  write(draft: ReportDraft, text: string): Promise<boolean>;
  /** Asks somebody to review it, by their node id. */
  ask(draft: ReportDraft, userId: string): Promise<void>;
  /** Puts the check on this state of it, once. */
  check(draft: ReportDraft, check: ReportCheck): Promise<void>;
}
