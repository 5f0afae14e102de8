import { isAtLeast } from "../../cast/cast.ts";
import type { IssueView } from "../../github/index.ts";
import { flag, html, json } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { avatar } from "./avatar.ts";
import { icon } from "./icon.ts";

function closing({ number: issue, state, author }: IssueView, { me }: PageModel): Html {
  const may = author === me.login || isAtLeast(me.role, "triage");
  const off = flag("disabled", !may);
  if (state === "closed")
    return html`<button
      type="button"
      class="button"
      id="reopen"
      data-act="${json({ kind: "reopen", issue })}"
      ${off}
    >
      ${icon("reopened")} Reopen issue
    </button>`;
  const close = (reason: string): string => json({ kind: "close", issue, reason });
  return html`<span class="button-pair">
    <button
      type="button"
      class="button"
      id="close"
      data-act="${close("completed")}"
      data-with-comment${off}
    >
      <span class="tone-done">${icon("done")}</span> Close issue
    </button>
    <details class="menu menu-up">
      <summary
        class="button"
        aria-label="Close for another reason"
        title="Close for another reason"
      >
        ${icon("down")}
      </summary>
      <div class="menu-box">
        <button
          type="button"
          class="choice"
          data-act="${close("completed")}"
          data-with-comment${off}
        >
          ${icon("done")} <span>Close as completed<small>Done, fixed, over</small></span>
        </button>
        <button
          type="button"
          class="choice"
          data-act="${close("not_planned")}"
          data-with-comment${off}
        >
          ${icon("skipped")}
          <span>Close as not planned<small>Was not an incident after all</small></span>
        </button>
      </div>
    </details>
  </span>`;
}

/** Where a comment is written, by whoever acts; and where the issue is closed or opened again. */
export function renderComposer(issue: IssueView, model: PageModel): Html {
  const { me, bot } = model;
  const act = json({ kind: "comment", issue: issue.number });
  return html`<section class="composer" id="composer" aria-label="New comment">
    <div class="post-avatar">${avatar(me.login, bot, 40)}</div>
    <form class="post-box" data-act="${act}" id="comment-form">
      <label class="post-head" for="comment"
        >Comment as <strong>${me.login}</strong> <span class="quiet">${me.job}</span></label
      >
      <textarea
        id="comment"
        name="body"
        rows="4"
        required
        placeholder="Markdown, or a command such as /commander me"
        aria-describedby="comment-hint"
      ></textarea>
      <div class="composer-foot">
        <p class="quiet" id="comment-hint">
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> sends. <code>/help</code> lists the commands.
        </p>
        <div class="buttons">
          ${closing(issue, model)}<button type="submit" class="button button-main">Comment</button>
        </div>
      </div>
    </form>
  </section>`;
}
