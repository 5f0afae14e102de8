import type { CommentView, IssueView, TimelineView } from "../../github/index.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { join, renderEvent, toRow } from "./event.ts";
import type { EventRow } from "./event.ts";
import { icon } from "./icon.ts";
import { renderFolded, renderPinnedPlace, renderPost, toPost } from "./post.ts";

type Entry =
  | { readonly kind: "comment"; readonly id: number; readonly comment: CommentView }
  | { readonly kind: "event"; readonly id: number; readonly event: TimelineView };

type Line =
  | { readonly kind: "comment"; readonly comment: CommentView }
  | { readonly kind: "events"; readonly row: EventRow };

function toEntries({ comments, timeline }: IssueView): readonly Entry[] {
  const entries: readonly Entry[] = [
    ...comments.map((comment) => ({ kind: "comment", id: comment.id, comment }) as const),
    ...timeline.map((event) => ({ kind: "event", id: event.id, event }) as const),
  ];
  return entries.toSorted((a, b) => a.id - b.id);
}

/** Comments and events in the order in which they came, alike events of one account in one row. */
export function toLines(issue: IssueView): readonly Line[] {
  return toEntries(issue).reduce<readonly Line[]>((lines, entry) => {
    if (entry.kind === "comment") return [...lines, { kind: "comment", comment: entry.comment }];
    const last = lines.at(-1);
    const joined = last?.kind === "events" ? join(last.row, entry.event) : null;
    if (joined !== null) return [...lines.slice(0, -1), { kind: "events", row: joined }];
    return [...lines, { kind: "events", row: toRow(entry.event) }];
  }, []);
}

function renderLine(line: Line, issue: number, model: PageModel): Html {
  if (line.kind === "events") return renderEvent(line.row, model);
  const { comment } = line;
  const post = toPost(issue, comment, null);
  if (comment.pinned) return renderPinnedPlace(post, model);
  if (comment.minimized !== null) return renderFolded(post, comment.minimized, model);
  return renderPost(post, model);
}

const PINNED = html`<span class="pinned">${icon("pin")} Pinned</span>`;

/** The thread: the top comment, the pinned comment below it, then everything in order. */
export function renderThread(issue: IssueView, model: PageModel): Html {
  const { number, comments } = issue;
  const top = renderPost({ ...issue, issue: number, comment: null, notes: null }, model);
  const pinned = comments.filter((comment) => comment.pinned);
  const pins = pinned.map((comment) => renderPost(toPost(number, comment, PINNED), model));
  const lines = toLines(issue).map((line) => renderLine(line, number, model));
  return html`<div class="thread" id="thread">${top}${pins}${lines}</div>`;
}
