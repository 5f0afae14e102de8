import type { Community, HeldText } from "./community.ts";
import type { WantedAction } from "./action-items.ts";
import type { Corrections } from "./corrections.ts";
import type { Expert, FieldName, TaskId } from "./fields/index.ts";
import type { Instant } from "./instant.ts";
import type { PhaseName } from "./phases.ts";
import type { ReminderName } from "./reminder-settings.ts";
import type { ReportProgress } from "./report.ts";
import { ROLE_NAMES, type RoleName } from "./roles.ts";
import type { TimelineEntry } from "./timeline.ts";

/**
 * Something that one person was asked and has not answered by `/accept` or `/decline`.
 * `confirm`: `who` holds the role already and is asked whether they can; `from` held it before (null: nobody).
 * `handoff`: `from` still holds it until `who` accepts.
 */
export interface Ask {
  readonly kind: "confirm" | "handoff";
  readonly role: RoleName;
  readonly who: string;
  readonly by: string | null;
  readonly from: string | null;
  readonly since: Instant;
}

/** Words in a field of the top comment that Sitrep could not follow: they stay, and the status comment says why. */
export interface Claim {
  readonly field: FieldName;
  readonly text: string;
  readonly by: string;
  readonly why: "no-such-account" | "no-rights" | "editor-has-no-rights" | "not-readable";
}

/** The last status update; `nextAt` is the promise of the next one, null when none was made. */
export interface StatusUpdate {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
  readonly url: string;
  readonly nextAt: Instant | null;
}

/** A step of the process that only people can vouch for, and that closing asks for. */
export type VouchedStep = "announce" | "report";

/** Who vouched for a step, and when. */
export interface Vouch {
  readonly at: Instant;
  readonly by: string;
}

/** Help was asked for (docs/process.md, step 4). `by` null: the time ran out. */
export interface Escalation {
  readonly at: Instant;
  readonly by: string | null;
  readonly why: string | null;
}

/**
 * The newest reminder of a kind about a subject that was posted. `nodeId` is null until its comment was seen; `outdated`: it
 * was asked to be hidden.
 */
export interface Reminded {
  /** The last two are told like a reminder and hidden like one, though no policy switches them off. */
  readonly name: ReminderName | "policy-broken" | "text-waits";
  readonly subject: string;
  /** Which one about this subject, from 0. */
  readonly step: number;
  readonly at: Instant;
  readonly nodeId: string | null;
  readonly outdated: boolean;
}

/** The next reminder of a kind does not come before `until`. */
export interface Snooze {
  readonly name: ReminderName;
  readonly until: Instant;
  readonly by: string;
}

/** The incident as Sitrep understands it: what its events so far add up to. Plain data; it travels in the machine record. */
export interface Incident {
  /** False while the declaring label is off: nothing is answered but `/incident`. */
  readonly active: boolean;
  readonly declaredAt: Instant;
  readonly declaredBy: string | null;
  /** Since when Sitrep follows it: when its first comment was made. */
  readonly followedSince: Instant;
  /** Since when it is being responded to: the declaration, or when it was opened again after it was over. */
  readonly respondingSince: Instant;
  readonly phase: PhaseName;
  readonly phaseSince: Instant;
  /** When somebody took it up first (`report/acknowledged.ts`); null: nobody did yet. Missing in older records. */
  readonly acknowledgedAt?: Instant | null;
  /** When users could work again first, as far as that held; null: they cannot yet. Missing in older records. */
  readonly mitigatedAt?: Instant | null;
  readonly severity: string;
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly representative: string | null;
  readonly experts: readonly Expert[];
  readonly tickets: readonly string[];
  readonly impactStarted: Instant | null;
  /** When it was over for people, where they said so; missing or null: nobody did. A record from before that was asked has none. */
  readonly impactEnded?: Instant | null;
  /** What people say of when it was detected, resolved and the like, in the top comment; missing: nothing. */
  readonly corrections?: Corrections;
  /** Since when each role is with its holder, or without one. */
  readonly dutySince: Readonly<Record<RoleName, Instant>>;
  readonly asks: readonly Ask[];
  readonly claims: readonly Claim[];
  readonly update: StatusUpdate | null;
  readonly escalation: Escalation | null;
  /** Since when it belongs into the team's backlog, or was last asked to be there; null: it does not. */
  readonly backlogSince: Instant | null;
  readonly confirmedAt: Instant | null;
  /** A text for the community that waits; null or missing: none does. */
  readonly held?: HeldText | null;
  /** Since when Sitrep is to tell the community of this resolution; null or missing: people do. */
  readonly announcing?: Instant | null;
  /** How many texts have waited so far; missing: none. */
  readonly heldCount?: number;
  /** Missing: nothing went to and fro in tickets. */
  readonly community?: Community;
  /** Steps that people said are done, by command or by ticking them. */
  readonly vouched: Readonly<Partial<Record<VouchedStep, Vouch>>>;
  /** Action items that have no issue yet; missing in older records: none. */
  readonly actionsWanted?: readonly WantedAction[];
  /** Its report, once somebody wants one; null, and in older records missing: nobody does yet. */
  readonly report?: ReportProgress | null;
  /** The newest comment by a person. */
  readonly heardAt: Instant;
  /** The newest comment by the Community Representative. */
  readonly representativeHeardAt: Instant | null;
  /** When a closing was last refused, since something was missing. */
  readonly closeRefusedAt: Instant | null;
  readonly reminded: readonly Reminded[];
  readonly snoozes: readonly Snooze[];
  /** `by` null: closed by an automation. */
  readonly closed: {
    readonly at: Instant;
    readonly by: string | null;
    readonly reason: string;
  } | null;
  /** The state that a command asked for and GitHub does not show yet. */
  readonly wanted: {
    readonly state: "open" | "closed-as-completed" | "closed-as-not-planned";
    readonly since: Instant;
  } | null;
  /** Steps that were ticked once on evidence: a box that a person unticks later stays so. */
  readonly ticked: readonly TaskId[];
  /** Holders whom a person took off the assignees: not put back until they are named anew. */
  readonly unassigned: readonly string[];
  /** The app's own section was put into the top comment: where a person takes it out, it stays out. */
  readonly sectionInserted: boolean;
  /** The newest entries; older ones stand in comments of their own, so that the record stays small. */
  readonly timeline: readonly TimelineEntry[];
  /** How many older entries there are. */
  readonly archived: number;
}

/** The holder of a single role. */
export const holderOf = (incident: Incident, role: RoleName): string | null => incident[role];

/** Everybody who holds a single role, in the order of the roles; whoever holds two stands twice. */
export const holdersOf = (incident: Incident): readonly string[] =>
  ROLE_NAMES.flatMap((role) => incident[role] ?? []);

/** Is it being worked on: declared, not over, its issue open? */
export const isOngoing = ({ active, closed, phase }: Incident): boolean =>
  active && closed === null && phase !== "resolved";

/** Is it resolved while its issue is open still? */
export const isAwaitingClose = ({ active, closed, phase }: Incident): boolean =>
  active && closed === null && phase === "resolved";
