import type { IssueView } from "../../github/index.ts";
import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { instant } from "./instant.ts";
import { label } from "./label.ts";
import { stateLook } from "./state-badge.ts";

function row(issue: IssueView, model: PageModel): Html {
  const { number, title, author, createdAt, comments, labels } = issue;
  const { icon: drawing, tone, name } = stateLook(issue);
  const isHere = model.place.kind === "issue" && model.place.issue.number === number;
  const current = isHere ? html` aria-current="page"` : null;
  const count = comments.length;
  const talk =
    count > 0 &&
    html`<span class="row-talk" title="${count} comment${count === 1 ? "" : "s"}"
      >${icon("talk")}${count}</span
    >`;
  return html`<li data-key="issue-${number}">
    <a class="row" href="/issues/${number}" ${current}>
      <span class="tone-${tone}" title="${name}"
        >${icon(drawing)}<span class="sr">${name}:</span></span
      >
      <span class="row-text"
        ><bdi class="row-title">${title}</bdi>
        <span class="row-labels">${labels.map((each) => label(each, model.labels))}</span>
        <span class="row-line"
          >#${number} · ${author ?? "ghost"} · ${instant(createdAt, model.now)} ${talk}</span
        ></span
      >
    </a>
  </li>`;
}

/** All issues of the repository, the newest first, and the way to a new one. */
export function renderIssueList(model: PageModel): Html {
  const open = model.issues.filter(({ state }) => state === "open").length;
  const isNew = model.place.kind === "choose" || model.place.kind === "write";
  const current = isNew ? html` aria-current="page"` : null;
  return html`<nav class="list" id="list" aria-label="Issues">
    <div class="list-head">
      <h2>Issues <span class="count" title="open issues">${open}</span></h2>
      <a class="button button-go button-small" href="/new" ${current}>New issue</a>
    </div>
    <ul>
      ${model.issues.map((issue) => row(issue, model))}
    </ul>
  </nav>`;
}
