import type { PostEffect } from "../effects/index.ts";
import { COMMENT_BUDGET } from "../incident/comment-budget.ts";
import type { Incident } from "../incident/incident.ts";
import { toInertJson } from "../incident/record.ts";
import { acknowledgedAt, reachedPhases } from "../report/index.ts";
import { toEntryText, type TimelineEntry } from "../incident/timeline.ts";

/** Entries that one comment takes: always so many, so that a rebuild from the thread finds the comments that are there. */
export const ENTRIES_A_COMMENT = 25;

/** An incident whose timeline fits the record, and the comments that take the entries for which there is no room. */
export interface Archived {
  readonly incident: Incident;
  readonly posts: readonly PostEffect[];
}

// Signs that JSON has to escape take up to four times the room.
const SHORT_TEXT = 50;

const isTooLong = (timeline: readonly TimelineEntry[]): boolean =>
  toInertJson(timeline).length > COMMENT_BUDGET.timeline;

/** An entry whose words are cut further; the whole stands in the comment that it links to. */
const toShort = (entry: TimelineEntry): TimelineEntry =>
  entry.text === undefined ? entry : { ...entry, text: toEntryText(entry.text, SHORT_TEXT) };

/** What the entries tell that no other part of the record of an older version of Sitrep does: it has to be known still without them. */
function kept(incident: Incident): Pick<Incident, "acknowledgedAt" | "mitigatedAt"> {
  if (incident.archived > 0) return {};
  const { acknowledgedAt: acknowledged, mitigatedAt } = incident;
  return {
    ...(acknowledged === undefined ? { acknowledgedAt: acknowledgedAt(incident) } : {}),
    ...(mitigatedAt === undefined ? { mitigatedAt: reachedPhases(incident).mitigated } : {}),
  };
}

/**
 * Moves the oldest entries of a timeline that has grown too long into comments (docs/architecture.md, section 3: bounded in size, split
 * over further comments). A comment's key counts the entries before it, so that a repeat moves nothing twice.
 */
export function archive(incident: Incident): Archived {
  const posts: PostEffect[] = [];
  let { timeline, archived } = incident;
  while (
    timeline.length >= ENTRIES_A_COMMENT &&
    toInertJson(timeline).length > COMMENT_BUDGET.timeline
  ) {
    const entries = timeline.slice(0, ENTRIES_A_COMMENT);
    const data = { entries, before: archived };
    const message = { name: "timeline-archive", data } as const;
    posts.push({ kind: "post", key: `timeline/${archived}`, message });
    timeline = timeline.slice(ENTRIES_A_COMMENT);
    archived += ENTRIES_A_COMMENT;
  }
  if (isTooLong(timeline)) timeline = timeline.map(toShort);
  const before = archived > incident.archived ? kept(incident) : {};
  return { incident: { ...incident, ...before, timeline, archived }, posts };
}
