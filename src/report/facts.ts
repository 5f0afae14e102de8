import type { ActionItem } from "../incident/action-items.ts";
import type { Instant } from "../incident/instant.ts";
import type { PhaseName } from "../incident/phases.ts";
import type { ReminderName } from "../incident/reminder-settings.ts";
import type { RoleName } from "../incident/roles.ts";
import type { TimelineKind } from "../incident/timeline.ts";

/** The moments that durations are counted between, in the order in which they come. */
export const MILESTONE_NAMES = [
  "started",
  "detected",
  "declared",
  "acknowledged",
  "mitigated",
  "resolved",
] as const;

/** One of {@link MILESTONE_NAMES}. */
export type MilestoneName = (typeof MILESTONE_NAMES)[number];

/** When a milestone was reached, and whether a person said so or it follows from what happened in the issue. */
export interface Milestone {
  readonly at: Instant;
  readonly from: "thread" | "person";
}

/** Every milestone; null: not reached, or not known. */
export type Milestones = Readonly<Record<MilestoneName, Milestone | null>>;

/** A length of time between two milestones that are both known; never negative. */
export interface ResponseTime {
  readonly name: "detect" | "declare" | "acknowledge" | "mitigate" | "resolve";
  readonly from: Instant;
  readonly to: Instant;
  readonly ms: number;
}

/** From the declaration to the first status update, from one to the next, or to the end of the response: told in time, or late. */
export interface UpdateStretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly isKept: boolean;
}

/** Somebody had a role from then to then; `to` null: still. Several at once are several experts. */
export interface Tenure {
  readonly role: RoleName | "expert";
  readonly who: string;
  readonly area: string | null;
  readonly from: Instant;
  readonly to: Instant | null;
}

/** Somebody who took part: held a role, gave commands, or wrote comments. */
export interface Participant {
  readonly login: string;
  readonly comments: number;
  /** The first time that they are seen. */
  readonly since: Instant;
}

/** What a line of the report's timeline tells. */
export type ReportEventKind =
  | TimelineKind
  | "marked"
  | "reminded"
  | "told"
  | "heard"
  | "merged"
  | "committed";

/** Where something was told outside: a channel as the policy writes it, or the address of a ticket. */
export interface ToldPlace {
  readonly kind: "chat" | "ticket";
  readonly place: string;
}

/**
 * One line of the report's timeline. As in `TimelineEntry`, `by` is who did it, `who` whom it concerns, `what` a short fact, `text`
 * a person's words; `url` leads to the source, where there is one.
 */
export interface ReportEvent {
  readonly at: Instant;
  readonly kind: ReportEventKind;
  readonly by: string | null;
  readonly who: string | null;
  readonly what: string | null;
  readonly text: string | null;
  readonly url: string | null;
  /** When what a reminder asked for was done; null for any other kind. */
  readonly answeredAt: Instant | null;
  /** Where it was told outside at once; of what was told (`told`) or came in (`heard`), where that stands. */
  readonly told: readonly ToldPlace[];
  /** When the cause of what was told later than at once was; null for any other kind. */
  readonly causedAt: Instant | null;
}

/** What most lines of a timeline do not have. */
export const NO_DETAILS = {
  by: null,
  who: null,
  what: null,
  text: null,
  url: null,
  answeredAt: null,
  told: [],
  causedAt: null,
} as const satisfies Partial<ReportEvent>;

/** The incident was so severe from then on. */
export interface SeverityChange {
  readonly at: Instant;
  readonly severity: string;
  readonly by: string | null;
}

/**
 * Everything about an incident that can be known without asking anybody: what an Incident Report is rendered from. Plain data, in
 * the order of time; logins without `@`, instants in UTC.
 */
export interface ReportFacts {
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
  readonly url: string;
  /** Without what marks it as an incident, such as `[Incident]`. */
  readonly title: string;
  readonly phase: PhaseName;
  readonly isClosed: boolean;
  readonly severity: string;
  readonly severities: readonly SeverityChange[];
  readonly milestones: Milestones;
  readonly times: readonly ResponseTime[];
  /** From the beginning of the impact (else the declaration) to its end; null while it lasts. */
  readonly duration: { readonly from: Instant; readonly to: Instant; readonly ms: number } | null;
  /** None where the policy asks for no status updates. */
  readonly updateStretches: readonly UpdateStretch[];
  readonly tenures: readonly Tenure[];
  readonly participants: readonly Participant[];
  readonly representative: string | null;
  readonly tickets: readonly string[];
  readonly timeline: readonly ReportEvent[];
  readonly actionItems: readonly ActionItem[];
  /** Action items that are written in the top comment and have no issue. */
  readonly unfiled: readonly string[];
}

/** A reminder as its comment tells of it. */
export interface SentReminder {
  readonly name: ReminderName;
  readonly subject: string;
  readonly at: Instant;
}
