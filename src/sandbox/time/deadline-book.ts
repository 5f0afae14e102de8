import type { AppDesk } from "./app-desk.ts";
import type { Deadlines } from "./deadlines.ts";

/** What is to come of every issue, as the app last told it. */
export interface DeadlineBook {
  of(issue: number): Deadlines;
  /** Asks the app anew, a moment later, once for whatever happens until then. */
  refreshSoon(): void;
  /** Asks the app anew now. */
  refresh(): Promise<void>;
  close(): void;
}

export interface DeadlineBookOptions {
  readonly desk: AppDesk;
  /** The issues that may be incidents. */
  readonly issues: () => readonly number[];
  /** Told when something reads otherwise. */
  readonly onChange: () => void;
}

const NOTHING: Deadlines = { agenda: [], lookAgainAt: null };
const GATHER = 120;

/** An empty book. While the app does not answer, it keeps what it has. */
export function createDeadlineBook({ desk, issues, onChange }: DeadlineBookOptions): DeadlineBook {
  let book: ReadonlyMap<number, Deadlines> = new Map();
  let pending: NodeJS.Timeout | undefined;

  async function refresh(): Promise<void> {
    const entries = await Promise.all(
      issues().map(async (issue) => [issue, await desk.readDeadlines(issue)] as const),
    );
    const before = JSON.stringify([...book]);
    book = new Map(entries.map(([issue, told]) => [issue, told ?? book.get(issue) ?? NOTHING]));
    if (JSON.stringify([...book]) !== before) onChange();
  }

  return {
    of: (issue) => book.get(issue) ?? NOTHING,
    refresh,
    refreshSoon: () => {
      clearTimeout(pending);
      pending = setTimeout(() => void refresh(), GATHER);
    },
    close: () => clearTimeout(pending),
  };
}
