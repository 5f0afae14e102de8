import { html, type Html } from "../html/html.ts";
import { bdi } from "../html/user-text.ts";
import { day, toDay, toLength } from "../html/when.ts";
import { medianOf, takenBy, type Measures, type TimeName } from "../measures.ts";
import type { Definition, MeasureName } from "../definitions.ts";
import { STATES, type SiteData, type SiteIncident, type SiteReport } from "../site-data.ts";
import { reportLink, severityBadge, STATE_WORDS, stateBadge } from "./badges.ts";
import { toPage } from "./frame.ts";

type Definitions = Readonly<Record<MeasureName, Definition>>;

/** Where the page of an incident stands. */
export const pageOf = ({ number }: SiteIncident): string => `incidents/${number}.html`;

const tile = (number: string, { title, definition }: Definition, note = ""): Html =>
  html`<div class="tile">
    <dt>${title}${note === "" ? null : html` <span class="quiet">${note}</span>`}</dt>
    <dd class="figure">${number}</dd>
    <dd class="definition">${definition}</dd>
  </div>`;

/** The median of the last twelve months that are shown. */
function medianText({ months }: Measures, name: TimeName): string {
  const recent = months.slice(-12).flatMap(({ taken }) => taken[name].map(({ ms }) => ms));
  const median = medianOf(recent.toSorted((one, other) => one - other));
  return median === null ? "–" : toLength(median);
}

const tiles = (measures: Measures, definitions: Definitions): Html =>
  html`<dl class="tiles">
    ${tile(String(measures.open), definitions.open)}
    ${tile(String(measures.recent), definitions.recent)}
    ${tile(medianText(measures, "acknowledge"), definitions.acknowledge, "median, 12 months")}
    ${tile(medianText(measures, "mitigate"), definitions.mitigate, "median, 12 months")}
    ${tile(String(measures.reportDebt.length), definitions.reportDebt)}
    ${tile(String(measures.actionItems.length), definitions.actionItems)}
  </dl>`;

const option = (value: string, words: string): Html =>
  html`<option value="${value}">${words}</option>`;

/** Hidden until the script, without which it does nothing, shows it. */
function filters(incidents: readonly SiteIncident[], measures: Measures): Html {
  const years = [
    ...new Set(incidents.map(({ milestones }) => toDay(milestones.declared).slice(0, 4))),
  ];
  return html`<form class="filters" id="filters" role="search" aria-label="Incidents" hidden>
    <label class="wide-field"
      >Search<input type="search" name="q" autocomplete="off" placeholder="Words or number"
    /></label>
    <label
      >Severity<select name="severity">
        ${option("", "All")}${measures.severities.map((name) => option(name ?? "-", name ?? "Not known"))}
      </select></label
    >
    <label
      >State<select name="state">
        ${option("", "All")}${option("open", "Open")}${STATES.map((name) => option(name, STATE_WORDS[name]))}
      </select></label
    >
    <label
      >Report<select name="report">
        ${option("", "All")}${option("owed", "Owed")}${option("there", "There")}
      </select></label
    >
    <label
      >Year<select name="year">
        ${option("", "All")}${years.map((year) => option(year, year))}
      </select></label
    >
    <button type="reset">Clear</button>
    <p class="found" role="status" id="found"></p>
  </form>`;
}

function length(incident: SiteIncident): string {
  const ms = takenBy(incident, "mitigate");
  if (ms !== null) return toLength(ms);
  return incident.state === "investigating" ? "not yet" : "–";
}

const filedAs = ({ state, isOwed }: SiteReport): string => {
  if (isOwed) return "owed";
  return state === "published" || state === "written" ? "there" : "none";
};

function row(incident: SiteIncident, { severities }: Measures): Html {
  const { number, title, state, severity, report, milestones } = incident;
  const search = `${number} ${title}`.toLowerCase();
  return html`<tr
    data-text="${search}"
    data-severity="${severity ?? "-"}"
    data-state="${state}"
    data-report="${filedAs(report)}"
    data-year="${toDay(milestones.declared).slice(0, 4)}"
  >
    <th scope="row">
      <a href="${pageOf(incident)}">${bdi(title)}</a> <span class="number">#${number}</span>
    </th>
    <td class="cell-state">${stateBadge(state)}</td>
    <td class="cell-severity">${severityBadge(severity, severities)}</td>
    <td class="cell-declared"><span class="label">Declared </span>${day(milestones.declared)}</td>
    <td class="cell-length"><span class="label">Mitigated after </span>${length(incident)}</td>
    <td class="cell-report"><span class="label">Report: </span>${reportLink(report)}</td>
  </tr>`;
}

function table(incidents: readonly SiteIncident[], measures: Measures): Html {
  const years = Map.groupBy(incidents, ({ milestones }) => toDay(milestones.declared).slice(0, 4));
  return html`<table class="incidents" id="incidents">
      <caption class="unseen">
        Incidents, newest first
      </caption>
      <thead>
        <tr>
          <th scope="col">Incident</th>
          <th scope="col">State</th>
          <th scope="col">Severity</th>
          <th scope="col">Declared</th>
          <th scope="col">Mitigated after</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      ${[...years].map(
        ([year, found]) =>
          html`<tbody>
            <tr class="year">
              <th scope="rowgroup" colspan="6">${year}</th>
            </tr>
            ${found.map((incident) => row(incident, measures))}
          </tbody> `,
      )}
    </table>
    <p class="none" id="none" hidden>No incident is like that. Clear the filters to see all.</p>`;
}

/** The first page: where things stand, and all incidents, newest first. */
export function toListPage(
  data: SiteData,
  newestFirst: readonly SiteIncident[],
  measures: Measures,
  definitions: Definitions,
): string {
  const list =
    newestFirst.length === 0
      ? html`<p class="none">No incident was declared here yet.</p>`
      : html`${filters(newestFirst, measures)}${table(newestFirst, measures)}`;
  return toPage(
    data,
    { title: "Incidents", section: "index.html", root: "" },
    html`<h1>Incidents</h1>
      ${tiles(measures, definitions)}
      <h2>All incidents</h2>
      ${list}`,
  );
}
