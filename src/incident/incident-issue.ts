import type { ActionItem } from "./action-items.ts";
import type { Incident } from "./incident.ts";
import type { Instant } from "./instant.ts";

/** A label put on or taken off, or the issue closed or opened again: what tells of an incident that Sitrep did not follow. */
export interface IssueMark {
  readonly kind: "labeled" | "unlabeled" | "closed" | "reopened";
  readonly at: Instant;
  /** The label's name; null where it is none. */
  readonly label: string | null;
}

/** An action item with the times between which it was open. */
export interface DatedActionItem extends Omit<ActionItem, "assignees"> {
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
}

/**
 * An incident's issue as a look back over all incidents reads it: what GitHub shows of it, and the incident that Sitrep's status
 * comment holds; null where there is none, or where it does not hold (docs/decisions/0027-the-site-reads-records.md).
 */
export interface IncidentIssue {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly body: string;
  readonly isOpen: boolean;
  /** As GitHub names it in lower case (`completed`, `not_planned`, `duplicate`); null while it is open. */
  readonly reason: string | null;
  readonly createdAt: Instant;
  readonly closedAt: Instant | null;
  /** Login; null: an account that is gone. */
  readonly opener: string | null;
  readonly labels: readonly string[];
  readonly marks: readonly IssueMark[];
  readonly actionItems: readonly DatedActionItem[];
  readonly incident: Incident | null;
  /** The published Incident Report as it stands in its repository; null: there is none, or it is no file. */
  readonly reportText: string | null;
}
