import type { Instant } from "./instant.ts";

/** What an entry of the timeline tells; the words for each stand in `templates/timeline.hbs`. */
export const TIMELINE_KINDS = [
  "declared",
  "role",
  "accepted",
  "declined",
  "handoff-asked",
  "expert",
  "released",
  "severity",
  "note",
  "update",
  "phase",
  "confirmed",
  "ticket",
  "cancelled",
  "closed",
  "reopened",
  "label-removed",
  "label-restored",
  "put-back",
] as const;

/** One of {@link TIMELINE_KINDS}. */
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/**
 * One line of the timeline. `by` is who did it (null: Sitrep by rule), `who` whom it concerns, `what` a short fact
 * (a role, a severity, a phase), `text` a person's words, cut to {@link ENTRY_TEXT_LIMIT}; `source` is the node id
 * of the comment or event that it comes from, where there is one.
 */
export interface TimelineEntry {
  readonly at: Instant;
  readonly kind: TimelineKind;
  readonly by: string | null;
  readonly who?: string;
  readonly what?: string;
  readonly text?: string;
  readonly url?: string;
}

/** Characters of a person's words that an entry keeps; the whole stands in the comment that the entry links to. */
export const ENTRY_TEXT_LIMIT = 280;

/** Cuts a person's words for an entry: at most {@link ENTRY_TEXT_LIMIT} characters, no half surrogate pair at the end. */
export function toEntryText(text: string): string {
  const flat = text.trim();
  if (flat.length <= ENTRY_TEXT_LIMIT) return flat;
  return `${flat.slice(0, ENTRY_TEXT_LIMIT - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
