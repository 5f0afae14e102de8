import type { QueueStats } from "./queue/index.ts";
import type { ReadyCheck, ReadyReport } from "./webhooks/readiness.ts";

/** What was looked at. `reached`: whether GitHub accepts the credentials; null: it has not answered yet. */
export interface Seen {
  readonly reached: boolean | null;
  readonly app: ReadyCheck;
  /** Systems outside of GitHub, by name. */
  readonly outside: Readonly<Record<string, ReadyCheck>>;
}

// A queue whose first key has been due this long does not keep up.
const LATE_MS = 5 * 60_000;

const GITHUB_SAYS = {
  true: "GitHub accepts the App's credentials.",
  false: "GitHub was not reached, or does not accept the App's credentials. The log says why.",
  null: "GitHub has not answered yet.",
} as const;

/** Whether Sitrep can do its work, in words. `now` in ms. */
export function toReady(
  { reached, app, outside }: Seen,
  stats: QueueStats,
  now: number,
): ReadyReport {
  const late = stats.oldestDueAt !== null && now - stats.oldestDueAt > LATE_MS;
  return {
    checks: {
      github: { isOk: reached === true, says: GITHUB_SAYS[`${reached}`] },
      app,
      queue: {
        isOk: !late,
        says: late ? "Looks have been due for more than five minutes." : "The queue runs.",
      },
      ...outside,
    },
  };
}
