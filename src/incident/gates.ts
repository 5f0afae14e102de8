import type { Vouch } from "./incident.ts";
import type { Instant } from "./instant.ts";
import { standingOf, type ReportStanding } from "./report.ts";
import { reportTurn, reportWriter } from "./report-turn.ts";
import type { Situation } from "./situation.ts";
import { unheardSince } from "./unheard.ts";
import { addDuration } from "./time/add-duration.ts";

/** What has to be so before an incident is closed as completed (docs/process.md, step 12), in this order. */
export const GATE_NAMES = ["resolved", "told", "agreed", "report", "action-items"] as const;

/** One of {@link GATE_NAMES}. */
export type GateName = (typeof GATE_NAMES)[number];

/** One condition of closing. */
export interface Gate {
  readonly name: GateName;
  readonly isOpen: boolean;
  /** When it opens or opened by the passing of time alone; null: never by that. */
  readonly opensAt: Instant | null;
  /** Login of whoever can open it; null: whoever can. */
  readonly who: string | null;
  /** What is missing, one by one, where that is several things; of what the community wrote, where it is to be read. */
  readonly items: readonly string[];
  /** Of the report: where it stands; left out where nobody saw a draft. */
  readonly report?: ReportStanding;
}

/**
 * When the community's silence counts as agreement: so much working time after it was told, or after its representative
 * last said something since; null while nobody told, and while an answer in a ticket waits for somebody to say what it means.
 */
export function silenceEndsAt({ incident, policy }: Situation): Instant | null {
  const told: Vouch | undefined = incident.vouched.announce;
  if (told === undefined || unheardSince(incident) !== null) return null;
  const from = Math.max(told.at, incident.representativeHeardAt ?? told.at);
  return addDuration(policy.calendar, from, policy.silence);
}

/** The conditions of closing as they stand at `at`. */
export function gatesOf(situation: Situation, at: Instant): readonly Gate[] {
  const { incident, policy, unfiled } = situation;
  const { commander, liaison, vouched, confirmedAt } = incident;
  const agreesAt = silenceEndsAt(situation);
  const gate = { opensAt: null, items: [] };
  const speaker = liaison ?? commander;
  const report = standingOf(incident.report);
  return [
    { ...gate, name: "resolved", isOpen: incident.phase === "resolved", who: commander },
    {
      ...gate,
      name: "told",
      isOpen: vouched.announce !== undefined || confirmedAt !== null,
      who: speaker,
    },
    {
      ...gate,
      name: "agreed",
      isOpen: confirmedAt !== null || (agreesAt !== null && agreesAt <= at),
      opensAt: confirmedAt === null ? agreesAt : null,
      who: speaker,
      items: unheardSince(incident) === null ? [] : [incident.community?.answeredIn ?? ""],
    },
    {
      ...gate,
      name: "report",
      isOpen: vouched.report !== undefined,
      who: reportTurn(incident, policy),
      ...(report === null ? {} : { report }),
    },
    {
      ...gate,
      name: "action-items",
      isOpen: unfiled.length === 0,
      who: reportWriter(incident, policy),
      items: unfiled,
    },
  ];
}

/** The conditions that are not met at `at`; none: it may be closed. */
export const shutGates = (situation: Situation, at: Instant): readonly Gate[] =>
  gatesOf(situation, at).filter(({ isOpen }) => !isOpen);
