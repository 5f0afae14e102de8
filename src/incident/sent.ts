import { COMMENT_BUDGET } from "./comment-budget.ts";
import type { Instant } from "./instant.ts";

/** A message that stands outside: what it told, since when it was owed, where it stands, and when it was sent. None of its words. */
export interface SentMessage {
  /** What a chat or a ticket was told, by its name (`effects/chat.ts`, `effects/ticket-message.ts`); `declared`: the head of a channel. */
  readonly what: string;
  /** The time of its cause. */
  readonly since: Instant;
  /** A channel as the policy writes it, or the address of a ticket. */
  readonly place: string;
  readonly at: Instant;
}

/** One cause: its time in seconds, what was told, and in pairs the number of a place and how many seconds later it was told there. */
type Row = readonly [since: number, what: string, ...told: number[]];

/** What was sent outside as the record keeps it, the oldest first; short, since there may be much of it. */
export interface SentLog {
  /** What the times of the causes are counted from. */
  readonly from: Instant;
  readonly places: readonly string[];
  readonly rows: readonly Row[];
}

const NOTHING: SentLog = { from: 0, places: [], rows: [] };

const toSeconds = (ms: number): number => Math.round(ms / 1000);

/** Every message of a log, in the order of their causes; times to the second. */
export const readSent = ({ from, places, rows }: SentLog = NOTHING): readonly SentMessage[] =>
  rows.flatMap(([later, what, ...told]) =>
    told.flatMap((index, turn) => {
      const place = places[index];
      const seconds = told[turn + 1];
      if (turn % 2 === 1 || place === undefined || seconds === undefined) return [];
      const since = from + later * 1000;
      return [{ what, since, place, at: since + seconds * 1000 }];
    }),
  );

const isSame = (one: SentMessage, other: SentMessage): boolean =>
  one.what === other.what &&
  toSeconds(one.since) === toSeconds(other.since) &&
  one.place === other.place;

function toLog(messages: readonly SentMessage[]): SentLog {
  const from = toSeconds(messages[0]?.since ?? 0) * 1000;
  const places = [...new Set(messages.map(({ place }) => place))];
  const causes = Map.groupBy(messages, ({ since, what }) => `${toSeconds(since)} ${what}`);
  const rows = [...causes.values()].flatMap(([first, ...others]): readonly Row[] => {
    if (first === undefined) return [];
    const told = [first, ...others].flatMap(({ place, at }) => [
      places.indexOf(place),
      toSeconds(at) - toSeconds(first.since),
    ]);
    return [[toSeconds(first.since - from), first.what, ...told]];
  });
  return { from, places, rows };
}

/**
 * The log with what was sent since; a message that stands there already is the same. Where there is no room, the oldest messages are
 * given up.
 */
export function withSentMessages(log: SentLog | undefined, sent: readonly SentMessage[]): SentLog {
  const before = readSent(log);
  const news = sent.filter(
    (one, index) => ![...before, ...sent.slice(0, index)].some((other) => isSame(one, other)),
  );
  let messages = [...before, ...news].toSorted((one, other) => one.since - other.since);
  while (JSON.stringify(toLog(messages)).length > COMMENT_BUDGET.sent) messages = messages.slice(1);
  return toLog(messages);
}
