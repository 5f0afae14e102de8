import { decide } from "../decide/index.ts";
import type { LabelSpec } from "../effects/index.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { MachineRecord } from "../incident/record.ts";
import type { ReadIssue } from "../integrations/github/index.ts";
import type { Remembered } from "./memory.ts";
import { isRefused, refusalId, refusalNotices, refuse } from "./refusals.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";

/** The labels that the repository lacks, but for those that GitHub refused to make. */
function missingLabels(
  { decision, given }: Sight,
  labelIds: ReadIssue["labelIds"],
  remembered: Remembered,
  now: Instant,
): readonly LabelSpec[] {
  const labels = decision.effects.flatMap((effect) =>
    (effect.kind === "add-label" || effect.kind === "file-action") &&
    !labelIds.has(effect.label.name.toLowerCase()) &&
    !isRefused(remembered, refusalId(effect, given.snapshot), now)
      ? [effect.label]
      : [],
  );
  return [...new Map(labels.map((label) => [label.name.toLowerCase(), label])).values()];
}

/** Decides anew on the issue as it is after labels and the status comment were made. */
export async function prepared(
  sight: Sight,
  remembered: Remembered,
  { github, now, server }: LookOptions,
): Promise<Sight> {
  const { read, given, decision } = sight;
  const { snapshot } = given;
  const { record } = decision;
  const labels = missingLabels(sight, read.labelIds, remembered, now());
  const needsStatus = snapshot.status === null && record !== null;
  if (labels.length === 0 && !needsStatus) return sight;
  const text = needsStatus ? toStatusText(sight, record, server) : null;
  const made = await github.prepare(snapshot.key, read, labels, text);
  const status = made.status ?? snapshot.status;
  const after = { ...snapshot, status };
  const nextGiven = { ...given, snapshot: after };
  const labelIds = new Map([...read.labelIds, ...made.labels]);
  for (const label of missingLabels(sight, labelIds, remembered, now())) {
    const id = refusalId({ kind: "add-label", label }, snapshot);
    refuse(remembered, id, "It cannot be made.", now());
  }
  const others = sight.notices.filter((notice) => notice.kind !== "refused-by-github");
  const nextDecision = decide(nextGiven, now());
  return {
    ...sight,
    notices: [...others, ...refusalNotices(remembered, nextDecision.effects, after)],
    read: { ...read, snapshot: after, labelIds },
    given: nextGiven,
    decision: nextDecision,
  };
}

/** Pins the status comment once; where GitHub does not let Sitrep, it goes without. */
export async function pin(
  sight: Sight,
  remembered: Remembered,
  { github }: LookOptions,
): Promise<void> {
  const { key, status, record } = sight.given.snapshot;
  if (status === null || record?.pinned === true || remembered.pinned) return;
  try {
    await github.pin(key, status.databaseId);
    remembered.pinned = true;
  } catch (error) {
    // What is missing is only a convenience: the incident goes on, and the next look tries again.
    remembered.pinned = error instanceof TerminalError;
  }
}

/** The record as it is to be written: whether the status comment is pinned is only known now, as is who has the duties. */
export function completed(
  { decision, given, kept }: Sight,
  remembered: Remembered,
): MachineRecord | null {
  const pinned = remembered.pinned || given.snapshot.record?.pinned === true;
  if (decision.record === null) return null;
  return { ...decision.record, pinned, ...(kept.length > 0 && { duties: kept }) };
}
