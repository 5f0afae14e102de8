import { readPolicy, type PolicyProblem } from "../config/index.ts";
import { concernsIncident, decide, loginsToRead, toVocabulary } from "../decide/index.ts";
import type { IssueEffect, LabelSpec, StatusNotice } from "../effects/index.ts";
import { TerminalError } from "../incident/errors.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { Policy } from "../incident/policy.ts";
import type { MachineRecord } from "../incident/record.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { visibleText, type ReadIssue } from "../integrations/github/index.ts";
import type { Look, LookResult } from "../queue/index.ts";
import { carryOut } from "./carry-out.ts";
import type { Remembered } from "./memory.ts";
import { forgetRefusals, refusalId, refusalNotices, refuse } from "./refusals.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";

const toNotice = ({ line, column, what, mend }: PolicyProblem): StatusNotice => ({
  kind: "policy",
  line,
  column,
  problem: what,
  mend,
});

/** The snapshot with what GitHub said it took and may not show yet. */
function withMemory(snapshot: Snapshot, remembered: Remembered): Snapshot {
  const shown = new Set(snapshot.posts.map((post) => post.key));
  const hidden = [...remembered.posted].filter((key) => !shown.has(key));
  const posts = hidden.map((key) => ({ nodeId: "", key, minimized: false }));
  return { ...snapshot, posts: [...snapshot.posts, ...posts] };
}

/** The labels that the repository lacks, but for those that GitHub refused to make. */
function missingLabels(
  { decision, given }: Sight,
  labelIds: ReadIssue["labelIds"],
  { refused }: Remembered,
): readonly LabelSpec[] {
  return decision.effects.flatMap((effect) =>
    effect.kind === "add-label" &&
    !labelIds.has(effect.label.name.toLowerCase()) &&
    !refused.has(refusalId(effect, given.snapshot))
      ? [effect.label]
      : [],
  );
}

/** Decides anew on the issue as it is after labels and the status comment were made. */
async function prepared(
  sight: Sight,
  remembered: Remembered,
  { github, now, server }: LookOptions,
): Promise<Sight> {
  const { read, given, decision } = sight;
  const { snapshot } = given;
  const { record } = decision;
  const labels = missingLabels(sight, read.labelIds, remembered);
  const needsStatus = snapshot.status === null && record !== null;
  if (labels.length === 0 && !needsStatus) return sight;
  const text = needsStatus ? toStatusText(sight, record, server) : null;
  const made = await github.prepare(snapshot.key, read, labels, text);
  const status = made.status ?? snapshot.status;
  const after = { ...snapshot, status };
  const nextGiven = { ...given, snapshot: after };
  const labelIds = new Map([...read.labelIds, ...made.labels]);
  for (const label of missingLabels(sight, labelIds, remembered)) {
    refuse(remembered, refusalId({ kind: "add-label", label }, snapshot), "It cannot be made.");
  }
  const others = sight.notices.filter((notice) => notice.kind !== "refused-by-github");
  const nextDecision = decide(nextGiven, now());
  return {
    notices: [...others, ...refusalNotices(remembered, nextDecision.effects, after)],
    read: { ...read, snapshot: after, labelIds },
    given: nextGiven,
    decision: nextDecision,
  };
}

/** Pins the status comment once; where GitHub does not let Sitrep, it goes without. */
async function pin(sight: Sight, remembered: Remembered, { github }: LookOptions): Promise<void> {
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

/** The record as it is to be written: whether the status comment is pinned is only known now. */
function withPin({ decision, given }: Sight, remembered: Remembered): MachineRecord | null {
  const pinned = remembered.pinned || given.snapshot.record?.pinned === true;
  return decision.record === null ? null : { ...decision.record, pinned };
}

/** The effects that may be carried out now: not those that GitHub refused for good. */
const carriable = (
  { decision, given: { snapshot } }: Sight,
  { refused }: Remembered,
): readonly IssueEffect[] =>
  decision.effects.filter((effect) => !refused.has(refusalId(effect, snapshot)));

async function seeAndDecide(
  key: IncidentKey,
  remembered: Remembered,
  { github, memory, now }: LookOptions,
): Promise<Sight | null> {
  const read = await github.readIssue(key, remembered.statusId);
  const snapshot = withMemory(read.snapshot, remembered);
  forgetRefusals(remembered, snapshot);
  const { policy, problems }: { policy: Policy; problems: readonly PolicyProblem[] } = readPolicy(
    read.policyText,
  );
  memory.setLabels(key.owner, key.repo, policy.labels);
  const asked = { snapshot, policy, vocabulary: toVocabulary(policy) };
  if (!concernsIncident(asked)) return null;
  const people = await github.readPeople(key, loginsToRead(asked));
  const given = { ...asked, people };
  const decision = decide(given, now());
  const refusals = refusalNotices(remembered, decision.effects, snapshot);
  return {
    read: { ...read, snapshot },
    given,
    decision,
    notices: [...problems.map(toNotice), ...refusals],
  };
}

/** What has to be written: nothing, effects, the record, or both. */
function isDue(
  sight: Sight,
  record: MachineRecord | null,
  effects: number,
  server: string,
): boolean {
  if (effects > 0) return true;
  if (record === null) return false;
  const shown = visibleText(sight.given.snapshot.status?.body ?? "");
  return sight.decision.mustRecord || shown !== toStatusText(sight, record, server).trimEnd();
}

/**
 * The look: reads the whole incident, decides, makes it so, and says when to look again (docs/architecture.md, decision 2). It does
 * not know why it was called. Whatever stops it half-way is made up for by the next one.
 */
export function createLook(options: LookOptions): Look {
  return async (key): Promise<LookResult> => {
    const { memory, now, onLook, server } = options;
    const started = now();
    const remembered = memory.of(key);
    const report = { key, incident: false, rebuilt: false, effects: [], failures: [] };
    const seen = await seeAndDecide(key, remembered, options);
    if (seen === null) {
      onLook({ ...report, ms: now() - started });
      return { lookAgainAt: null };
    }
    const rebuilt = seen.given.snapshot.tampered;
    if (seen.decision.record !== null) memory.addIncident(key);
    const made = await prepared(seen, remembered, options);
    remembered.statusId = made.given.snapshot.status?.nodeId ?? null;
    await pin(made, remembered, options);
    const decision = { ...made.decision, record: withPin(made, remembered) };
    const sight = { ...made, decision };
    const effects = carriable(sight, remembered);
    if (!isDue(sight, decision.record, effects.length, server)) {
      onLook({ ...report, incident: true, rebuilt, ms: now() - started });
      return { lookAgainAt: decision.lookAgainAt };
    }
    const carried = await carryOut(sight, effects, remembered, options);
    onLook({
      ...report,
      incident: true,
      rebuilt,
      effects: effects.map((effect) => effect.kind),
      failures: carried.failures,
      ms: now() - started,
    });
    return { lookAgainAt: carried.again ? now() : decision.lookAgainAt };
  };
}
