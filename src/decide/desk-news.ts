import type { Fact } from "../effects/index.ts";
import type { DeskNews } from "../incident/desk.ts";
import type { Incident } from "../incident/incident.ts";
import { applyFact } from "./apply-fact.ts";
import { namedAt } from "./tell-desk.ts";
import type { Given } from "./walk.ts";

/** Of what was told, what the timeline tells too; a status update stands there already, in its author's words. */
const TOLD = ["first-response", "resolved", "published"];

/** What agents alone were told is nobody's news. */
const UNTOLD = ["note", "published-note"];

function toFacts(news: DeskNews, incident: Incident, given: Pick<Given, "desk">): readonly Fact[] {
  const { ticket, at } = news;
  if (news.kind === "told") {
    const { name, by } = news;
    if (UNTOLD.includes(name)) return [];
    const told = { kind: "told", name, by } as const;
    if (!TOLD.includes(name)) return [told];
    return [told, { kind: "log", entry: { kind: "told", by, what: name, url: ticket } }];
  }
  // What they wrote before the ticket was named is what it is about.
  const known = Math.max(incident.community?.answeredAt ?? 0, namedAt(ticket, incident, given));
  if (at <= known) return [];
  return [
    { kind: "answered", ticket },
    { kind: "log", entry: { kind: "answered", by: null, url: ticket } },
  ];
}

/** The incident with what was seen of its tickets, each at its own time: where the record was lost, that is long ago. */
export function withDeskNews(
  incident: Incident,
  news: readonly DeskNews[],
  given: Pick<Given, "desk">,
): Incident {
  if (news.length === 0) return incident;
  const after = news.reduce(
    (now, one) =>
      toFacts(one, now, given).reduce((before, fact) => applyFact(before, fact, one.at), now),
    incident,
  );
  return { ...after, timeline: after.timeline.toSorted((one, other) => one.at - other.at) };
}
