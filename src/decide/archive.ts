import type { PostEffect } from "../effects/index.ts";
import type { Incident } from "../incident/incident.ts";
import { toInertJson } from "../incident/record.ts";

/** Characters of the timeline as JSON that the record has room for, besides the text for people and the outbox. */
export const TIMELINE_LIMIT = 16_000;

/** Entries that one comment takes: always so many, so that a rebuild from the thread finds the comments that are there. */
export const ENTRIES_A_COMMENT = 25;

/** An incident whose timeline fits the record, and the comments that take the entries for which there is no room. */
export interface Archived {
  readonly incident: Incident;
  readonly posts: readonly PostEffect[];
}

/**
 * Moves the oldest entries of a timeline that has grown too long into comments (docs/architecture.md, section 3: bounded in size, split
 * over further comments). A comment's key counts the entries before it, so that a repeat moves nothing twice.
 */
export function archive(incident: Incident): Archived {
  const posts: PostEffect[] = [];
  let { timeline, archived } = incident;
  while (timeline.length > ENTRIES_A_COMMENT && toInertJson(timeline).length > TIMELINE_LIMIT) {
    const entries = timeline.slice(0, ENTRIES_A_COMMENT);
    const data = { entries, before: archived };
    const message = { name: "timeline-archive", data } as const;
    posts.push({ kind: "post", key: `timeline/${archived}`, message });
    timeline = timeline.slice(ENTRIES_A_COMMENT);
    archived += ENTRIES_A_COMMENT;
  }
  return { incident: { ...incident, timeline, archived }, posts };
}
