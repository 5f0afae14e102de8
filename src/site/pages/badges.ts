import { html, type Html } from "../html/html.ts";
import { bdi, link } from "../html/user-text.ts";
import type { ReportState, SiteReport, SiteState } from "../site-data.ts";

/** What people read for a state. */
export const STATE_WORDS: Readonly<Record<SiteState, string>> = {
  investigating: "Investigating",
  mitigated: "Mitigated",
  resolved: "Resolved",
  closed: "Closed",
  dropped: "No incident",
};

/** What people read for the state of a report. */
export const REPORT_WORDS: Readonly<Record<ReportState, string>> = {
  published: "Published",
  written: "Written",
  review: "In review",
  draft: "Draft",
  missing: "Missing",
  unknown: "Not known",
  none: "Not due",
};

/** How a report stands, with where it is. */
export const reportLink = ({ state, url }: SiteReport): Html => {
  const words = html`<span class="report-${state}">${REPORT_WORDS[state]}</span>`;
  return state === "none" || state === "unknown" ? words : link(url, words);
};

/** A state with its colour. */
export const stateBadge = (state: SiteState): Html =>
  html`<span class="badge state-${state}">${STATE_WORDS[state]}</span>`;

const MOST_COLOURS = 6;

/** The class that gives a severity its colour, by its place among all of them; one that is not known is grey. */
export const severityClass = (
  severity: string | null,
  severities: readonly (string | null)[],
): string =>
  severity === null
    ? "sx"
    : `s${Math.min(MOST_COLOURS - 1, Math.max(0, severities.indexOf(severity)))}`;

/** A severity with its colour. */
export const severityBadge = (
  severity: string | null,
  severities: readonly (string | null)[],
): Html =>
  severity === null
    ? html`<span class="quiet">not known</span>`
    : html`<span class="severity"
        ><svg
          class="swatch ${severityClass(severity, severities)}"
          viewBox="0 0 10 10"
          aria-hidden="true"
        >
          <rect width="10" height="10" rx="2" /></svg
        >${bdi(severity)}</span
      >`;
