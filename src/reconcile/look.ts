import { toRegionProblem, type PolicyProblem } from "../config/index.ts";
import {
  concernsIncident,
  decide,
  loginsToRead,
  toVocabulary,
  type Given,
} from "../decide/index.ts";
import type { IssueEffect, LabelSpec, StatusNotice } from "../effects/index.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { PolicyTrouble } from "../incident/policy-trouble.ts";
import type { MachineRecord } from "../incident/record.ts";
import type { Snapshot } from "../incident/snapshot.ts";
import { visibleText, type ReadIssue } from "../integrations/github/index.ts";
import { createFindHolidays, type FindHolidays } from "../integrations/holidays/index.ts";
import type { Look, LookResult } from "../queue/index.ts";
import { carryOut } from "./carry-out.ts";
import type { Remembered } from "./memory.ts";
import { forgetRefusals, isRefused, refusalId, refusalNotices, refuse } from "./refusals.ts";
import { publishReport, reportNotices } from "./publish-report.ts";
import { seeReport } from "./see-report.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";
import { tellOthers } from "./tell-outside.ts";
import { troubleNotices } from "./trouble.ts";
import { isSameKept, withDuties } from "./with-duties.ts";
import { withHolidays } from "./with-holidays.ts";

const toPartNotice = ({ what, ...rest }: PolicyProblem): StatusNotice => ({
  ...rest,
  kind: "policy-part",
  problem: what,
});

const toNotices = (trouble: PolicyTrouble | null): readonly StatusNotice[] =>
  (trouble?.problems ?? []).map((problem) => ({
    ...problem,
    kind: "policy",
    file: trouble?.repository ?? "",
    serves: trouble?.serves ?? "preset",
  }));

/** The snapshot with what GitHub said it took and may not show yet, or that a person showed again after Sitrep hid it. */
function withMemory(snapshot: Snapshot, remembered: Remembered, now: Instant): Snapshot {
  const shown = new Set(snapshot.posts.map((post) => post.key));
  const unseen = [...remembered.posted].filter((key) => !shown.has(key));
  const posts = [
    ...snapshot.posts.map((post) =>
      remembered.hidden.has(post.nodeId) ? { ...post, minimized: true } : post,
    ),
    ...unseen.map((key) => ({ nodeId: "", key, at: now, minimized: false })),
  ];
  return { ...snapshot, posts };
}

