import { isAtLeast } from "../../cast/cast.ts";
import type { PullRequestView } from "../../github/index.ts";
import { flag, html, json, textarea } from "../html.ts";
import type { Html, Part } from "../html.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";
import { account, shortLogin } from "./account.ts";
import { icon } from "./icon.ts";
import { instant } from "./instant.ts";
import { placeOf } from "./place-of.ts";

/** How a pull request stands, in a word. */
export function pullState({ state, isDraft }: PullRequestView): string {
  if (state === "merged") return "Merged";
  if (state === "closed") return "Closed";
  return isDraft ? "Draft" : "Open";
}

const VERDICTS = {
  approved: "approved",
  changes_requested: "asked for changes",
  commented: "commented",
} as const;

const button = (
  name: string,
  act: object,
  { isMain = false, isOff = false }: { isMain?: boolean; isOff?: boolean } = {},
): Html =>
  html`<button
    type="button"
    class="button${isMain ? " button-main" : ""}"
    data-act="${json(act)}"
    ${flag("disabled", isOff)}
  >
    ${name}
  </button>`;

/** What the chosen person can do with it. */
function deeds(pull: PullRequestView, { me }: PageModel): Html {
  const { number, state, isDraft } = pull;
  const about = { pull: number };
  const isOff = !isAtLeast(me.role, "write");
  if (state === "merged") return html`<p class="quiet">It is on the default branch now.</p>`;
  if (state === "closed") return button("Reopen", { kind: "reopen-pull", ...about }, { isOff });
  return html`<div class="buttons">
    ${isDraft ? button("Ready for review", { kind: "ready", ...about }, { isMain: true, isOff }) : button("Merge", { kind: "merge", ...about }, { isMain: true, isOff })}
    ${button("Approve", { kind: "approve", ...about })}
    ${button("Close", { kind: "close-pull", ...about }, { isOff })}
  </div>`;
}

function reviews(pull: PullRequestView, model: PageModel): Part {
  const asked = pull.requested.map(
    (login) =>
      html`<li data-key="asked-${login}">${account(login, model)} is asked for a review</li>`,
  );
  const given = pull.reviews.map(
    ({ author, verdict, body, at }, index) =>
      html`<li data-key="review-${index}">
        ${account(author, model)} ${VERDICTS[verdict]}
        ${instant(at, model.now)}${body === "" ? "" : `: ${body}`}
      </li>`,
  );
  if (asked.length + given.length === 0) return html`<p class="quiet">No review yet.</p>`;
  return html`<ul>
    ${given}${asked}
  </ul>`;
}

function checks({ checks: runs }: PullRequestView, model: PageModel): Part {
  const last = runs.at(-1);
  if (last === undefined) return html`<p class="quiet">No check yet.</p>`;
  const isGood = last.conclusion === "success";
  return html`<details class="pull-check" id="pull-check" open>
    <summary class="tone-${isGood ? "done" : "skipped"}">
      ${icon(isGood ? "check" : "cross")} ${last.name}: ${last.title}
    </summary>
    <div class="markdown">${renderMarkdown(last.summary, placeOf(model))}</div>
  </details>`;
}

// A file's front matter, shown as what it is.
const withFrontMatter = (text: string): string =>
  text.replace(/^---\n([^]*?)\n---\n/, "```yaml\n$1\n```\n");

function renderFile(
  { path, text }: PullRequestView["files"][number],
  { number, state }: PullRequestView,
  model: PageModel,
): Html {
  const mayEdit = state === "open" && isAtLeast(model.me.role, "write");
  const act = { kind: "edit-file", pull: number, path };
  const editor = html`<details class="edit" id="edit-file">
    <summary class="button button-small">Edit the file</summary>
    <form class="edit-form" data-act="${json(act)}" data-guarded>
      ${textarea({ name: "body", rows: "24", "aria-label": `Text of ${path}`, spellcheck: "false" }, text ?? "")}
      <div class="buttons">
        <button type="button" class="button" data-close>Cancel</button>
        <button type="submit" class="button button-main">Commit</button>
      </div>
    </form>
  </details>`;
  return html`<section class="pull-file" data-key="file-${path}">
    <header><code>${path}</code> ${mayEdit && text !== null && editor}</header>
    <div class="markdown">
      ${text === null ? "The file is taken away." : renderMarkdown(withFrontMatter(text), placeOf(model))}
    </div>
  </section>`;
}

/** A pull request: its description, its check, its reviews, its files, and what can be done with it. */
export function renderPull(pull: PullRequestView, model: PageModel): Html {
  const { number, title, author, branch, createdAt, body } = pull;
  const name = pullState(pull);
  return html`<header class="issue-head" id="pull-head">
      <div class="issue-title">
        <h1><bdi>${title}</bdi> <span class="number">#${number}</span></h1>
      </div>
      <p class="issue-line">
        <span
          class="state state-${name === "Merged" ? "done" : name === "Open" ? "open" : "skipped"}"
          >${icon(name === "Merged" ? "done" : "open")} ${name}</span
        >
        <span
          >${account(author, model)} proposed this ${instant(createdAt, model.now)} from
          <code>${branch}</code></span
        >
      </p>
    </header>
    <article class="post" id="pull-body" aria-label="Description by ${shortLogin(author)}">
      <div class="post-box">
        <div class="markdown">${renderMarkdown(body, placeOf(model))}</div>
      </div>
    </article>
    <section class="pull-part" id="pull-state" aria-label="Review and check">
      <h2>Check</h2>
      ${checks(pull, model)}
      <h2>Reviews</h2>
      ${reviews(pull, model)}${deeds(pull, model)}
    </section>
    ${pull.files.map((file) => renderFile(file, pull, model))}`;
}
