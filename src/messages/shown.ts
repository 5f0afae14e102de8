import type { CommandHelp, Message, MessageData } from "../effects/message.ts";
import { assertNever } from "../incident/assert-never.ts";
import type { Brief } from "../incident/brief.ts";
import { toIso } from "../incident/instant.ts";
import type { TimelineEntry } from "../incident/timeline.ts";

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

/** The data of a message as its template gets it: lists capped, nothing undefined. */
export function toShown(message: Message): object {
  switch (message.name) {
    case "handed-off": {
      const { role, who, brief } = message.data;
      // The brief is from the moment of the `/accept`, when the role was not handed over yet.
      const asks = brief.asks.filter((ask) => ask.role !== role);
      return { ...message.data, brief: toShownBrief({ ...brief, [role]: who, asks }) };
    }
    case "help":
      return message.data.topic === null
        ? { ...message.data, commands: toShownCommands(message.data.commands) }
        : message.data;
    case "status":
      return { ...message.data, brief: toShownBrief(message.data.brief) };
    case "reply":
      return toShownReply(message.data);
    case "timeline-archive":
      return { ...message.data, days: toDays(message.data.entries) };
    case "declined":
    case "resolved":
    case "reopened":
      return { url: null, ...message.data };
    case "designated":
    case "vacated":
    case "handoff-asked":
    case "expert-called":
      return message.data;
    default:
      return assertNever(message);
  }
}
