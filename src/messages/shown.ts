import type { CommandHelp, Message, MessageData, MessageName } from "../effects/message.ts";
import type { Brief } from "../incident/brief.ts";
import { toIso } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { TimelineEntry } from "../incident/timeline.ts";
import { toSaying } from "../incident/community.ts";
import { quoteWhole } from "./places.ts";
import { renderTicket } from "./render-ticket.ts";
import { toShownItem } from "./shown-agenda.ts";
import { toTicketText } from "./ticket-text.ts";
import { markdown } from "./user-text.ts";

/** The start of a list, and how many are left out. */
export interface Capped<Item> {
  readonly items: readonly Item[];
  readonly more: number;
}

/** A list with at most `most` items; templates show lists only so, that no text of theirs can outgrow a comment. */
export const capped = <Item>(list: readonly Item[], most: number): Capped<Item> => ({
  items: list.slice(0, most),
  more: Math.max(0, list.length - most),
});

const EXPERTS = 10;
const TICKETS = 10;
const REFUSED = 10;
const NEAR_MISSES = 5;
const AGENDA = 12;

/** An entry with every field there, as a strict template wants it. */
export const toShownEntry = (entry: TimelineEntry): object => ({
  who: null,
  what: null,
  text: null,
  url: null,
  ...entry,
});

/** A brief as its partial gets it. */
export const toShownBrief = (brief: Brief): object => ({
  ...brief,
  experts: capped(brief.experts, EXPERTS),
  tickets: capped(brief.tickets, TICKETS),
  tried: brief.tried.map(toShownEntry),
});

/** Entries by day, oldest first. */
export function toDays(entries: readonly TimelineEntry[]): readonly object[] {
  const days = Map.groupBy(entries, ({ at }) => toIso(at).slice(0, 10));
  return [...days].map(([day, list]) => ({ day, entries: list.map(toShownEntry) }));
}

const toShownReply = ({ refused, nearMisses, ...rest }: MessageData["reply"]): object => ({
  ...rest,
  refused: capped(refused, REFUSED),
  nearMisses: capped(nearMisses, NEAR_MISSES),
});

/** Commands for their table: who may is said once for most of them, and with the command where it differs. */
export function toShownCommands(commands: readonly CommandHelp[]): object {
  const everybody = commands[0]?.who ?? null;
  return {
    everybody,
    list: commands.map((one) => ({ ...one, who: one.who === everybody ? null : one.who })),
  };
}

function toShownHandoff({ role, who, brief, ...rest }: MessageData["handed-off"]): object {
  // The brief is from the moment of the `/accept`, when the role was not handed over yet.
  const asks = brief.asks.filter((ask) => ask.role !== role);
  return { ...rest, role, who, brief: toShownBrief({ ...brief, [role]: who, asks }) };
}

// At the instance of somebody who may not command, people are named and not notified.
const toShownBlocked = (data: MessageData["close-blocked"]): object => ({
  ...data,
  gates: data.gates.map((gate) => ({ ...gate, call: data.may })),
});

const toShownHelp = (data: MessageData["help"]): object =>
  data.topic === null ? { ...data, commands: toShownCommands(data.commands) } : data;

const toShownWhy = (data: MessageData["why"], policy: Policy): object => ({
  ...data,
  items: data.items.slice(0, AGENDA).map((item) => toShownItem(item, policy, data.zone)),
  mayClose: data.gates?.length === 0,
});

const FINDINGS = 8;

// The text stands in its author's comment already; a secret in it is not repeated.
function toShownWaiting({
  text,
  findings,
  more,
  canned,
  around,
  ...data
}: MessageData["text-waits"]): object {
  const kept = canned === null ? null : `<p>[canned response ${canned} of Freshdesk]</p>`;
  const html = renderTicket(toSaying(text, text.at), around, kept);
  const hasSecret = findings.some(({ kind }) => kind === "secret");
  const shown = capped(findings, FINDINGS);
  return {
    ...data,
    by: text.by,
    isOver: text.name === "resolved",
    preview: hasSecret ? null : markdown(quoteWhole(toTicketText(html))),
    findings: { ...shown, more: shown.more + more },
    url: text.url,
  };
}

const toShownUnfinished = ({ items, more, to }: MessageData["unfinished"]): object => ({
  to,
  more,
  items,
  count: items.length + more,
  isOne: items.length + more === 1,
});

/** Messages whose data their template gets in another form. */
const FORMS: {
  readonly [Name in MessageName]?: (data: MessageData[Name], policy: Policy) => object;
} = {
  "close-blocked": toShownBlocked,
  "handed-off": toShownHandoff,
  help: toShownHelp,
  reply: toShownReply,
  "text-waits": toShownWaiting,
  status: (data) => ({ ...data, brief: toShownBrief(data.brief) }),
  unfinished: toShownUnfinished,
  why: toShownWhy,
  "timeline-archive": (data) => ({ ...data, days: toDays(data.entries) }),
};

/** The data of a message as its template gets it: lists capped, nothing undefined. */
export function toShown({ name, data }: Message, policy: Policy): object {
  const toForm = FORMS[name] as ((given: object, rules: Policy) => object) | undefined;
  return { url: null, ...(toForm === undefined ? data : toForm(data, policy)) };
}
