import { readCommandLines } from "../commands/index.ts";
import { readPolicy } from "../config/index.ts";
import { declares } from "../decide/index.ts";
import type { IncidentKey } from "../incident/key.ts";
import { phaseOfLabel } from "../incident/phases.ts";
import type { GitHub, SweptRepository } from "../integrations/github/index.ts";
import type { Queue } from "../queue/index.ts";
import type { Memory } from "./memory.ts";

export interface SweepOptions {
  readonly github: GitHub;
  readonly queue: Pick<Queue, "add">;
  readonly memory: Memory;
  /** The installations that are not suspended. */
  readonly installations: () => Promise<readonly number[]>;
}

/** What a sweep found. */
export interface Swept {
  readonly repositories: number;
  readonly incidents: number;
  /** What could not be swept: the other installations were. */
  readonly errors: readonly unknown[];
}

const DEFAULT_LABELS = readPolicy(null).policy.labels;

const labelsOf = (found: SweptRepository): readonly string[] =>
  readPolicy(found.policyText).policy.labels;

/**
 * Issues that may need a look: labelled ones, those where somebody may have declared an incident unheard, and those whose
 * declaring label came off unseen, as the label of their phase tells.
 */
function numbersOf({ incidents, recent }: SweptRepository): readonly number[] {
  const spoken = recent.filter(
    ({ texts, labels }) =>
      labels.some((label) => phaseOfLabel(label) !== null) ||
      texts.some((text) => declares(readCommandLines(text))),
  );
  return [...new Set([...incidents, ...spoken.map((issue) => issue.number)])];
}

async function sweepOne(
  installation: number,
  since: number,
  options: SweepOptions,
): Promise<Swept> {
  const { github, queue, memory } = options;
  const repositories = await github.sweep(installation, labelsOf, DEFAULT_LABELS, since);
  const keys = repositories.flatMap((found): readonly IncidentKey[] => {
    const { owner, repo } = found;
    memory.setLabels(owner, repo, labelsOf(found));
    return numbersOf(found).map((number) => ({ installation, owner, repo, number }));
  });
  await Promise.all(keys.map((key) => queue.add(key)));
  return { repositories: repositories.length, incidents: keys.length, errors: [] };
}

/**
 * Wants a look at every incident of every installation, and so makes up for whatever was missed (docs/architecture.md, section 2).
 * `since` (ms): how far back closed incidents and unlabelled issues are looked through. What one installation makes fail
 * does not keep the others from being swept. Rejects when the installations cannot be listed.
 */
export async function sweep(since: number, options: SweepOptions): Promise<Swept> {
  const installations = await options.installations();
  const results = await Promise.all(
    installations.map(async (installation): Promise<Swept> => {
      try {
        return await sweepOne(installation, since, options);
      } catch (error) {
        return { repositories: 0, incidents: 0, errors: [error] };
      }
    }),
  );
  return {
    repositories: results.reduce((sum, { repositories }) => sum + repositories, 0),
    incidents: results.reduce((sum, { incidents }) => sum + incidents, 0),
    errors: results.flatMap(({ errors }) => errors),
  };
}
