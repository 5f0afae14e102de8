import { toIso, type Instant } from "../../incident/instant.ts";
import { toReportTime, type ReportTime } from "../../report/index.ts";
import { drawTimeline } from "../drawing/incident-timeline.ts";
import { atBothWidths, WIDTHS } from "../drawing/svg.ts";
import { html, type Html, type Part } from "../html/html.ts";
import { toReportText } from "../html/report-text.ts";
import { bdi, link, prose, toHref } from "../html/user-text.ts";
import { day, moment, toDay, toLength, toTime } from "../html/when.ts";
import { lastedOf, type Measures } from "../measures.ts";
import type { Milestones, SiteData, SiteEntry, SiteIncident } from "../site-data.ts";
import { reportLink, severityBadge, stateBadge } from "./badges.ts";
import { toPage } from "./frame.ts";

const MILESTONES: readonly {
  readonly name: keyof Milestones;
  readonly title: string;
  readonly what: string;
}[] = [
  { name: "started", title: "Started", what: "users were hit from then on" },
  { name: "detected", title: "Detected", what: "it was first told of" },
  { name: "declared", title: "Declared", what: "it became an incident" },
  { name: "acknowledged", title: "Acknowledged", what: "somebody took it up" },
  { name: "mitigated", title: "Mitigated", what: "users could work again" },
  { name: "resolved", title: "Resolved", what: "it was over" },
  { name: "ended", title: "Impact ended", what: "users were hit no more" },
  { name: "closed", title: "Closed", what: "nothing was left to do" },
];

function since(milestones: Milestones, name: keyof Milestones): string {
  const at = milestones[name];
  if (at === null || at === milestones.declared) return "";
  const ms = at - milestones.declared;
  return ms < 0 ? `${toLength(-ms)} before the declaration` : `after ${toLength(ms)}`;
}

/** The clock of the team's zone, where that is another than UTC's. */
const beside = (at: Instant, { place, beside: toLocal }: ReportTime): Part => {
  const local = toLocal(at);
  return local === null ? null : html` <span class="beside">${local} ${place}</span>`;
};

