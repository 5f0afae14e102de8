import { RetryLaterError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import { NOTHING_OUTSIDE } from "../incident/outside.ts";
import type { MachineRecord } from "../incident/record.ts";
import { withSentMessages, type SentMessage } from "../incident/sent.ts";
import { projectName } from "../incident/project.ts";
import { backlogFields, toChatIncident, withDeskNews } from "../decide/index.ts";
import { renderHead, renderTell } from "../messages/index.ts";
import { askTheDesk, deskAgainAt } from "./ask-the-desk.ts";
import { followBacklog, type Followed } from "./follow-backlog.ts";
import type { Remembered } from "./memory.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";
import { tellChat, type ToldChat } from "./tell-chat.ts";
import type { ToldDesk } from "./tell-desk.ts";
import { troubleNotices, type Trouble } from "./trouble.ts";
import { withMembers } from "./with-members.ts";

const RETRY_MS = 2000;
// As often as the sweep comes by anyway.
const UNHELD_MS = 10 * 60_000;

/** When the first place that failed is tried again; null: none failed. */
const retryAt = (troubles: readonly Trouble[]): Instant | null =>
  troubles.length === 0 ? null : Math.min(...troubles.map((trouble) => trouble.retryAt));

/** Writes what was told into the record, and what was not into the status comment. */
async function writeDown(
  sight: Sight,
  record: MachineRecord,
  { github, server }: LookOptions,
): Promise<void> {
  const { read, given } = sight;
  const { snapshot } = given;
  const ids = {
    issue: snapshot.nodeId,
    repository: read.repositoryId,
    labels: new Map(),
    people: new Map(),
  };
  if (snapshot.status === null) return;
  const status = {
    nodeId: snapshot.status.nodeId,
    text: toStatusText(sight, record, server),
    record,
  };
  const { failures } = await github.apply(snapshot.key, read, [], status, ids);
  const [failure] = failures;
  // What was told is found there by the next look.
  if (failure !== undefined)
    throw new RetryLaterError(`GitHub failed: ${failure.message}`, RETRY_MS);
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function tellTheChat(
  record: MachineRecord,
  { given }: Sight,
  { troubles }: Remembered,
  { chatOf, now }: LookOptions,
): Promise<ToldChat | null> {
  const { snapshot, policy } = given;
  const { outside } = record;
  const chat = chatOf(snapshot.key);
  if (chat === null || outside === undefined) return null;
  const incident = toChatIncident(record.incident, snapshot);
  return tellChat({
    chat,
    incident,
    outside,
    // Without a record, all of it may have been sent before the record was lost.
    before: snapshot.record === null ? outside : (snapshot.record.outside ?? NOTHING_OUTSIDE),
    issueId: snapshot.nodeId,
    thread: policy.thread,
    troubles,
    renderHead: (shown) => renderHead(shown, policy),
    renderTell: async (told) => renderTell(told, incident, await withMembers(policy, told, chat)),
    now: now(),
  });
}

/** The backlog needs no connection of its own, and nobody's leave: it is on GitHub, where an installation reaches its owner's alone. */
async function tellTheBacklog(
  { backlog, incident }: MachineRecord,
  { given }: Sight,
  { troubles }: Remembered,
  { github, server, now }: LookOptions,
): Promise<Followed | null> {
  const { snapshot, policy } = given;
  const { project } = policy;
  if (project === null || backlog?.project !== projectName(project)) return null;
  const { owner, repo, number } = snapshot.key;
  return followBacklog({
    backlog: github.backlogOf(snapshot.key),
    project,
    server,
    issue: { owner, repo, number, nodeId: snapshot.nodeId },
    item: backlog,
    fields: backlogFields(incident, project),
    isRebuilt: snapshot.record === null,
    troubles,
    now: now(),
  });
}

// What agents alone were told is nobody's news.
const isForCommunity = (name: string): boolean => name !== "note" && name !== "published-note";

const sentBy = (chat: ToldChat | null, desk: ToldDesk | null): readonly SentMessage[] => [
  ...(chat?.sent ?? []),
  ...(desk?.news ?? []).flatMap((news) => {
    if (news.kind !== "told" || !isForCommunity(news.name)) return [];
    const { name, ticket, since, at } = news;
    return [{ what: name, since, place: ticket, at }];
  }),
];

/** The record with what was told outside, and what was seen there. */
function withTold(
  record: MachineRecord,
  chat: ToldChat | null,
  desk: ToldDesk | null,
  backlog: Followed | null,
  { given }: Sight,
): MachineRecord {
  const sent = sentBy(chat, desk);
  return {
    ...record,
    ...(sent.length === 0 ? {} : { sent: withSentMessages(record.sent, sent) }),
    ...(chat === null ? {} : { outside: chat.outside }),
    ...(backlog === null ? {} : { backlog: backlog.item }),
    ...(desk === null
      ? {}
      : { desk: desk.desk, incident: withDeskNews(record.incident, desk.news, given) }),
  };
}

const earliest = (times: readonly (Instant | null)[]): Instant | null => {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
};

/** When to look again for what is owed outside, null: nothing waits; and the record with what was told. */
export interface ToldOthers {
  readonly again: Instant | null;
  readonly record: MachineRecord | null;
}

/**
 * Tells those outside what they are owed, once that stands in the record. A system that is down delays its own messages and nothing else (docs/architecture.md, decision 7).
 */
export async function tellOthers(
  sight: Sight,
  remembered: Remembered,
  options: LookOptions,
): Promise<ToldOthers> {
  const { record } = sight.decision;
  if (record === null) return { again: null, record };
  const [chat, desk, backlog] = await Promise.all([
    tellTheChat(record, sight, remembered, options),
    askTheDesk(record, sight, remembered, options),
    tellTheBacklog(record, sight, remembered, options),
  ]);
  const troubles = [chat, desk, backlog].flatMap((told) => told?.troubles ?? []);
  const before = troubleNotices(remembered.troubles);
  remembered.troubles = troubles;
  const after = troubleNotices(troubles);
  const told = withTold(record, chat, desk, backlog, sight);
  if (!isSame(told, record) || !isSame(before, after)) {
    const notices = [...sight.notices.filter(({ kind }) => kind !== "outside"), ...after];
    await writeDown({ ...sight, notices }, told, options);
  }
  const next = earliest([retryAt(troubles), deskAgainAt(told, desk, remembered)]);
  if (isSame(told.incident, record.incident)) return { again: next, record: told };
  // What was seen there is to be followed: a box to be ticked, somebody to be asked. Where the record does not hold, it is seen by
  // every look.
  const { tampered } = sight.given.snapshot;
  const soon = tampered ? earliest([next, options.now() + UNHELD_MS]) : options.now();
  return { again: soon, record: told };
}
