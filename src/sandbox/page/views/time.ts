import type { Deadline } from "../../time/deadlines.ts";
import type { Winding } from "../../time/to-target.ts";
import { flag, html, json } from "../html.ts";
import type { Html } from "../html.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import type { PageModel } from "../page-model.ts";
import { account } from "./account.ts";
import { icon } from "./icon.ts";
import { gameTime, tellAhead } from "./instant.ts";
import { placeOf } from "./place-of.ts";

interface Button {
  readonly by: Winding;
  readonly words: string;
  readonly title: string;
}

const BUTTONS: readonly Button[] = [
  { by: "5-minutes", words: "+5 minutes", title: "Five minutes later" },
  { by: "30-minutes", words: "+30 minutes", title: "Half an hour later" },
  { by: "deadline", words: "Next deadline", title: "To a second after the next deadline here" },
  { by: "monday", words: "Monday 09:00", title: "To the next Monday, 09:00 UTC" },
];

function button({ by, words, title }: Button, { place, time }: PageModel): Html {
  const issue = place.kind === "issue" ? place.issue.number : null;
  const isOff = time.target !== null || (by === "deadline" && time.next === null);
  return html`<button
    type="button"
    id="wind-${by}"
    class="button button-small"
    data-act="${json({ kind: "wind", by, issue })}"
    title="${title}"
    ${flag("disabled", isOff)}
  >
    ${words}
  </button>`;
}

function names(deadline: Deadline, model: PageModel): Html {
  if (deadline.names.length === 0) return html`for whoever can`;
  const shown = deadline.names.map(
    (name, index) => html`${index > 0 && ", "}${account(name, model)}`,
  );
  return html`for ${shown}`;
}

function row(deadline: Deadline, model: PageModel): Html {
  const { reminder, subject, title, dueAt, why, moves } = deadline;
  const place = placeOf(model);
  return html`<li data-key="due-${reminder}-${subject}">
    <details class="due">
      <summary>
        <span class="due-what">${title}</span>
        <span class="due-when"
          >${gameTime(dueAt)}<span class="quiet"> ${tellAhead(dueAt - model.now)}</span></span
        >
      </summary>
      <div class="due-why">
        <p>${names(deadline, model)}</p>
        ${renderMarkdown(why, place)}${renderMarkdown(moves, place)}
      </div>
    </details>
  </li>`;
}

/** What comes sooner than any reminder, such as the end of a silence. */
function lookAgain({ time }: PageModel): Html | null {
  const isListed = time.next === null || time.deadlines.some(({ dueAt }) => dueAt === time.next);
  return isListed
    ? null
    : html`<p class="quiet">Sitrep looks again ${gameTime(time.next ?? 0)}.</p>`;
}

function deadlines(model: PageModel): Html {
  const { place, time } = model;
  if (place.kind !== "issue") return html`<p class="quiet">Deadlines show beside an incident.</p>`;
  if (time.deadlines.length === 0)
    return html`<p class="quiet">Nothing is due in #${place.issue.number}.</p>
      ${lookAgain(model)}`;
  return html`<h3>Due in #${place.issue.number}</h3>
    <ol class="dues">
      ${time.deadlines.map((each) => row(each, model))}
    </ol>
    ${lookAgain(model)}`;
}

/** The clock of the game, what winds it, and what is to come of the issue in view. */
export function renderTime(model: PageModel): Html {
  const { now, time } = model;
  const winding =
    time.target !== null &&
    html`<p class="winding" role="status">Winding to ${gameTime(time.target)} …</p>`;
  return html`<section class="card time" id="time" aria-labelledby="time-title">
    <h2 id="time-title">${icon("clock")} Time <span class="now">${gameTime(now)} UTC</span></h2>
    <div class="time-buttons" role="group" aria-label="Wind the clock">
      ${BUTTONS.map((each) => button(each, model))}
    </div>
    ${winding}${deadlines(model)}
  </section>`;
}
