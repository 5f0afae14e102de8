import type {
  Chat,
  ChatContent,
  ChatIncident,
  ChatRef,
  ChatSent,
  ChatTell,
} from "../effects/chat.ts";
import { TerminalError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import type { HeadMessage, Outside, OwedTell } from "../incident/outside.ts";
import type { SentMessage } from "../incident/sent.ts";
import { toTrouble, waitingAt, type Trouble, type Troubled } from "./trouble.ts";

/** What telling a chat needs to know. */
export interface Telling {
  readonly chat: Chat;
  readonly incident: ChatIncident;
  readonly outside: Outside;
  /** What the record held before this look: it may have been sent by a look that could not say so. */
  readonly before: Outside;
  /** Names the issue in the keys of head messages. */
  readonly issueId: string;
  /** Whether later messages stand in the head's thread. */
  readonly thread: boolean;
  /** What went wrong the last time. */
  readonly troubles: readonly Trouble[];
  readonly renderHead: (incident: ChatIncident) => ChatContent;
  /** May reject as the chat does: whom it calls may have to be looked up there. */
  readonly renderTell: (tell: ChatTell) => Promise<ChatContent>;
  readonly now: Instant;
}

/** What came of it: the record's part, what stands in the chat now and was owed before, and what went wrong by channel. */
export interface ToldChat {
  readonly outside: Outside;
  readonly sent: readonly SentMessage[];
  readonly troubles: readonly Trouble[];
}

// The chat's clock and GitHub's are not one.
const CLOCKS_MS = 5 * 60_000;

const headKey = ({ channel }: HeadMessage, issueId: string): string => `head/${issueId}/${channel}`;

/** What a message shows after it was edited. */
async function edited(
  ref: ChatRef,
  content: ChatContent,
  shown: string,
  chat: Chat,
): Promise<string> {
  await chat.edit(ref, content);
  return shown;
}

/** The head message as it has to be: sent, found, or edited. `at`: when it was sent, where it was not known to be. */
async function ensureHead(
  head: HeadMessage,
  telling: Telling,
): Promise<{ readonly head: HeadMessage; readonly at: Instant | null }> {
  const { chat, incident, before, issueId, renderHead } = telling;
  const shown = JSON.stringify(incident);
  if (head.shown === shown) return { head, at: null };
  const content = renderHead(incident);
  if (head.ref !== null) {
    return { head: { ...head, shown: await edited(head.ref, content, shown, chat) }, at: null };
  }
  const options = { key: headKey(head, issueId), thread: null };
  const wasRecorded = before.heads.some(({ channel }) => channel === head.channel);
  const since = incident.declaredAt - CLOCKS_MS;
  const found = wasRecorded ? await chat.find(head.channel, { ...options, since }) : null;
  const { at, ...ref } = found ?? (await chat.say(head.channel, content, options));
  if (found !== null) await edited(ref, content, shown, chat);
  return { head: { ...head, ref, shown }, at };
}

/** Sends a message, unless an earlier look did and could not say so. Answers how it stands there. */
async function ensureTold(
  owed: OwedTell,
  thread: ChatRef | null,
  telling: Telling,
): Promise<ChatSent> {
  const { chat, before, renderTell } = telling;
  const { key, channel, since } = owed;
  const wasRecorded = before.owed.some((one) => one.key === key && one.channel === channel);
  const options = { key, thread };
  const found = wasRecorded
    ? await chat.find(channel, { ...options, since: since - CLOCKS_MS })
    : null;
  return found ?? chat.say(channel, await renderTell(owed.tell as ChatTell), options);
}

/** The head as a message of its own. One that comes late, to stand above something else, says nothing more than that does. */
function toDeclared(
  { channel }: HeadMessage,
  at: Instant | null,
  isAlone: boolean,
  { incident: { declaredAt } }: Telling,
): readonly SentMessage[] {
  if (at === null || (!isAlone && at - declaredAt > CLOCKS_MS)) return [];
  return [{ what: "declared", since: declaredAt, place: channel, at }];
}

const troubledAt = (channel: string, { now, troubles }: Telling): Troubled => ({
  system: "Slack",
  place: channel,
  before: troubles,
  now,
});

interface Channel {
  readonly head: HeadMessage;
  readonly owed: readonly OwedTell[];
  readonly sent: readonly SentMessage[];
  readonly trouble: Trouble | null;
}

type Told = Pick<Channel, "head" | "trouble"> & { readonly at: Instant | null };

/** The head message as far as it can be had. One that may not be edited, and is there, keeps nothing else back. */
async function tellHead(
  start: HeadMessage,
  telling: Telling,
): Promise<Told & { readonly goOn: boolean }> {
  try {
    return { ...(await ensureHead(start, telling)), trouble: null, goOn: true };
  } catch (error) {
    const trouble = toTrouble(error, troubledAt(start.channel, telling));
    return {
      head: start,
      at: null,
      trouble,
      goOn: start.ref !== null && error instanceof TerminalError,
    };
  }
}

/** Tells one channel, unless it is too soon after it failed, in order, up to the first message that does not go through. */
async function tellChannel(start: HeadMessage, telling: Telling): Promise<Channel> {
  let owed = telling.outside.owed.filter(({ channel }) => channel === start.channel);
  const waiting = waitingAt(troubledAt(start.channel, telling));
  if (waiting !== undefined) return { head: start, owed, sent: [], trouble: waiting };
  const { head, at, trouble, goOn } = await tellHead(start, telling);
  if (!goOn) return { head, owed, sent: [], trouble };
  let sent = toDeclared(head, at, owed.length === 0, telling);
  try {
    for (const one of owed) {
      const { at: then } = await ensureTold(one, telling.thread ? head.ref : null, telling);
      const { kind } = one.tell as ChatTell;
      sent = [...sent, { what: kind, since: one.since, place: one.channel, at: then }];
      owed = owed.filter((other) => other !== one);
    }
    return { head, owed, sent, trouble };
  } catch (error) {
    return { head, owed, sent, trouble: toTrouble(error, troubledAt(start.channel, telling)) };
  }
}

/**
 * Tells the chat what it is owed. A failing channel keeps what it is owed, and stops no other. Rejects only with what is
 * a bug of Sitrep's own.
 */
export async function tellChat(telling: Telling): Promise<ToldChat> {
  const channels: Channel[] = [];
  for (const head of telling.outside.heads) channels.push(await tellChannel(head, telling));
  return {
    outside: {
      heads: channels.map(({ head }) => head),
      owed: channels.flatMap(({ owed }) => owed),
    },
    sent: channels.flatMap(({ sent }) => sent),
    troubles: channels.flatMap(({ trouble }) => trouble ?? []),
  };
}
