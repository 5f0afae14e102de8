import { readCommandLines } from "../commands/index.ts";
import { readPolicy } from "../config/index.ts";
import { declares } from "../decide/index.ts";
import { hasSectionMark } from "../incident/fields/index.ts";
import type { IncidentKey } from "../incident/key.ts";
import { phaseOfLabel } from "../incident/phases.ts";
import type { GitHub, SweepSpan, SweptRepository } from "../integrations/github/index.ts";
import type { Queue } from "../queue/index.ts";
import type { Memory } from "./memory.ts";

export interface SweepOptions {
  readonly github: GitHub;
  readonly queue: Pick<Queue, "add">;
  readonly memory: Memory;
  /** The installations that are not suspended. */
  readonly installations: () => Promise<readonly number[]>;
}

/** How far back a sweep looks, by installation; `now` in ms. */
export interface SweepTimes {
  readonly now: number;
  readonly spanOf: (installation: number) => SweepSpan;
}

/** What a sweep found. */
export interface Swept {
  /** The installations that were swept. */
  readonly installations: readonly number[];
  readonly repositories: number;
  readonly incidents: number;
  /** What could not be swept: the other installations were. */
  readonly errors: readonly unknown[];
}

/**
 * Between two looks at incidents of an installation that were closed longer ago: there may be hundreds, and nobody waits for
 * them. ms.
 */
export const SPREAD_MS = 3000;

const DEFAULT_LABELS = readPolicy(null).policy.labels;

/**
 * Issues that may need a look: labelled ones, those where somebody may have declared an incident unheard, and those whose
 * declaring label came off unseen, as the label of their phase tells, or got lost in a transfer, as Sitrep's section tells.
 */
function numbersOf({ incidents, recent, phases }: SweptRepository): readonly number[] {
  const spoken = recent.filter(
    ({ texts, labels }) =>
      labels.some((label) => phaseOfLabel(label, phases) !== null) ||
      hasSectionMark(texts[0] ?? "") ||
      texts.some((text) => declares(readCommandLines(text))),
  );
  return [...new Set([...incidents, ...spoken.map((issue) => issue.number)])];
}

/**
 * Closed incidents that Sitrep followed, as the label of their phase tells: something of them may be due. What was closed
 * before Sitrep came is left alone.
 */
const followedOf = ({ closed, phases }: SweptRepository): readonly number[] =>
  closed
    .filter(({ labels }) => labels.some((label) => phaseOfLabel(label, phases) !== null))
    .map(({ number }) => number);

async function sweepOne(
  installation: number,
  { now, spanOf }: SweepTimes,
  options: SweepOptions,
): Promise<Swept> {
  const { github, queue, memory } = options;
  const span = spanOf(installation);
  const repositories = await github.sweep(installation, DEFAULT_LABELS, span);
  const toKeys = (found: SweptRepository, numbers: readonly number[]): readonly IncidentKey[] =>
    numbers.map((number) => ({ installation, owner: found.owner, repo: found.repo, number }));
  for (const found of repositories) memory.setLabels(found, found);
  const keys = repositories.flatMap((found) => toKeys(found, numbersOf(found)));
  const closed = repositories.flatMap((found) => toKeys(found, followedOf(found)));
  await Promise.all(keys.map((key) => queue.add(key)));
  await Promise.all(closed.map((key, index) => queue.add(key, now + index * SPREAD_MS)));
  return {
    installations: [installation],
    repositories: repositories.length,
    incidents: keys.length + closed.length,
    errors: [],
  };
}

/**
 * Wants a look at every incident of every installation, and so makes up for whatever was missed (docs/architecture.md, section 2).
 * Incidents that were closed longer ago are looked at one after the other. What one installation makes fail does not keep the
 * others from being swept. Rejects when the installations cannot be listed.
 */
export async function sweep(times: SweepTimes, options: SweepOptions): Promise<Swept> {
  const installations = await options.installations();
  const results = await Promise.all(
    installations.map(async (installation): Promise<Swept> => {
      try {
        return await sweepOne(installation, times, options);
      } catch (error) {
        return { installations: [], repositories: 0, incidents: 0, errors: [error] };
      }
    }),
  );
  return {
    installations: results.flatMap((one) => one.installations),
    repositories: results.reduce((sum, { repositories }) => sum + repositories, 0),
    incidents: results.reduce((sum, { incidents }) => sum + incidents, 0),
    errors: results.flatMap(({ errors }) => errors),
  };
}
