import type { Instant } from "./instant.ts";
import type { ReminderName } from "./reminder-settings.ts";
import type { Duration } from "./time/duration.ts";
import type { Skipped } from "./time/explain.ts";

/** What a deadline is counted from; the words for each stand in `templates/partials/anchor.hbs`. */
export const ANCHORS = [
  "declared",
  "reopened",
  "mitigation-ended",
  "asked",
  "vacant",
  "update",
  "promise",
  "comment",
  "on-duty",
  "shift",
  "own-day",
  "resolved",
  "told",
  "answered",
  "answered-in-ticket",
  "confirmed",
  "gates-open",
  "closed",
  "reminded",
] as const;

/** One of {@link ANCHORS}. */
export type Anchor = (typeof ANCHORS)[number];

/**
 * When something is due and how that came about: `duration` after `from` (null: at once), `before` so long ahead of
 * that, and the time off on the way that did not count. All instants are UTC.
 */
export interface Deadline {
  readonly at: Instant;
  readonly from: Instant;
  readonly anchor: Anchor;
  readonly duration: Duration | null;
  readonly before: Duration | null;
  readonly skipped: readonly Skipped[];
}

/** A reminder that is to come: which, about what, whom it names, and when; for `/why`, the status comment and `/snooze`. */
export interface AgendaItem {
  readonly reminder: ReminderName;
  /** Tells two reminders of one kind apart, such as those about two roles. */
  readonly subject: string;
  /** Which one of its kind about this subject, from 0. */
  readonly step: number;
  /** Logins whom it names; empty: whoever can. */
  readonly names: readonly string[];
  readonly deadline: Deadline;
  /** Put off until then by `/snooze`; null: not. */
  readonly snoozedUntil: Instant | null;
  /** When it comes: the deadline, or later where it was put off. */
  readonly dueAt: Instant;
  /** What would move it or make it needless, in a sentence with the command. */
  readonly moves: string;
  /** Whether it moves with every comment: then it is not shown where that would mean writing with each of them. */
  readonly restless: boolean;
}
