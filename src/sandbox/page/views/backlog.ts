import { STATUS } from "../../cast/backlog.ts";
import type { ProjectItemView } from "../../github/index.ts";
import { flag, html, json } from "../html.ts";
import type { Html } from "../html.ts";
import type { PageModel } from "../page-model.ts";
import { icon } from "./icon.ts";
import { renderOutage } from "./outage.ts";

/** The column of items whose status is not set. */
const NO_STATUS = "No status";

const columnOf = ({ fields }: ProjectItemView): string => String(fields[STATUS] ?? NO_STATUS);

/** The other fields of an item, in a line. */
const detailsOf = ({ fields }: ProjectItemView): string =>
  Object.entries(fields)
    .filter(([name]) => name !== STATUS)
    .map(([name, value]) => `${name}: ${value}`)
    .join(" · ");

function mover(item: ProjectItemView, columns: readonly string[]): Html {
  const here = columnOf(item);
  return html`<details class="backlog-move" id="backlog-move-${item.number}">
    <summary>Move by hand</summary>
    <ul>
      ${columns.map(
        (to) =>
          html`<li>
            <button
              type="button"
              class="button button-small"
              data-act="${json({ kind: "move", issue: item.number, to })}"
              ${flag("disabled", to === here)}
            >
              ${to}
            </button>
          </li>`,
      )}
    </ul>
  </details>`;
}

function renderItem(item: ProjectItemView, columns: readonly string[]): Html {
  const details = detailsOf(item);
  return html`<li class="backlog-item" data-key="backlog-${item.number}">
    <a href="/issues/${item.number}"><bdi>${item.title}</bdi></a>
    <span class="quiet">#${item.number}${details === "" ? "" : ` · ${details}`}</span>
    ${mover(item, columns)}
  </li>`;
}

function renderColumn(name: string, model: PageModel, columns: readonly string[]): Html | null {
  const items = model.backlog.items.filter((item) => columnOf(item) === name);
  if (items.length === 0 && name === NO_STATUS) return null;
  return html`<div class="backlog-column" data-key="backlog-column-${name}">
    <h3>${name} <span class="count">${items.length}</span></h3>
    <ul>
      ${items.map((item) => renderItem(item, columns))}
    </ul>
  </div>`;
}

/** The team's backlog, column by column, and the button that takes it down. */
export function renderBacklog(model: PageModel): Html {
  const columns = model.backlog.options[STATUS] ?? [];
  return html`<section class="card backlog" id="backlog" aria-labelledby="backlog-title">
    <details open id="backlog-fold">
      <summary><h2 id="backlog-title">${icon("board")} ${model.backlog.title}</h2></summary>
      ${renderOutage("backlog", model)}
      <p class="quiet outage">A project on GitHub. An incident comes here when it escalates.</p>
      ${[NO_STATUS, ...columns].map((name) => renderColumn(name, model, columns))}
    </details>
  </section>`;
}
