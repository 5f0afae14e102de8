import type { AgendaItem, Deadline } from "../incident/agenda.ts";
import type { Reminded } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Policy } from "../incident/policy.ts";
import type { Situation } from "../incident/situation.ts";
import { isWorking, nextWorking } from "../incident/time/index.ts";
import type { Due, Reminder, Waiting } from "./reminder.ts";

// A reminder this much later than it was due was held up, and says so. ms.
const LATE_MS = 5 * 60_000;
// Whoever starts to follow an incident later than this does not make up for what nobody reminded of before.
const ADOPTED_MS = 7 * 24 * 60 * 60_000;

/** A reminder that is to be sent when it is due: not yet, or now. `snoozedUntil` is what people asked for; `dueAt` follows from it. */
export interface Turn {
  readonly reminder: Reminder;
  readonly waiting: Waiting;
  readonly step: number;
  readonly due: Due;
  readonly snoozedUntil: Instant | null;
  readonly dueAt: Instant;
}

/** The newest of this reminder that was sent about the subject. */
export const lastOf = (
  { incident }: Situation,
  name: string,
  subject: string,
): Reminded | undefined =>
  incident.reminded
    .filter((sent) => sent.name === name && sent.subject === subject)
    .toSorted((one, other) => one.step - other.step)
    .at(-1);

const isWorkingTime = ({ duration }: Deadline): boolean => duration?.clock === "working";

/** The turn of this step; null when it has none. What is put off until outside of working time, and goes by it, waits on. */
function toTurn(
  reminder: Reminder,
  waiting: Waiting,
  situation: Situation,
  step: number,
  previous: Instant,
): Turn | null {
  const due = reminder.due(waiting, step, situation, previous);
  if (due === null) return null;
  const { at } = due.deadline;
  const until = situation.incident.snoozes.find(({ name }) => name === reminder.name)?.until ?? at;
  const turn = { reminder, waiting, step, due };
  if (until <= at) return { ...turn, snoozedUntil: null, dueAt: at };
  const resumes = isWorkingTime(due.deadline)
    ? nextWorking(situation.policy.calendar, until)
    : null;
  return { ...turn, snoozedUntil: until, dueAt: resumes ?? until };
}

/** The turn of every step that was not sent. Endless where the reminder is. */
function* stepsOf(
  reminder: Reminder,
  waiting: Waiting,
  situation: Situation,
): Generator<Turn, undefined> {
  const sent = lastOf(situation, reminder.name, waiting.subject);
  let previous = sent?.at ?? waiting.since;
  for (let step = (sent?.step ?? -1) + 1; ; step++) {
    const turn = toTurn(reminder, waiting, situation, step, previous);
    if (turn === null) return;
    yield turn;
    previous = turn.dueAt;
  }
}

/**
 * The turns to come, beginning with the first that was not sent. Of those that come at one time, as after they were put
 * off together, only the last is one.
 */
export function* turnsOf(
  reminder: Reminder,
  waiting: Waiting,
  situation: Situation,
): Generator<Turn, undefined> {
  let held: Turn | null = null;
  for (const turn of stepsOf(reminder, waiting, situation)) {
    if (held !== null && held.dueAt < turn.dueAt) yield held;
    held = turn;
  }
  if (held !== null) yield held;
}

/** Was this the time of something that came before Sitrep followed the incident, which was declared long before then? */
export const isMissedBefore = ({ incident }: Situation, at: Instant): boolean =>
  at < incident.followedSince && incident.followedSince - incident.declaredAt > ADOPTED_MS;

/**
 * When a turn that is due may be sent; null: never. What goes by working time is not sent outside of it, unless it is due
 * right then: what is full at the very end of hours is due at that end.
 */
export function sendableAt(
  { deadline, dueAt }: Pick<AgendaItem, "deadline" | "dueAt">,
  { calendar }: Policy,
  now: Instant,
): Instant | null {
  if (!isWorkingTime(deadline) || now - dueAt <= LATE_MS) return now;
  return nextWorking(calendar, now);
}

/** Whether a turn that is due is sent at `now`. */
export const isSendable = (
  { due: { deadline }, dueAt }: Turn,
  { policy }: Situation,
  now: Instant,
): boolean => sendableAt({ deadline, dueAt }, policy, now) === now;

/** Was it held up, though it might have been sent? What waited for working time was not. */
export function isLate(
  { due: { deadline }, dueAt }: Turn,
  { calendar }: Policy,
  now: Instant,
): boolean {
  const from = isWorkingTime(deadline) ? (nextWorking(calendar, dueAt) ?? dueAt) : dueAt;
  return now - from > LATE_MS;
}

/** Does it go by working time, which has only just begun? Then when Sitrep was back is not known. */
export const hasWaited = (
  { due: { deadline } }: Turn,
  { calendar }: Policy,
  now: Instant,
): boolean => isWorkingTime(deadline) && !isWorking(calendar, now - LATE_MS);

/** What of a reminder was due by `now` and not sent, oldest first. */
export function dueTurns(
  reminder: Reminder,
  waiting: Waiting,
  situation: Situation,
  now: Instant,
): readonly Turn[] {
  const due: Turn[] = [];
  for (const turn of turnsOf(reminder, waiting, situation)) {
    if (turn.dueAt > now) break;
    if (!isMissedBefore(situation, turn.dueAt)) due.push(turn);
  }
  return due;
}
