import type { Guide } from "../../guide/guide.ts";
import type { Help, Step } from "../../guide/steps.ts";
import { html, json } from "../html.ts";
import type { Html } from "../html.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { placeOf } from "./place-of.ts";

function helpWords(help: Help): string {
  if (help.kind === "fill") return "Fill it in for me";
  return help.target === "wind" ? "Show me the button" : "Show me where";
}

function helper(help: Help, issue: number, model: PageModel): Html {
  const isElsewhere = model.place.kind !== "issue" || model.place.issue.number !== issue;
  if (isElsewhere)
    return html`<a class="button button-small" href="/issues/${issue}">Go to #${issue}</a>`;
  return html`<button type="button" class="button button-small" data-help="${json(help)}">
    ${icon("wand")} ${helpWords(help)}
  </button>`;
}

function row(step: Step, index: number, guide: Guide, model: PageModel): Html {
  const isCurrent = index === guide.current;
  const tone = step.isDone ? "step-done" : isCurrent ? "step-now" : "step-later";
  const sign = step.isDone ? icon("check") : html`${index + 1}`;
  const body = isCurrent
    ? html`<div class="step-body">
        ${renderMarkdown(step.text, placeOf(model))}${helper(step.help, guide.issue, model)}
      </div>`
    : null;
  const current = isCurrent ? html` aria-current="step"` : null;
  return html`<li class="step ${tone}" ${current}>
    <span class="step-sign" aria-hidden="true">${sign}</span>
    <div class="step-text">
      <p class="step-title">
        ${step.title}<span class="sr">${step.isDone ? ", done" : ", to do"}</span>
      </p>
      ${body}
    </div>
  </li>`;
}

function praise({ issue }: Guide): Html {
  return html`<div class="praise">
    <p><strong>You have run your first incident.</strong></p>
    <p>Nothing but GitHub holds it. Have a look at:</p>
    <ul>
      <li>
        the <a href="/issues/${issue}#top">top comment</a>: roles, status, ticked tasks, and Cleo's
        words untouched
      </li>
      <li>the status comment below it: a timeline that nobody had to write</li>
      <li>the line at the bottom: how few calls it took</li>
    </ul>
    <p>
      Now try <a href="/new">an incident from the form</a>, edit a role by hand in the top comment,
      let <strong>cleo-hub</strong> type a command, or <a href="#breaking">break it</a>.
    </p>
  </div>`;
}

/** The guided first run: steps that tick as they happen. */
export function renderGuide(model: PageModel): Html | null {
  const { guide } = model;
  if (guide === null) return null;
  const done = guide.steps.filter(({ isDone }) => isDone).length;
  const total = guide.steps.length;
  return html`<section class="card guide" id="guide" aria-labelledby="guide-title">
    <details open id="guide-fold">
      <summary>
        <h2 id="guide-title">Your first incident</h2>
        <span class="quiet">${done} of ${total}</span>
      </summary>
      <progress max="${total}" value="${done}" aria-label="Steps done"></progress>
      ${done === total ? praise(guide) : null}
      <ol>
        ${guide.steps.map((step, index) => row(step, index, guide, model))}
      </ol>
    </details>
  </section>`;
}
