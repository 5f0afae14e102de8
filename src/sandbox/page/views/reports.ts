import { html } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { pullState } from "./pull.ts";

/** The pull requests of the repository, newest first: the reports of incidents. */
export function renderReports(model: PageModel): Html {
  const rows = model.pulls.toReversed().map((pull) => {
    const isHere = model.place.kind === "pull" && model.place.pull.number === pull.number;
    return html`<li data-key="pull-${pull.number}">
      <a href="/pulls/${pull.number}" ${isHere ? html`aria-current="page"` : null}
        ><bdi>${pull.title}</bdi></a
      >
      <span class="quiet">#${pull.number} · ${pullState(pull)}</span>
    </li>`;
  });
  const none = html`<p class="quiet">
    None yet: when an incident is resolved, Sitrep drafts its report as a pull request.
  </p>`;
  return html`<section class="card reports" id="reports" aria-labelledby="reports-title">
    <details open id="reports-fold">
      <summary><h2 id="reports-title">${icon("book")} Incident reports</h2></summary>
      ${
        rows.length === 0
          ? none
          : html`<ul>
              ${rows}
            </ul>`
      }
    </details>
  </section>`;
}
