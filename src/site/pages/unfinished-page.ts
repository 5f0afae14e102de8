import type { Definition, MeasureName } from "../definitions.ts";
import { html, type Html, type Part } from "../html/html.ts";
import { bdi, link } from "../html/user-text.ts";
import { day, toLength } from "../html/when.ts";
import type { Measures } from "../measures.ts";
import type { SiteData, SiteIncident } from "../site-data.ts";
import { toPage } from "./frame.ts";
import { reportLink } from "./badges.ts";
import { pageOf } from "./incident-list.ts";

interface Row {
  readonly what: Part;
  readonly incident: SiteIncident;
  readonly since: number;
  /** How far its report is; null: the row is about something else. */
  readonly report: Part;
}

const ofIncident = (incident: SiteIncident): Html =>
  html`<a href="${pageOf(incident)}">${bdi(incident.title)}</a>
    <span class="number">#${incident.number}</span>`;

function section(
  id: string,
  { title, definition }: Definition,
  head: readonly string[],
  rows: readonly Row[],
  now: number,
): Html {
  const list =
    rows.length === 0
      ? html`<p class="none">Nothing is left.</p>`
      : html`<table class="unfinished">
          <caption class="unseen">
            ${title}, oldest first
          </caption>
          <thead>
            <tr>
              ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ what, incident, since, report }) =>
                html`<tr>
                  <th scope="row">${what ?? ofIncident(incident)}</th>
                  ${what === null ? null : html`<td class="cell-incident"><span class="label">of </span>${ofIncident(incident)}</td>`}
                  <td class="cell-since"><span class="label">since </span>${day(since)}</td>
                  <td class="cell-age">${toLength(now - since)}</td>
                  ${report === null ? null : html`<td class="cell-report">${report}</td>`}
                </tr> `,
            )}
          </tbody>
        </table>`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${title} <span class="number">${rows.length}</span></h2>
    <p class="definition">${definition}</p>
    ${list}
  </section> `;
}

/** The page of what is left to do, oldest first: reports that nobody wrote, and improvements that nobody made. */
export function toUnfinishedPage(
  data: SiteData,
  { reportDebt, actionItems }: Measures,
  definitions: Readonly<Record<MeasureName, Definition>>,
): string {
  const debt = reportDebt.map(({ incident, since }) => ({
    what: null,
    incident,
    since,
    report: reportLink(incident.report),
  }));
  const items = actionItems.map(({ item, incident, since }) => ({
    what: link(item.url, bdi(item.title)),
    incident,
    since,
    report: null,
  }));
  return toPage(
    data,
    { title: "Unfinished", section: "unfinished.html", root: "" },
    html`<h1>Unfinished</h1>
      <p class="lead">What the next incident may be made of.</p>
      ${section("reports", definitions.reportDebt, ["Incident", "Over since", "Age", "Report"], debt, data.builtAt)}
      ${section("items", definitions.actionItems, ["Action item", "Incident", "Open since", "Age"], items, data.builtAt)}`,
  );
}
