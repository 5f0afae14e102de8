import { isAtLeast } from "../../cast/cast.ts";
import type { CommentView, EditView, ReactionView } from "../../github/index.ts";
import { html, json, textarea } from "../html.ts";
import type { Html, Part } from "../html.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";
import { account, shortLogin } from "./account.ts";
import { avatar } from "./avatar.ts";
import { icon } from "./icon.ts";
import { instant } from "./instant.ts";
import { placeOf } from "./place-of.ts";
import { reactions } from "./reactions.ts";

/** A text that somebody wrote: the top comment (`comment` null) or another. */
export interface Post {
  readonly issue: number;
  readonly comment: number | null;
  readonly author: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly edits: readonly EditView[];
  readonly reactions: readonly ReactionView[];
  /** What stands in its head besides who and when. */
  readonly notes: Part;
}

/** A comment as a post. */
export const toPost = (issue: number, comment: CommentView, notes: Part): Post => ({
  ...comment,
  issue,
  comment: comment.id,
  notes,
});

const mayEdit = ({ author }: Post, { me }: PageModel): boolean =>
  author === me.login || isAtLeast(me.role, "write");

function edited({ edits }: Post, model: PageModel): Part {
  const last = edits.at(-1);
  if (edits.length < 2 || last === undefined) return null;
  return html`<span class="edited"
    >edited by ${shortLogin(last.editor)} ${instant(last.editedAt, model.now)}</span
  >`;
}

function editor(post: Post): Html {
  const { issue, comment, body } = post;
  const act =
    comment === null ? { kind: "edit-body", issue } : { kind: "edit-comment", issue, comment };
  const what = comment === null ? "the top comment" : "this comment";
  return html`<details class="edit">
    <summary title="Edit">${icon("pencil")}<span class="sr">Edit ${what}</span></summary>
    <form class="edit-form" data-act="${json(act)}" data-guarded>
      ${textarea({ name: "body", rows: "14", "aria-label": `Markdown of ${what}`, spellcheck: "false" }, body)}
      <div class="buttons">
        <button type="button" class="button" data-close>Cancel</button>
        <button type="submit" class="button button-main">Save</button>
      </div>
    </form>
  </details>`;
}

/** What a post says, rendered, with its reactions. */
function content(post: Post, model: PageModel): Html {
  const { issue, comment, body } = post;
  const text = renderMarkdown(body, placeOf(model, mayEdit(post, model)));
  const shown =
    text.markup.trim() === "" ? html`<p class="empty">No description provided.</p>` : text;
  return html`<div class="markdown" data-post="${comment ?? "top"}">${shown}</div>
    ${reactions({ issue, comment, reactions: post.reactions }, model)}`;
}

/** A text in the thread: who, when, the text, its reactions, and its source to edit for whoever may. */
export function renderPost(post: Post, model: PageModel): Html {
  const { author, comment, createdAt } = post;
  const tone = author === model.bot ? " post-bot" : author === model.me.login ? " post-own" : "";
  const id = comment === null ? "top" : `comment-${comment}`;
  return html`<article
    class="post${tone}"
    id="${id}"
    data-key="${id}"
    data-author="${shortLogin(author)}"
    aria-label="${comment === null ? "Top comment" : "Comment"} by ${shortLogin(author)}"
  >
    <div class="post-avatar">${avatar(author, model.bot, 40)}</div>
    <div class="post-box">
      <header class="post-head">
        <span class="post-by"
          >${account(author, model)} ${comment === null ? "opened this" : "commented"}
          ${instant(createdAt, model.now)} ${edited(post, model)}</span
        >
        ${post.notes} ${mayEdit(post, model) ? editor(post) : null}
      </header>
      ${content(post, model)}
    </div>
  </article>`;
}

/** A minimised comment: folded, with the reason. */
export function renderFolded(post: Post, reason: string, model: PageModel): Html {
  const id = `comment-${post.comment}`;
  return html`<details class="folded" id="${id}" data-key="${id}">
    <summary>
      ${icon("eye")}
      <span
        >${account(post.author, model)} This comment was marked as <strong>${reason}</strong>.</span
      >
    </summary>
    <div class="post-box">
      <div class="markdown">${renderMarkdown(post.body, placeOf(model))}</div>
    </div>
  </details>`;
}

/** A line in place of the pinned comment, which stands further up. */
export function renderPinnedPlace(post: Post, model: PageModel): Html {
  const id = `pinned-${post.comment}`;
  return html`<div class="event" data-key="${id}">
    <span class="event-mark">${icon("pin")}</span>
    <p>
      ${account(post.author, model)} wrote
      <a href="#comment-${post.comment}">the pinned comment</a>
      ${instant(post.createdAt, model.now)}
    </p>
  </div>`;
}
