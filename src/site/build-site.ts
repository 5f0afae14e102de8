import { toDefinitions } from "./definitions.ts";
import { toFeed } from "./feed.ts";
import { toJson } from "./to-json.ts";
import { toMeasures } from "./measures.ts";
import { toIncidentPage } from "./pages/incident-page.ts";
import { pageOf, toListPage } from "./pages/incident-list.ts";
import { toNumbersPage } from "./pages/numbers-page.ts";
import { toUnfinishedPage } from "./pages/unfinished-page.ts";
import { toSiteIncident } from "./to-site-incident.ts";
import type { SiteData } from "./site-data.ts";

/** The files of a site but for its assets: texts by their paths below the site's root. The same data give the same bytes. */
export function buildSite(data: SiteData): ReadonlyMap<string, string> {
  const incidents = data.issues
    .map((issue) => toSiteIncident(issue, data))
    .toSorted(
      (one, other) =>
        other.milestones.declared - one.milestones.declared || other.number - one.number,
    );
  const measures = toMeasures(incidents, data.policy.severities, data.builtAt);
  const definitions = toDefinitions(data.policy);
  return new Map([
    ["index.html", toListPage(data, incidents, measures, definitions)],
    ["numbers.html", toNumbersPage(data, measures, definitions)],
    ["unfinished.html", toUnfinishedPage(data, measures, definitions)],
    ["feed.xml", toFeed(data, incidents)],
    ["incidents.json", toJson(data, incidents, measures, definitions)],
    ...incidents.map(
      (incident) => [pageOf(incident), toIncidentPage(data, incident, measures)] as const,
    ),
  ]);
}
