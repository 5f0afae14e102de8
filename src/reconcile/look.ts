import type { IssueEffect } from "../effects/index.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { IncidentKey } from "../incident/key.ts";
import type { MachineRecord } from "../incident/record.ts";
import { visibleText } from "../integrations/github/index.ts";
import { createFindHolidays } from "../integrations/holidays/index.ts";
import type { LookResult } from "../queue/index.ts";
import { carryOut } from "./carry-out.ts";
import { lookBack } from "./look-back.ts";
import type { Remembered } from "./memory.ts";
import { noteDebt, noteNoDebt } from "./note-debt.ts";
import { completed, pin, prepared } from "./prepare.ts";
import { publishReport } from "./publish-report.ts";
import { isRefused, refusalId } from "./refusals.ts";
import { see } from "./see.ts";
import type { LookOptions, LookReport, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";
import { tellOthers } from "./tell-outside.ts";
import { isSameKept } from "./with-duties.ts";

/** The effects that may be carried out now: not those that GitHub refused for good. */
const carriable = (
  { decision, given: { snapshot } }: Sight,
  remembered: Remembered,
  now: Instant,
): readonly IssueEffect[] =>
  decision.effects.filter(
    (effect) =>
      !isRefused(remembered, refusalId(effect, snapshot), now) &&
      !(effect.kind === "file-action" && remembered.filed.has(effect.action.title)),
  );

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

const NOT_CARRIED = { failures: [], again: false };

const earliest = (one: Instant | null, other: Instant | null): Instant | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other);

/** Whether the issue is open after this look: what Sitrep closes or reopens itself makes no further one. */
function staysOpen({ given, decision }: Sight): boolean {
  const kinds = decision.effects.map(({ kind }) => kind);
  if (kinds.includes("reopen")) return true;
  return given.snapshot.state === "open" && !kinds.includes("close");
}

/** What a look did, but for when it looks again and how long it took. */
type Done = Omit<LookReport, "ms">;

const nothingSeen = (key: IncidentKey): Done => ({
  key,
  incident: false,
  rebuilt: false,
  effects: [],
  failures: [],
  agenda: [],
  dueAt: null,
  policy: null,
  lookAgainAt: null,
});

/** Makes an incident as the decision wants it: labels, comments and record, then what stands elsewhere. */
async function makeSo(seen: Sight, remembered: Remembered, options: LookOptions): Promise<Done> {
  const { memory, now, server } = options;
  const { snapshot } = seen.given;
  const { key } = snapshot;
  if (seen.decision.record !== null) memory.addIncident(key, staysOpen(seen));
  demandWritable(seen, remembered, options);
  const made = await prepared(seen, remembered, options);
  remembered.statusId = made.given.snapshot.status?.nodeId ?? null;
  await pin(made, remembered, options);
  const decision = { ...made.decision, record: completed(made, remembered) };
  const { agenda, lookAgainAt } = decision;
  const sight = { ...made, decision };
  const effects = carriable(sight, remembered, now());
  const carried = isDue(sight, decision.record, effects.length, server)
    ? await carryOut(sight, effects, remembered, options)
    : NOT_CARRIED;
  const told = await tellOthers(sight, remembered, options);
  const published = await publishReport(sight, remembered, options);
  const looked = await lookBack(sight, told.record, remembered, options);
  const next = earliest(earliest(told.again, published), looked.again);
  const again = carried.again ? now() : earliest(lookAgainAt, next);
  await noteDebt(sight, { isNew: snapshot.status === null, again }, options);
  return {
    key,
    incident: true,
    rebuilt: snapshot.tampered,
    effects: effects.map((effect) => effect.kind),
    failures: [...carried.failures, ...looked.failures],
    agenda,
    dueAt: lookAgainAt,
    policy: made.given.policy,
    lookAgainAt: again,
  };
}

/**
 * The look: reads the whole incident, decides, makes it so, and says when to look again (docs/architecture.md, decision 2). It does
 * not know why it was called. Whatever stops it half-way is made up for by the next one.
 */
export function createLook(options: LookOptions): (key: IncidentKey) => Promise<LookResult> {
  const findHolidays = createFindHolidays();
  return async (key): Promise<LookResult> => {
    const { memory, now, onLook } = options;
    const started = now();
    const remembered = memory.of(key);
    const seen = await see(key, remembered, options, findHolidays).catch(async (error: unknown) => {
      // It is not there any more.
      if (error instanceof TerminalError) await noteNoDebt(key, options);
      throw error;
    });
    if (seen === null) await noteNoDebt(key, options);
    const done = seen === null ? nothingSeen(key) : await makeSo(seen, remembered, options);
    onLook({ ...done, ms: now() - started });
    return { lookAgainAt: done.lookAgainAt };
  };
}
