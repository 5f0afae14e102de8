import type { Fact, PostEffect, Reminding } from "../effects/index.ts";
import type { AgendaItem } from "../incident/agenda.ts";
import type { Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Situation } from "../incident/situation.ts";
import { REMINDERS } from "./list.ts";
import { toReminderKey } from "./reminder-key.ts";
import type { Reminder, Waiting } from "./reminder.ts";
import {
  dueTurns,
  hasWaited,
  isLate,
  isMissedBefore,
  isSendable,
  lastOf,
  sendableAt,
  type Turn,
  turnsOf,
} from "./turns.ts";

// A late reminder tells so many of the times at which it was due.
const TOLD_DUES = 5;

/** What reminders bring about at an instant. */
export interface Plan {
  readonly posts: readonly PostEffect[];
  readonly facts: readonly Fact[];
  /** The reminders that were sent for what is still waited for, those of this plan included. */
  readonly live: readonly Reminded[];
}

function toLate(
  due: readonly Turn[],
  { policy }: Situation,
  now: Instant,
  lastSeen: Instant | null,
): Reminding["late"] {
  const [first] = due;
  if (first === undefined || !isLate(first, policy, now)) return null;
  const dues = due.map(({ dueAt }) => dueAt);
  const told = dues.slice(0, TOLD_DUES);
  const back = hasWaited(first, policy, now) ? null : now;
  return { dues: told, more: dues.length - told.length, lastSeen, back };
}

/** When it comes again: what follows is counted from when this one is sent, which may be later than it was due. */
function toNext(
  { reminder, waiting }: Turn,
  sent: Reminded,
  situation: Situation,
): Reminding["next"] {
  const { incident } = situation;
  const after = { ...incident, reminded: [...incident.reminded, sent] };
  const [next] = turnsOf(reminder, waiting, { ...situation, incident: after });
  return next === undefined ? null : { at: next.dueAt, names: next.due.names };
}

/** The facts that come with a reminder that was sent about this subject; none when it is not waited for any more. */
export function factsOf(
  name: Reminded["name"],
  subject: string,
  situation: Situation,
): readonly Fact[] {
  const reminder = REMINDERS.find((one) => one.name === name);
  const isWaiting = reminder?.since(situation).some((waiting) => waiting.subject === subject);
  return isWaiting === true ? (reminder?.facts ?? []) : [];
}

const everyWaiting = (situation: Situation): readonly (readonly [Reminder, Waiting])[] =>
  REMINDERS.filter(({ name }) => situation.policy.reminders[name] !== null).flatMap((reminder) =>
    reminder.since(situation).map((waiting) => [reminder, waiting] as const),
  );

/**
 * The reminders that are due at `now`: of several that were missed of one kind, the last, which says so. `lastSeen` is
 * when Sitrep last wrote something here; null: not known.
 */
export function planReminders(situation: Situation, now: Instant, lastSeen: Instant | null): Plan {
  const posts: PostEffect[] = [];
  const facts: Fact[] = [];
  const live: Reminded[] = [];
  for (const [reminder, waiting] of everyWaiting(situation)) {
    const { name } = reminder;
    const { subject } = waiting;
    const due = dueTurns(reminder, waiting, situation, now);
    const turn = due.at(-1);
    const before = lastOf(situation, name, subject);
    if (turn === undefined || !isSendable(turn, situation, now)) {
      if (before !== undefined) live.push(before);
      continue;
    }
    const sent = { name, subject, step: turn.step, at: now, nodeId: null, outdated: false };
    const frame: Reminding = {
      reminder: name,
      names: turn.due.names,
      next: toNext(turn, sent, situation),
      late: toLate(due, situation, now, lastSeen),
    };
    const message = reminder.remind(waiting, turn.step, situation, frame, now);
    posts.push({ kind: "post", key: toReminderKey(sent), message });
    facts.push(...(reminder.facts ?? []));
    live.push(sent);
  }
  return { posts, facts, live };
}

const toItem = (
  { reminder, waiting, step, due, snoozedUntil, dueAt }: Turn,
  situation: Situation,
) =>
  ({
    reminder: reminder.name,
    subject: waiting.subject,
    step,
    names: due.names,
    deadline: due.deadline,
    snoozedUntil,
    dueAt,
    moves: reminder.explain(waiting, situation),
    restless: reminder.restless ?? false,
  }) satisfies AgendaItem;

/** What is due next of every reminder, soonest first; what is due already and not sent is among it. */
export function toAgenda(situation: Situation): readonly AgendaItem[] {
  const items = everyWaiting(situation).flatMap(([reminder, waiting]) => {
    for (const turn of turnsOf(reminder, waiting, situation)) {
      if (!isMissedBefore(situation, turn.dueAt)) return [toItem(turn, situation)];
    }
    return [];
  });
  return items.toSorted((one, other) => one.dueAt - other.dueAt);
}

/**
 * When the first of these has to be looked at; null: none. What waits for working time is looked at when that begins, and what is due
 * and was not sent, at once.
 */
export function nextTurnAt(
  agenda: readonly AgendaItem[],
  { policy }: Pick<Situation, "policy">,
  now: Instant,
): Instant | null {
  const times = agenda.flatMap((item) =>
    item.dueAt > now ? [item.dueAt] : (sendableAt(item, policy, now) ?? []),
  );
  return times.length === 0 ? null : Math.min(...times);
}
