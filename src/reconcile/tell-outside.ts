import type { Chat } from "../effects/chat.ts";
import type { StatusNotice } from "../effects/index.ts";
import { RetryLaterError } from "../incident/errors.ts";
import type { Instant } from "../incident/instant.ts";
import { NOTHING_OUTSIDE, type Outside } from "../incident/outside.ts";
import type { MachineRecord } from "../incident/record.ts";
import { toChatIncident } from "../decide/index.ts";
import { renderHead, renderTell } from "../messages/index.ts";
import type { Remembered } from "./memory.ts";
import type { LookOptions, Sight } from "./sight.ts";
import { toStatusText } from "./status-text.ts";
import { tellChat, type ChatTrouble } from "./tell-chat.ts";

const RETRY_MS = 2000;

/** What the status comment says of channels that cannot be told. */
export const troubleNotices = ({ troubles }: Remembered): readonly StatusNotice[] =>
  troubles.map(({ channel, why }) => ({ kind: "outside", channel, why }) as const);

/** When the first channel that failed is tried again; null: none failed. */
const retryAt = (troubles: readonly ChatTrouble[]): Instant | null =>
  troubles.length === 0 ? null : Math.min(...troubles.map((trouble) => trouble.retryAt));

/** Writes what was told into the record, and what was not into the status comment. */
async function writeDown(
  sight: Sight,
  record: MachineRecord,
  { github, server }: LookOptions,
): Promise<void> {
  const { read, given } = sight;
  const { snapshot } = given;
  const ids = { issue: snapshot.nodeId, labels: new Map(), people: new Map() };
  if (snapshot.status === null) return;
  const status = {
    nodeId: snapshot.status.nodeId,
    text: toStatusText(sight, record, server),
    record,
  };
  const { failures } = await github.apply(snapshot.key, read, [], status, ids);
  const [failure] = failures;
  // What was told is found in the chat by the next look.
  if (failure !== undefined)
    throw new RetryLaterError(`GitHub failed: ${failure.message}`, RETRY_MS);
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function tell(
  chat: Chat,
  outside: Outside,
  record: MachineRecord,
  { given }: Sight,
  troubles: readonly ChatTrouble[],
  now: Instant,
): Promise<ReturnType<typeof tellChat>> {
  const { snapshot, policy } = given;
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
    renderTell: (told) => renderTell(told, incident, policy),
    now,
  });
}

/**
 * Tells those outside what they are owed, once that stands in the record. Answers when to look again for it; null: nothing
 * waits. A system that is down delays its own messages and nothing else (docs/architecture.md, decision 7).
 */
export async function tellOthers(
  sight: Sight,
  remembered: Remembered,
  options: LookOptions,
): Promise<Instant | null> {
  const { record } = sight.decision;
  const { snapshot } = sight.given;
  const chat = options.chatOf(snapshot.key);
  if (chat === null || record?.outside === undefined) return null;
  const now = options.now();
  const told = await tell(chat, record.outside, record, sight, remembered.troubles, now);
  const before = troubleNotices(remembered);
  remembered.troubles = told.troubles;
  const after = troubleNotices(remembered);
  if (!isSame(told.outside, record.outside) || !isSame(before, after)) {
    const notices = [...sight.notices.filter(({ kind }) => kind !== "outside"), ...after];
    await writeDown({ ...sight, notices }, { ...record, outside: told.outside }, options);
  }
  return retryAt(told.troubles);
}