function milestonesTable({ milestones }: SiteIncident, time: ReportTime): Html {
  const rows = MILESTONES.filter(({ name }) => milestones[name] !== null);
  return html`<table class="facts">
    <caption class="unseen">
      Milestones
    </caption>
    <thead class="unseen">
      <tr>
        <th scope="col">Milestone</th>
        <th scope="col">When</th>
        <th scope="col">Since the declaration</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, title, what }) =>
          html`<tr>
            <th scope="row">${title} <span class="what">${what}</span></th>
            <td>${moment(milestones[name] ?? 0)}${beside(milestones[name] ?? 0, time)}</td>
            <td>${since(milestones, name)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** The team's clock under an entry's: its place is said once above, and to whoever does not see that. */
const besideEntry = (at: Instant, { place, beside: toLocal }: ReportTime): Part => {
  const local = toLocal(at);
  return local === null
    ? null
    : html`<span class="beside">${local}<span class="unseen"> ${place}</span></span>`;
};

const DURATION =
  "The duration counts from the start of the impact (else from the declaration) to its end (else to the resolution). ";

/** What stands under the milestones: what the duration counts, where there is one, and whose word holds. */
const aboutTimes = (incident: SiteIncident): Html =>
  html`<p class="definition">
    ${lastedOf(incident) === null ? null : DURATION}A time that people correct in the top comment
    holds.
  </p>`;

const entry = ({ at, kind, phase, words, said, url }: SiteEntry, time: ReportTime): Html =>
  html`<li class="${phase === null ? `kind-${kind}` : `reached reached-${phase}`}">
    <span class="at"
      >${link(url, html`<time datetime="${toIso(at)}">${toTime(at)}</time>`)}${besideEntry(at, time)}</span
    >
    <div class="told">
      <p class="happened">${bdi(words)}</p>
      ${said === null ? null : html`<p class="quote">${prose(said)}</p>`}
    </div>
  </li>`;

const clocks = ({ place }: ReportTime): Part =>
  place === null
    ? null
    : html`<p class="definition">
        Days and times are UTC; under each time is the clock of ${place}.
      </p>`;

function story({ entries, earlier, url }: SiteIncident, time: ReportTime): Part {
  if (entries.length === 0) return null;
  const days = Map.groupBy(entries, ({ at }) => toDay(at));
  const before =
    earlier > 0
      ? html`<p class="note">${earlier} older entries stand ${link(url, "in the issue")}.</p>`
      : null;
  return html`<section aria-labelledby="story">
    <h2 id="story">The timeline in words</h2>
    ${clocks(time)}${before}
    ${[...days.values()].map(
      (found) =>
        html`<h3 class="day">${day(found[0]?.at ?? 0)}</h3>
          <ol class="${time.place === null ? "story" : "story zoned"}">
            ${found.map((one) => entry(one, time))}
          </ol> `,
    )}
  </section>`;
}

const actionItem = ({
  title,
  url,
  isOpen,
  openedAt,
  closedAt,
}: SiteIncident["actionItems"][number]): Html =>
  html`<li class="${isOpen ? "open" : "done"}">
    <span class="badge ${isOpen ? "item-open" : "item-done"}">${isOpen ? "Open" : "Done"}</span>
    ${link(url, bdi(title))}
    <span class="quiet"
      >${isOpen || closedAt === null ? html`since ${day(openedAt)}` : html`done ${day(closedAt)}`}</span
    >
  </li>`;

const actionItems = ({ actionItems: items }: SiteIncident): Part =>
  items.length === 0
    ? null
    : html`<section aria-labelledby="items">
        <h2 id="items">Action items</h2>
        <ul class="items">
          ${items.map(actionItem)}
        </ul>
      </section>`;

function wordsOfReport({ reportText, report: { url } }: SiteIncident): Part {
  const words = reportText === null ? null : toReportText(reportText);
  if (words === null) return null;
  return html`<section aria-labelledby="report">
    <h2 id="report">Incident Report</h2>
    <div class="report">${words}</div>
    ${toHref(url) === null ? null : html`<p>${link(url, "The whole report")}</p>`}
  </section>`;
}

function updates({ updates: stretches }: SiteIncident): Html | string {
  if (stretches.length === 0) return "–";
  const kept = stretches.filter(({ isKept }) => isKept).length;
  return kept === stretches.length
    ? `all ${kept} in time`
    : `${kept} of ${stretches.length} in time`;
}

function facts(incident: SiteIncident, { severities }: Measures): Html {
  const { severity, report, isFollowed } = incident;
  const lasted = lastedOf(incident);
  return html`<dl class="summary">
      <div>
        <dt>Severity</dt>
        <dd>${severityBadge(severity, severities)}</dd>
      </div>
      ${
        lasted === null
          ? null
          : html`<div>
              <dt>Duration</dt>
              <dd>${toLength(lasted)}</dd>
            </div>`
      }
      <div>
        <dt>Status updates</dt>
        <dd>${updates(incident)}</dd>
      </div>
      <div>
        <dt>Report</dt>
        <dd>${reportLink(report)}</dd>
      </div>
      <div>
        <dt>Issue</dt>
        <dd>${link(incident.url, `#${incident.number} on GitHub`)}</dd>
      </div>
    </dl>
    ${isFollowed ? null : html`<p class="note">Sitrep did not follow this incident, or its record does not hold any more. What stands here comes from the labels and the fields of the issue.</p>`}`;
}

function drawing(incident: SiteIncident, { builtAt }: SiteData): Part {
  const wide = drawTimeline(incident, builtAt, WIDTHS.wide);
  if (wide === null) return null;
  const draw = (width: number): Part =>
    width === WIDTHS.wide ? wide : drawTimeline(incident, builtAt, width);
  return html`<section aria-labelledby="drawn">
    <h2 id="drawn">Timeline</h2>
    <figure class="drawn">${atBothWidths(draw)}</figure>
  </section>`;
}

/** The page of one incident. */
export const toIncidentPage = (
  data: SiteData,
  incident: SiteIncident,
  measures: Measures,
): string => {
  const time = toReportTime(data.policy);
  const { declared } = incident.milestones;
  return toPage(
    data,
    { title: `${incident.title} (#${incident.number})`, section: "index.html", root: "../" },
    html`<p class="path"><a href="../index.html">All incidents</a></p>
      <h1>${bdi(incident.title)} <span class="number">#${incident.number}</span></h1>
      <p class="standing">
        ${stateBadge(incident.state)}
        <span class="quiet">declared ${moment(declared)}${beside(declared, time)}</span>
      </p>
      ${facts(incident, measures)} ${drawing(incident, data)}
      <section aria-labelledby="milestones">
        <h2 id="milestones">Milestones</h2>
        ${milestonesTable(incident, time)} ${aboutTimes(incident)}
      </section>
      ${wordsOfReport(incident)} ${story(incident, time)} ${actionItems(incident)}`,
  );
};
