import type { Expert, FieldName, TaskId } from "./fields/index.ts";
import type { Instant } from "./instant.ts";
import type { PhaseName } from "./phases.ts";
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

/** The incident as Sitrep understands it: what its events so far add up to. Plain data; it travels in the machine record. */
export interface Incident {
  /** False while the declaring label is off: nothing is answered but `/incident`. */
  readonly active: boolean;
  readonly declaredAt: Instant;
  readonly declaredBy: string | null;
  readonly phase: PhaseName;
  readonly phaseSince: Instant;
  readonly severity: string;
  readonly commander: string | null;
  readonly liaison: string | null;
  readonly representative: string | null;
  readonly experts: readonly Expert[];
  readonly tickets: readonly string[];
  readonly impactStarted: Instant | null;
  readonly asks: readonly Ask[];
  readonly claims: readonly Claim[];
  readonly update: StatusUpdate | null;
  readonly confirmedAt: Instant | null;
  /** `by` null: closed by an automation. */
  readonly closed: {
    readonly at: Instant;
    readonly by: string | null;
    readonly reason: string;
  } | null;
  /** The state that a command asked for and GitHub does not show yet. */
  readonly wanted: {
    readonly state: "open" | "closed-as-not-planned";
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
