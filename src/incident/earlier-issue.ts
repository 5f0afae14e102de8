import type { ActionItem } from "./action-items.ts";
import type { DatedActionItem, IncidentIssue } from "./incident-issue.ts";

/** An action item as a look back at a declaration reads it. */
export interface EarlierActionItem
  extends Pick<ActionItem, "assignees">, Pick<DatedActionItem, "title" | "url" | "openedAt"> {
  readonly isOpen: boolean;
}

/**
 * An earlier incident's issue as it is read when another one is declared: what GitHub shows of it, and the incident and the tickets'
 * companies by the record in its status comment (`incident` null: there is none, or it does not hold). What stands in a private
 * repository other than the issue's own is left out.
 */
export interface EarlierIssue extends Pick<
  IncidentIssue,
  "number" | "title" | "url" | "body" | "isOpen" | "reason" | "createdAt" | "labels" | "incident"
> {
  readonly actionItems: readonly EarlierActionItem[];
  /** Words without a meaning, one for each company whose ticket it had. */
  readonly companies: readonly string[];
}
