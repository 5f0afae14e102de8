import type { Instant } from "../incident/instant.ts";
import type { DebtRow } from "../incident/report-debt.ts";

const DAY_MS = 24 * 60 * 60_000;

const byAge = (one: DebtRow, other: DebtRow): number =>
  one.since - other.since || one.number - other.number;

/** Do two rows say the same? */
export const isSameRow = (one: DebtRow | null, other: DebtRow | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** A row as it is now, with what its draft lacked before where its text could not be read this time. */
export function toStayingRow(row: DebtRow, before: DebtRow | null): DebtRow {
  const isAsBefore = row.lacks === null && before !== null && before.stage === row.stage;
  return isAsBefore ? { ...row, lacks: before.lacks } : row;
}

/** All rows, oldest first: those in the issue, with what looks at their incidents found since; null: it owes no report. */
export function mergeRows(
  recorded: readonly DebtRow[],
  looked: ReadonlyMap<number, DebtRow | null>,
): readonly DebtRow[] {
  const rows = new Map<number, DebtRow | null>(recorded.map((row) => [row.number, row]));
  for (const [number, row] of looked) rows.set(number, row);
  return [...rows.values()].filter((row) => row !== null).toSorted(byAge);
}

/** For how many days, by the date in UTC, something has been so: it changes at midnight. */
export const daysSince = (since: Instant, now: Instant): number =>
  Math.max(Math.floor(now / DAY_MS) - Math.floor(since / DAY_MS), 0);

/** When ages change next. */
export const nextMidnight = (now: Instant): Instant => (Math.floor(now / DAY_MS) + 1) * DAY_MS;

/** What has to become of the debt issue, besides its text. */
export type DebtDecision = "none" | "create" | "keep" | "close" | "reopen";

/**
 * What has to become of the debt issue. `before`: the rows that stand in it, as far as that is known. Made when the first report is owed;
 * closed when the last is not any more, and reopened for the next. In between people close and reopen it as they like.
 */
export function decideDebt(
  issue: { readonly isOpen: boolean } | null,
  before: readonly DebtRow[] | null,
  rows: readonly DebtRow[],
): DebtDecision {
  if (issue === null) return rows.length > 0 ? "create" : "none";
  // Whether something was owed cannot be told: it is not for Sitrep to say that nothing is.
  if (before === null && rows.length === 0) return "none";
  if (issue.isOpen) return rows.length === 0 && before?.length !== 0 ? "close" : "keep";
  return rows.length > 0 && before?.length === 0 ? "reopen" : "keep";
}
