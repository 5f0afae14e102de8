import type { IssueView } from "../github/index.ts";
import { readProgress } from "./progress.ts";
import { toSteps } from "./steps.ts";
import type { Step } from "./steps.ts";

/** The guided first run: where it is played, and its steps. */
export interface Guide {
  /** The number of the issue that has come furthest. */
  readonly issue: number;
  readonly steps: readonly Step[];
  /** The first step that is not done; -1 when all are. */
  readonly current: number;
}

/**
 * The guide for these issues: it follows the one that has come furthest, so that it can be played in any. Before the first
 * step it is the issue `first`. Null where there is no issue.
 */
export function toGuide(issues: readonly IssueView[], first: number, bot: string): Guide | null {
  const candidates = issues.map((issue) => {
    const steps = toSteps(readProgress(issue, bot));
    const done = steps.filter(({ isDone }) => isDone).length;
    return { issue: issue.number, steps, done };
  });
  const isBetter = (one: (typeof candidates)[number], than: typeof one): boolean =>
    one.done > than.done || (one.done === than.done && one.issue === first);
  const [start, ...rest] = candidates;
  if (start === undefined) return null;
  const { issue, steps } = rest.reduce((best, one) => (isBetter(one, best) ? one : best), start);
  return { issue, steps, current: steps.findIndex(({ isDone }) => !isDone) };
}