/** The labels that the repository lacks, but for those that GitHub refused to make. */
function missingLabels(
  { decision, given }: Sight,
  labelIds: ReadIssue["labelIds"],
  remembered: Remembered,
  now: Instant,
): readonly LabelSpec[] {
  return decision.effects.flatMap((effect) =>
    effect.kind === "add-label" &&
    !labelIds.has(effect.label.name.toLowerCase()) &&
    !isRefused(remembered, refusalId(effect, given.snapshot), now)
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

/** The record as it is to be written: whether the status comment is pinned is only known now, as is who has the duties. */
function completed({ decision, given, kept }: Sight, remembered: Remembered): MachineRecord | null {
  const pinned = remembered.pinned || given.snapshot.record?.pinned === true;
  if (decision.record === null) return null;
  return { ...decision.record, pinned, ...(kept.length > 0 && { duties: kept }) };
}

/** The effects that may be carried out now: not those that GitHub refused for good. */
const carriable = (
  { decision, given: { snapshot } }: Sight,
  remembered: Remembered,
  now: Instant,
): readonly IssueEffect[] =>
  decision.effects.filter((effect) => !isRefused(remembered, refusalId(effect, snapshot), now));

async function seeAndDecide(
  key: IncidentKey,
  remembered: Remembered,
  options: LookOptions,
  findHolidays: FindHolidays,
): Promise<Sight | null> {
  const { github, memory, now } = options;
  const read = await github.readIssue(key, remembered.statusId);
  const snapshot = withMemory(read.snapshot, remembered, now());
  forgetRefusals(remembered, snapshot);
  const served = await github.servePolicy(key, read.policyFile);
  const { policy: written, trouble } = served;
  memory.setLabels(key, written);
  const vocabulary = toVocabulary(written);
  const asked = { snapshot, policy: written, vocabulary, policyTrouble: trouble };
  if (!concernsIncident(asked)) return null;
  options.duties.keep(key, snapshot.record?.duties ?? []);
  const staffed = await withDuties(written, now(), key, options.duties);
  const { policy, unknown } = await withHolidays(staffed.policy, now(), findHolidays);
  const people = await github.readPeople(key, loginsToRead({ ...asked, policy }));
  const { chatOf, ticketsOf } = options;
  const outside = { chat: chatOf(key) !== null, desk: ticketsOf(key) };
  const asGiven: Given = { ...asked, ...outside, policy, people };
  const first = decide(asGiven, now());
  const { report, shelf } = await seeReport(first, asGiven, remembered, options);
  // What its place shows of the report is known only after a decision wants it.
  const given = report === null ? asGiven : { ...asGiven, report };
  const decision = report === null ? first : decide(given, now());
  const refusals = refusalNotices(remembered, decision.effects, snapshot);
  return {
    read: { ...read, snapshot },
    given,
    decision,
    kept: staffed.kept,
    report,
    shelf,
    notices: [
      ...toNotices(trouble),
      ...unknown.map((region) =>
        toPartNotice(toRegionProblem(served.text, written.calendar, region)),
      ),
      ...staffed.notices,
      ...refusals,
      ...troubleNotices(remembered.troubles),
      ...reportNotices(remembered),
    ],
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
  const { state, record: before } = sight.given.snapshot;
  // Of a closed incident, it would be a write for each turn that somebody takes.
  if (state === "open" && !isSameKept(before?.duties ?? [], sight.kept)) return true;
  const shown = visibleText(sight.given.snapshot.status?.body ?? "");
  return sight.decision.mustRecord || shown !== toStatusText(sight, record, server).trimEnd();
}

/** Throws where something has to be written and nobody can; the sweep finds out when that has changed. */
function demandWritable(seen: Sight, remembered: Remembered, { now, server }: LookOptions): void {
  if (!seen.read.archived) return;
  const effects = carriable(seen, remembered, now());
  if (!isDue(seen, seen.decision.record, effects.length, server)) return;
  const { owner, repo } = seen.given.snapshot.key;
  throw new TerminalError(
    `${owner}/${repo} is archived: nobody can write there. Sitrep goes on when an owner unarchives it.`,
  );
}

const earliest = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** Whether the issue is open after this look: what Sitrep closes or reopens itself makes no further one. */
function staysOpen({ given, decision }: Sight): boolean {
  const kinds = decision.effects.map(({ kind }) => kind);
  if (kinds.includes("reopen")) return true;
  return given.snapshot.state === "open" && !kinds.includes("close");
}

/**
 * The look: reads the whole incident, decides, makes it so, and says when to look again (docs/architecture.md, decision 2). It does
 * not know why it was called. Whatever stops it half-way is made up for by the next one.
 */
export function createLook(options: LookOptions): Look {
  const findHolidays = createFindHolidays();
  return async (key): Promise<LookResult> => {
    const { memory, now, onLook, server } = options;
    const started = now();
    const remembered = memory.of(key);
    const nothing = { incident: false, rebuilt: false, effects: [], failures: [] };
    const report = { key, ...nothing, agenda: [], policy: null, lookAgainAt: null };
    const seen = await seeAndDecide(key, remembered, options, findHolidays);
    if (seen === null) {
      onLook({ ...report, ms: now() - started });
      return { lookAgainAt: null };
    }
    const rebuilt = seen.given.snapshot.tampered;
    if (seen.decision.record !== null) memory.addIncident(key, staysOpen(seen));
    demandWritable(seen, remembered, options);
    const made = await prepared(seen, remembered, options);
    remembered.statusId = made.given.snapshot.status?.nodeId ?? null;
    await pin(made, remembered, options);
    const decision = { ...made.decision, record: completed(made, remembered) };
    const { agenda, lookAgainAt } = decision;
    const { policy } = made.given;
    const found = { ...report, incident: true, rebuilt, agenda, policy };
    const sight = { ...made, decision };
    const effects = carriable(sight, remembered, now());
    if (!isDue(sight, decision.record, effects.length, server)) {
      const told = await tellOthers(sight, remembered, options);
      const published = await publishReport(sight, remembered, options);
      const next = earliest(lookAgainAt, earliest(told, published));
      onLook({ ...found, lookAgainAt: next, ms: now() - started });
      return { lookAgainAt: next };
    }
    const carried = await carryOut(sight, effects, remembered, options);
    const told = await tellOthers(sight, remembered, options);
    const published = await publishReport(sight, remembered, options);
    const again = carried.again ? now() : earliest(lookAgainAt, earliest(told, published));
    onLook({
      ...found,
      effects: effects.map((effect) => effect.kind),
      failures: carried.failures,
      lookAgainAt: again,
      ms: now() - started,
    });
    return { lookAgainAt: again };
  };
}
