import type { Instant } from "./instant.ts";
import { toInertJson } from "./record.ts";
import type { ReportPlace } from "./report-policy.ts";
import type { ReportStage } from "./report.ts";

/** What a draft lacks, as its check finds: how often. */
export interface DebtLacks {
  /** Questions that nobody answered. */
  readonly questions: number;
  /** Sections in which nothing stands. */
  readonly sections: number;
  /** Whatever else holds it up. */
  readonly others: number;
}

/** A report that is owed, as the repository's debt issue shows it. Plain data; it travels in that body. */
export interface DebtRow {
  /** The incident's issue. */
  readonly number: number;
  /** Its title in one line, cut; inert only where it is escaped. */
  readonly title: string;
  /** Since when the incident is over. */
  readonly since: Instant;
  /** Null: no draft was seen. */
  readonly stage: ReportStage | null;
  readonly as: ReportPlace | null;
  /** Where the draft is; null: there is none, or it is in another repository, which not everybody may see. */
  readonly url: string | null;
  /** Logins; null: nobody is known, or anybody but the writer. */
  readonly writer: string | null;
  readonly reviewer: string | null;
  /** Null: its text was not read. */
  readonly lacks: DebtLacks | null;
}

/** What the debt issue is called. */
export const DEBT_TITLE = "Incident reports that are owed";

/** The label by which it is found. */
export const DEBT_LABEL = {
  name: "report debt",
  color: "d4c5f9",
  description: "Sitrep keeps the list of incident reports that are owed here",
} as const;

/** The line at which Sitrep's part of its body begins. */
export const DEBT_START = "<!-- sitrep:report-debt -->";

/** The line at which it ends. */
export const DEBT_END = "<!-- /sitrep:report-debt -->";

/** Is this the body of a debt issue? Only to be asked of issues that Sitrep opened: anybody can write such a line. */
export const isDebtBody = (body: string): boolean => /^<!-- sitrep:report-debt -->\s*$/m.test(body);

/** Rows that are kept in the issue; of more, the newest come back when their incidents are looked at. */
const MOST_KEPT = 100;

/** As many rows as have room (characters of JSON), the oldest first. */
export function fittingRows(rows: readonly DebtRow[], room: number): readonly DebtRow[] {
  let left = room;
  return rows.slice(0, MOST_KEPT).filter((row) => {
    left -= toInertJson(row).length + 1;
    return left >= 0;
  });
}
