import type { Instant } from "./instant.ts";

/** What an entry of the timeline tells; the words for each stand in `templates/timeline.hbs`. */
export const TIMELINE_KINDS = [
  "declared",
  "role",
  "accepted",
  "declined",
  "handoff-asked",
  "passed-over",
  "expert",
  "released",
  "severity",
  "impact",
  "note",
  "update",
  "told",
  "answered",
  "phase",
  "escalated",
  "backlog",
  "done",
  "undone",
  "snoozed",
  "confirmed",
  "ticket",
  "action",
  "report-drafted",
  "report-approved",
  "published",
  "cancelled",
  "closed",
  "closed-anyway",
  "close-refused",
  "reopened",
  "label-removed",
  "label-restored",
  "put-back",
] as const;

/** One of {@link TIMELINE_KINDS}. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** What is told of the Incident Report itself, which is no part of it. Known from its place, and so late. */
export const REPORT_KINDS: readonly TimelineKind[] = [
  "report-drafted",
  "report-approved",
  "published",
];

/**
 * One line of the timeline. `by` is who did it (null: Sitrep by rule), `who` whom it concerns, `what` a short fact
 * (a role, a severity, a phase), `text` a person's words, cut to {@link ENTRY_TEXT_LIMIT}; `source` is the node id
 * of the comment or event that it comes from, where there is one; `promisedAt` is when whoever gave an update promised the next one.
 */
export interface TimelineEntry {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly by: string | null;
  readonly who?: string;
  readonly what?: string;
  readonly text?: string;
  readonly url?: string;
  readonly promisedAt?: Instant;
}

/** Entries that follow each other, oldest first; `before` so many older ones there are. */
export interface TimelinePart {
  readonly entries: readonly TimelineEntry[];
  readonly before: number;
}

/** Characters of a person's words that an entry keeps; the whole stands in the comment that the entry links to. */
export const ENTRY_TEXT_LIMIT = 280;

/** Characters that are kept of words in a field that could not be followed: the whole stands in the top comment. */
export const CLAIM_TEXT_LIMIT = 100;

/** Cuts a person's words for an entry: at most `limit` characters, no half surrogate pair at the end. */
export function toEntryText(text: string, limit = ENTRY_TEXT_LIMIT): string {
  const flat = text.trim();
  if (flat.length <= limit) return flat;
  return `${flat.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
