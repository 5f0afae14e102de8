import type { CorrectedName, Corrections } from "../incident/corrections.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import { acknowledgedAt } from "./acknowledged.ts";
import type { Milestone, Milestones, ReportFacts, ResponseTime } from "./facts.ts";
import type { OutsideMessage, ReportSources } from "./sources.ts";

const byThread = (at: Instant | null | undefined): Milestone | null =>
  at === null || at === undefined ? null : { at, from: "thread" };

const byPerson = (at: Instant | null): Milestone | null =>
  at === null ? null : { at, from: "person" };

/** What milestones are told by: less than a whole report needs, so that a look back over many incidents has it too. */
export interface MilestoneSources {
  readonly incident: Incident;
  readonly snapshot: Pick<ReportSources["snapshot"], "createdAt">;
  readonly outside: readonly Pick<OutsideMessage, "at" | "direction">[];
}

/** When the community or somebody of the team first told of it, as far as that is written. */
function detectedAt({ snapshot, outside }: MilestoneSources): Instant {
  const told = outside.flatMap(({ direction, at }) => (direction === "in" ? [at] : []));
  return Math.min(snapshot.createdAt, ...told);
}

const isStart = ({ kind, what }: TimelineEntry): boolean =>
  kind === "reopened" || (kind === "phase" && what === "investigating");

/** When the phases were reached that hold in the end: what was reached before it went on again is none. */
export function reachedPhases({
  timeline,
  phase,
  phaseSince,
  mitigatedAt,
}: Incident): Readonly<Record<"mitigated" | "resolved", Instant | null>> {
  const since = timeline.findLastIndex(isStart);
  const last = timeline.slice(since + 1);
  const firstOf = (name: string): Instant | null =>
    last.find(({ kind, what }) => kind === "phase" && what === name)?.at ??
    (phase === name ? phaseSince : null);
  const isMitigated = phase !== "investigating";
  return {
    mitigated: isMitigated ? (mitigatedAt ?? firstOf("mitigated")) : null,
    resolved: phase === "resolved" ? firstOf("resolved") : null,
  };
}

/** When the impact ended as people say: by the command or in the top comment, whichever was said last. */
function endedAt({ incident }: MilestoneSources, { ended }: Corrections): Milestone | null {
  const commanded = incident.impactEnded ?? null;
  const said = incident.timeline.findLast(
    ({ kind, text = "" }) => kind === "impact" && /\bto \d/.test(text),
  );
  const isNewer = ended !== undefined && ended.since > (said?.at ?? 0);
  return byPerson(commanded === null || isNewer ? (ended?.at ?? commanded) : commanded);
}

/** When each milestone was reached, and when the impact ended: as people say, else as the thread tells. Nothing is guessed. */
export function toMilestones(sources: MilestoneSources): {
  readonly milestones: Milestones;
  readonly ended: Milestone | null;
} {
  const { incident } = sources;
  const { mitigated, resolved } = reachedPhases(incident);
  const { corrections = {} } = incident;
  const corrected = (name: CorrectedName, at: Instant | null): Milestone | null =>
    byPerson(corrections[name]?.at ?? null) ?? byThread(at);
  const milestones = {
    started: byPerson(incident.impactStarted),
    detected: corrected("detected", detectedAt(sources)),
    declared: corrected("declared", incident.declaredAt),
    acknowledged: corrected("acknowledged", acknowledgedAt(incident)),
    mitigated: corrected("mitigated", mitigated),
    resolved: corrected("resolved", resolved),
  };
  return { milestones, ended: endedAt(sources, corrections) };
}

/** The time between two of the milestones; null where one is not known, or they are the wrong way round. */
function between(
  name: ResponseTime["name"],
  from: Milestone | null,
  to: Milestone | null,
): readonly ResponseTime[] {
  if (from === null || to === null || to.at < from.at) return [];
  return [{ name, from: from.at, to: to.at, ms: to.at - from.at }];
}

/** How long the response took, as far as it is known. Mitigation and resolution count from the beginning of the impact. */
export function toTimes(milestones: Milestones): readonly ResponseTime[] {
  const { started, detected, declared, acknowledged, mitigated, resolved } = milestones;
  const began = started ?? declared;
  return [
    ...between("detect", started, detected),
    ...between("declare", detected, declared),
    ...between("acknowledge", declared, acknowledged),
    ...between("mitigate", began, mitigated),
    ...between("resolve", began, resolved),
  ];
}

/** How long it lasted for those affected; null while it does, or where the times cannot be. */
export function toLasted(
  { started, declared, resolved }: Milestones,
  ended: Milestone | null,
): ReportFacts["duration"] {
  const from = started ?? declared;
  const to = ended ?? resolved;
  if (from === null || to === null || to.at < from.at) return null;
  return { from: from.at, to: to.at, ms: to.at - from.at };
}
