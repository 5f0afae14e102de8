import type { TicketMessage } from "../effects/ticket-message.ts";
import { NOTHING_TOLD, type Desk, type OwedMessage } from "../incident/desk.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { addDuration } from "../incident/time/index.ts";
import { issueName } from "../incident/key.ts";
import type { Given } from "./walk.ts";

// What is older than this when it is first seen was told by somebody else, or is no news any more.
const NEWS_MS = 60 * 60_000;
// Whoever was not reached for this long hears of it in another way.
const STALE_MS = 7 * 24 * 60 * 60_000;
// Each costs several calls in a look.
const MOST_TICKETS = 10;

/** The tickets of an incident that the support desk has, in its own form, each once. Only people with rights can have named them. */
export function ticketsOf({ tickets }: Incident, { desk }: Pick<Given, "desk">): readonly string[] {
  const known = tickets.flatMap((ticket) => desk?.addressOf(ticket) ?? []);
  return [...new Set(known)].slice(0, MOST_TICKETS);
}

/** When this ticket was named: by the timeline, else at the declaration. */
function namedAt(ticket: string, { timeline, declaredAt }: Incident, { desk }: Given): Instant {
  const entry = timeline.findLast(
    ({ kind, what }) => kind === "ticket" && desk?.addressOf(what ?? "") === ticket,
  );
  return entry?.at ?? declaredAt;
}

/** When the community hears again by the process; null: nobody promises that. */
function nextUpdate(from: Instant, { policy }: Given): Instant | null {
  const settings = policy.reminders["update-due"];
  return settings === null ? null : addDuration(policy.calendar, from, settings.every);
}

/** What a ticket gets first: the response, while there is something to respond to, and the note for agents. */
function greet(
  ticket: string,
  incident: Incident,
  given: Given,
  now: Instant,
): readonly OwedMessage[] {
  const { snapshot } = given;
  const since = namedAt(ticket, incident, given);
  const owed = (message: TicketMessage): OwedMessage => ({
    key: `${message.name}/${snapshot.nodeId}`,
    tickets: [ticket],
    message,
    by: null,
    since,
    isPast: now - since > NEWS_MS,
  });
  const data = { words: null, nextUpdate: nextUpdate(since, given) };
  const note = { issue: issueName(snapshot.key), url: snapshot.url };
  return [
    ...(incident.phase === "resolved" ? [] : [owed({ name: "first-response", data })]),
    owed({ name: "note", data: note }),
  ];
}

/**
 * What is owed in tickets after this look: what was owed before, and what has happened since. Undefined where no support desk is
 * connected.
 */
export function tellDesk(incident: Incident, given: Given, now: Instant): Desk | undefined {
  const { record } = given.snapshot;
  if (given.desk === undefined || given.desk === null) return record?.desk;
  const before = record?.desk ?? NOTHING_TOLD;
  const isOpen = incident.active && incident.closed === null;
  const tickets = ticketsOf(incident, given);
  const fresh = isOpen ? tickets.filter((ticket) => !before.known.includes(ticket)) : [];
  const waiting = before.owed.filter(({ since }) => now - since <= STALE_MS);
  return {
    ...before,
    owed: [...waiting, ...fresh.flatMap((ticket) => greet(ticket, incident, given, now))],
    known: [...before.known, ...fresh],
  };
}
