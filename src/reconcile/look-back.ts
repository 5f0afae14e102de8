import { lookBackUntil, toEarlier, unfinishedBefore, wantsEarlier } from "../decide/index.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import { toPassing } from "../integrations/github/index.ts";
import type { Remembered } from "./memory.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toSetback } from "./trouble.ts";

/** When to look again, null: nothing waits; and what failed, for the log. */
export interface LookedBack {
  readonly again: Instant | null;
  readonly failures: readonly string[];
}

const NOTHING: LookedBack = { again: null, failures: [] };

/**
 * Reads earlier incidents once after a declaration, when everything else of the look is done: nothing waits for it. Where they left
 * something unfinished that has to do with this one, the next look tells of it. While they cannot be read it is tried again, for an
 * hour. `record`: with what is known of the tickets by now.
 */
export async function lookBack(
  { read, given, decision }: Sight,
  record: MachineRecord | null,
  remembered: Remembered,
  { github, now }: LookOptions,
): Promise<LookedBack> {
  if (record === null || remembered.earlier !== null) return NOTHING;
  const { incident } = record;
  if (!wantsEarlier(incident, given, now())) return NOTHING;
  const waiting = remembered.earlierTrouble;
  const until = lookBackUntil(incident);
  const inTime = (at: Instant): Instant | null => (at < until ? at : null);
  if (waiting !== null && waiting.retryAt > now()) {
    return { again: inTime(waiting.retryAt), failures: [] };
  }
  try {
    const issues = await github.readEarlier(read, given.policy);
    const earlier = issues.map((issue) => toEarlier(issue, given));
    const { text } = decision.walk;
    const { items } = unfinishedBefore(incident, text, record.desk, { ...given, earlier });
    // What has nothing to do with it is not kept.
    remembered.earlier = items.length === 0 ? [] : earlier;
    remembered.earlierTrouble = null;
    return items.length === 0 ? NOTHING : { again: now(), failures: [] };
  } catch (error) {
    const trouble = toSetback(toPassing(error), waiting?.failures ?? 0, now());
    remembered.earlierTrouble = trouble;
    return { again: inTime(trouble.retryAt), failures: [`look back: ${trouble.why}`] };
  }
}
