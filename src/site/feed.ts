import { toIso, type Instant } from "../incident/instant.ts";
import { html, type Html } from "./html/html.ts";
import { toHref, toLine } from "./html/user-text.ts";
import { toLength } from "./html/when.ts";
import { takenBy } from "./measures.ts";
import { pageOf } from "./pages/incident-list.ts";
import { STATE_WORDS } from "./pages/badges.ts";
import type { SiteData, SiteIncident } from "./site-data.ts";

const MOST = 50;

/** The newest thing that is known of an incident. */
export const changedAt = ({ milestones, entries }: SiteIncident): Instant =>
  Math.max(
    milestones.declared,
    milestones.acknowledged ?? 0,
    milestones.mitigated ?? 0,
    milestones.resolved ?? 0,
    milestones.closed ?? 0,
    ...entries.map(({ at }) => at),
  );

function summaryOf(incident: SiteIncident): string {
  const mitigated = takenBy(incident, "mitigate");
  const resolved = takenBy(incident, "resolve");
  return [
    STATE_WORDS[incident.state],
    incident.severity === null ? null : `severity ${incident.severity}`,
    mitigated === null ? null : `mitigated after ${toLength(mitigated)}`,
    resolved === null ? null : `resolved after ${toLength(resolved)}`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

/** Where an incident is told: its page, or its issue where nobody knows where the site stands. */
const addressOf = (incident: SiteIncident, baseUrl: string | null): string =>
  toHref(baseUrl === null ? incident.url : `${baseUrl}${pageOf(incident)}`) ?? "";

const entry = (incident: SiteIncident, baseUrl: string | null): Html =>
  html`<entry>
    <id>${toHref(incident.url) ?? `urn:sitrep:incident:${incident.number}`}</id>
    <title type="text">${incident.title} (#${incident.number})</title>
    <link rel="alternate" href="${addressOf(incident, baseUrl)}" />
    <published>${toIso(incident.milestones.declared)}</published>
    <updated>${toIso(changedAt(incident))}</updated>
    <summary type="text">${summaryOf(incident)}.</summary>
  </entry> `;

/** The feed (Atom, RFC 4287) of the incidents that were declared last. */
export function toFeed(data: SiteData, newestFirst: readonly SiteIncident[]): string {
  const { owner, repo, url, baseUrl, builtAt } = data;
  const shown = newestFirst.filter(({ state }) => state !== "dropped").slice(0, MOST);
  const updated = shown.length === 0 ? builtAt : Math.max(...shown.map(changedAt));
  const self = baseUrl === null ? null : html`<link rel="self" href="${baseUrl}feed.xml" /> `;
  return html`<?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>${toHref(url) ?? ""}</id>
      <title type="text">Incidents of ${toLine(`${owner}/${repo}`)}</title>
      <updated>${toIso(updated)}</updated>
      <author><name>${owner}/${repo}</name></author>
      <link rel="alternate" href="${toHref(baseUrl ?? url) ?? ""}" />
      ${self}${shown.map((incident) => entry(incident, baseUrl))}</feed
    > `.markup;
}
