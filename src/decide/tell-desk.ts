import type { Reach } from "../commands/index.ts";
import type { TicketMessage } from "../effects/ticket-message.ts";
import { toSaying } from "../incident/community.ts";
import { COMMENT_BUDGET } from "../incident/comment-budget.ts";
import { NOTHING_TOLD, type Desk, type OwedMessage } from "../incident/desk.ts";
import type { Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { issueName } from "../incident/key.ts";
import type { OutgoingSurroundings } from "../incident/outgoing/index.ts";
import { toInertJson } from "../incident/record.ts";
import { addDuration } from "../incident/time/index.ts";
import { tellPublished } from "./tell-published.ts";
import type { Given, Walk } from "./walk.ts";

// What is older than this when it is first seen was told by somebody else, or is no news any more.
const NEWS_MS = 60 * 60_000;
// Whoever was not reached for this long hears of it in another way.
const STALE_MS = 7 * 24 * 60 * 60_000;
// Each costs several calls in a look.
const MOST_TICKETS = 10;
// Addresses of tickets stand beside what is owed, those of the first few once more with their company.
const KNOWN_ROOM = 1100;

/** The tickets of an incident that the support desk has, in its own form, each once. Only people with rights can have named them. */
export function ticketsOf({ tickets }: Incident, { desk }: Pick<Given, "desk">): readonly string[] {
  const known = tickets.flatMap((ticket) => desk?.addressOf(ticket) ?? []);
  return [...new Set(known)].slice(0, MOST_TICKETS);
}

/** What is internal to the team of this incident, besides what is so everywhere. */
export function surroundingsOf(
  { commander, liaison, experts }: Incident,
  { snapshot, policy }: Pick<Given, "snapshot" | "policy">,
): OutgoingSurroundings {
  const { owner, repo } = snapshot.key;
  const names = [commander, liaison, ...experts.map(({ login }) => login), policy.manager];
  return {
    server: URL.parse(snapshot.url)?.origin ?? "https://github.com",
    privateRepositories: snapshot.isPrivate ? [`${owner}/${repo}`] : [],
    internalHosts: policy.ticket.internalHosts,
    names: names.filter((name) => name !== null),
  };
}

/** How Sitrep reaches the community of this incident; null: it does not. */
export function reachOf(incident: Incident, given: Given): Reach | null {
  const tickets = ticketsOf(incident, given);
  return tickets.length === 0 ? null : { tickets, around: surroundingsOf(incident, given) };
}

/** When this ticket was named: by the timeline, else at the declaration. */
export function namedAt(
  ticket: string,
  { timeline, declaredAt }: Incident,
  { desk }: Pick<Given, "desk">,
): Instant {
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
  isPast: (since: Instant) => boolean,
): readonly OwedMessage[] {
  const { snapshot } = given;
  const since = namedAt(ticket, incident, given);
  const owed = (message: TicketMessage): OwedMessage => ({
    key: `${message.name}/${snapshot.nodeId}`,
    tickets: [ticket],
    message,
    by: null,
    since,
    isPast: isPast(since),
  });
  const data = { words: null, nextUpdate: nextUpdate(since, given) };
  const note = { issue: issueName(snapshot.key), url: snapshot.url };
  return [
    ...(incident.phase === "resolved" ? [] : [owed({ name: "first-response", data })]),
    owed({ name: "note", data: note }),
  ];
}

/** What is true whatever the phase. */
const WHENEVER = ["update", "published", "published-note"];

/** Is it still so, what this message says? What only has to be looked for was said already. */
function holds({ message, isPast }: OwedMessage, { active, phase, closed }: Incident): boolean {
  if (isPast || message.name === "note" || message.name === "close") return true;
  if (!active || (closed !== null && closed.reason !== "completed")) return false;
  if (message.name === "first-response") return phase !== "resolved";
  return WHENEVER.includes(message.name) || phase === "resolved";
}

const isUpdate = ({ message }: OwedMessage): boolean => message.name === "update";

/** What there is room for in the record while the desk is down: of updates the newest, since that says where things stand. */
function fitting(owed: readonly OwedMessage[], { held = null }: Incident): readonly OwedMessage[] {
  const ranked = [...owed.filter((one) => !isUpdate(one)), ...owed.filter(isUpdate).toReversed()];
  const waiting = held === null ? 0 : toInertJson(held).length;
  let room = COMMENT_BUDGET.desk - KNOWN_ROOM - waiting;
  const kept = ranked.filter((one) => {
    room -= toInertJson(one).length + 1;
    return room >= 0;
  });
  return owed.filter((one) => kept.includes(one));
}

/** The closing of the tickets with the incident, once for a closing. */
function closing(
  {
    closed,
    tickets,
    isPast,
  }: {
    closed: Incident["closed"];
    tickets: readonly string[];
    isPast: (since: Instant) => boolean;
  },
  before: Desk,
  { snapshot }: Given,
): readonly OwedMessage[] {
  if (closed?.reason !== "completed" || before.closed || isPast(closed.at)) return [];
  const message = { name: "close", data: {} };
  const key = `close/${snapshot.nodeId}`;
  return [{ key, tickets, message, by: closed.by, since: closed.at, isPast: false }];
}

/**
 * What is owed in tickets after this look: what was owed before and still holds, and what has happened since. Undefined where no
 * support desk is connected.
 */
export function tellDesk(
  incident: Incident,
  walk: Walk,
  given: Given,
  now: Instant,
): Desk | undefined {
  const { record } = given.snapshot;
  if (given.desk === undefined || given.desk === null) return record?.desk;
  const before = record?.desk ?? NOTHING_TOLD;
  const isNew = record?.desk === undefined;
  const isPast = (since: Instant): boolean => isNew && now - since > NEWS_MS;
  // A merge that nobody heard of may be seen long after.
  const isStale = (since: Instant): boolean => isPast(since) || now - since > STALE_MS;
  const tickets = ticketsOf(incident, given);
  const isOpen = incident.active && incident.closed === null;
  const fresh = isOpen ? tickets.filter((ticket) => !before.known.includes(ticket)) : [];
  const waiting = before.owed.flatMap((one) => {
    const left = one.tickets.filter((ticket) => tickets.includes(ticket));
    return left.length === 0 || now - one.since > STALE_MS ? [] : [{ ...one, tickets: left }];
  });
  const said = walk.said.map((one): OwedMessage => {
    const { key, text, at } = one;
    return {
      key,
      tickets,
      message: toSaying(text, at),
      by: text.by,
      since: at,
      isPast: isPast(at),
    };
  });
  const owed = [
    ...waiting,
    ...fresh.flatMap((ticket) => greet(ticket, incident, given, isPast)),
    ...said.filter((one) => one.tickets.length > 0),
    ...tellPublished(walk, tickets, surroundingsOf(incident, given), given, isStale),
    ...closing({ closed: incident.closed, tickets, isPast }, before, given),
  ];
  const companies = (before.companies ?? []).filter(({ ticket }) => tickets.includes(ticket));
  return {
    owed: fitting(
      owed.filter((one) => holds(one, incident)),
      incident,
    ),
    known: tickets.filter((ticket) => fresh.includes(ticket) || before.known.includes(ticket)),
    closed: incident.closed?.reason === "completed",
    ...(companies.length === 0 ? {} : { companies }),
  };
}
