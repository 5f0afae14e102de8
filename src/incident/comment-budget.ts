/** Characters that GitHub takes for the body of a comment. */
export const COMMENT_LIMIT = 65_536;

/**
 * What the status comment's parts may take of {@link COMMENT_LIMIT}, in characters. Each part has its own way to keep within it:
 *
 * - `text`, for people: fewer entries of the timeline are shown (`messages/render-status.ts`);
 * - `timeline`, as JSON: the oldest entries move into comments, and few that are very long are cut (`decide/archive.ts`);
 * - `outbox`, as JSON: what does not fit is posted before the record is written, and what GitHub then refuses for good and does not
 *   fit is given up, oldest first (`reconcile/last-record.ts`);
 * - `outside`, as JSON: of what a chat could not be told, the newest waits (`decide/tell.ts`);
 * - `sent`, as JSON: of what was sent outside, the oldest is forgotten (`incident/sent.ts`);
 * - `desk`, as JSON: of updates that tickets could not be told, the newest wait (`decide/tell-desk.ts`);
 * - `rest`: all else of the record; people's words in it are cut, and lists have an end.
 *
 * Should all of it still be too long, the record is left out, and every look puts the incident together from the thread
 * (`integrations/github/record-text.ts`).
 */
export const COMMENT_BUDGET = {
  text: 24_000,
  timeline: 10_000,
  outbox: 6_000,
  outside: 5_000,
  desk: 5_000,
  sent: 2_000,
  rest: 13_000,
};

/** Ids of digested events that a record keeps; in a burst of more, the oldest of them are told by their time alone. */
export const RECENT_LIMIT = 60;
