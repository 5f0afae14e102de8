import { FAILURES, type EmbeddedGitHub } from "../github/index.ts";
import { createDowntimeBook } from "./downtime.ts";
import type { Downtimes } from "./systems.ts";

/** Lets GitHub's projects be down, which answer 503 then, while everything else of GitHub goes on. `now` in ms. */
export function createProjectsOutage(
  { faults }: Pick<EmbeddedGitHub, "faults">,
  now: () => number,
): Downtimes["backlog"] {
  const downtime = createDowntimeBook(now);
  faults.failFor(Infinity, {
    ...FAILURES.unavailable,
    match: ({ path }) => path.includes("/projectsV2/") && downtime.refuses(),
  });
  return { faults: { downtime } };
}
