import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { DebtRow } from "../incident/report-debt.ts";

/** What this process remembers of the reports that are owed in a repository; losing it costs requests and nothing else. */
export interface DebtMemory {
  /** The policy by which they are kept in an issue; null: by none, or it is not known yet. */
  policy: Policy | null;
  /** What looks at incidents found, by number; null: the incident owes no report. */
  readonly looked: Map<number, DebtRow | null>;
  /** The rows that stand in the issue, by number, those too for which it has no room; null: it was not read yet. */
  recorded: ReadonlyMap<number, DebtRow> | null;
  /** The number; null: not known, or there is none. */
  number: number | null;
  /** When it was made: GitHub may not show it at once. */
  createdAt: Instant | null;
  /** GitHub refused it for good: not tried again before. */
  restUntil: Instant;
  /** Incidents in the issue at which a look was wanted, since this process had not looked at them. */
  readonly sought: Set<number>;
}

/** An empty memory. */
export const createDebtMemory = (): DebtMemory => ({
  policy: null,
  looked: new Map(),
  recorded: null,
  number: null,
  createdAt: null,
  restUntil: 0,
  sought: new Set(),
});
