import { applyFact } from "../../src/decide/apply-fact.ts";
import type { Message, Reminding } from "../../src/effects/index.ts";
import type { AgendaItem } from "../../src/incident/agenda.ts";
import type { Incident, Reminded } from "../../src/incident/incident.ts";
import type { Instant } from "../../src/incident/instant.ts";
import type { Policy } from "../../src/incident/policy.ts";
import { REMINDER_NAMES, type ReminderName } from "../../src/incident/reminder-settings.ts";
import type { Situation } from "../../src/incident/situation.ts";
import { nextTurnAt, planReminders, readReminderKey, toAgenda } from "../../src/reminders/index.ts";
import { DECLARED_AT, POLICY } from "../support/incident.ts";

const MINUTE = 60_000;

/** What a case has besides its incident. */
export interface Around {
  /** Default {@link POLICY}. All reminders but the one that the case is about are switched off in it. */
  readonly policy?: Policy;
  /** What the issue shows besides, such as action items. Default nothing. */
  readonly shows?: Partial<Pick<Situation, "actionItems" | "unfiled">>;
  /** When Sitrep last wrote something, for late reminders. Default null: not known. */
  readonly lastSeen?: Instant | null;
}

/** A reminder that was sent at `at`. */
export interface Sent {
  readonly at: Instant;
  readonly name: Reminded["name"];
  readonly subject: string;
  readonly step: number;
  /** Whom it names, when it comes again, and whether it is late: what stands in its comment. */
  readonly frame: Reminding;
  readonly message: Message;
}

/** One look: the incident after it, what was sent at it, and what was hidden since it is not waited for any more. */
export interface Looked {
  readonly incident: Incident;
  readonly sent: readonly Sent[];
  readonly hidden: readonly Reminded[];
}

/** What a reminder is judged by, with every other reminder switched off. */
export function situationFor(
  name: ReminderName,
  incident: Incident,
  { policy = POLICY, shows }: Around = {},
): Situation {
  const others = REMINDER_NAMES.filter((other) => other !== name);
  const off = Object.fromEntries(others.map((other) => [other, null]));
  return {
    incident,
    policy: { ...policy, reminders: { ...policy.reminders, ...off } },
    actionItems: [],
    unfiled: [],
    ...shows,
  };
}

/** What comes next of this reminder, as `/why` lists it. Does not depend on the time of day. */
export const agendaOf = (
  name: ReminderName,
  incident: Incident,
  around: Around = {},
): readonly AgendaItem[] => toAgenda(situationFor(name, incident, around));

/** One look at `at`, after which what was sent is recorded and its facts are true. */
export function lookAt(
  name: ReminderName,
  incident: Incident,
  at: Instant,
  around: Around = {},
): Looked {
  const plan = planReminders(situationFor(name, incident, around), at, around.lastSeen ?? null);
  const sent = plan.posts.map(({ key, message }): Sent => {
    const read = readReminderKey(key);
    if (read === null || !("reminder" in message.data)) throw new Error(`no reminder: ${key}`);
    return { at, ...read, frame: message.data, message };
  });
  const isLive = (one: Reminded): boolean =>
    plan.live.some(({ subject, step }) => one.subject === subject && one.step === step);
  const reminded = { ...incident, reminded: plan.live };
  return {
    incident: plan.facts.reduce((now, fact) => applyFact(now, fact, at), reminded),
    sent,
    hidden: incident.reminded.filter((one) => !isLive(one)),
  };
}

/**
 * Steps the clock from one instant to another, both included, as Sitrep does: a look at the start, then one whenever the
 * agenda asks for it. `every` (ms) looks that often besides. Answers the incident at the end and all that was sent.
 */
export function run(
  name: ReminderName,
  incident: Incident,
  from: Instant,
  to: Instant,
  { every = Infinity, ...around }: Around & { readonly every?: number } = {},
): Looked {
  let result: Looked = { incident, sent: [], hidden: [] };
  for (let at = from, looks = 0; at <= to; looks++) {
    if (looks > 100_000) throw new Error("the agenda asks for a look again and again");
    const { incident: next, sent, hidden } = lookAt(name, result.incident, at, around);
    result = {
      incident: next,
      sent: [...result.sent, ...sent],
      hidden: [...result.hidden, ...hidden],
    };
    const situation = situationFor(name, next, around);
    const turn = nextTurnAt(toAgenda(situation), situation, at) ?? Infinity;
    if (turn <= at) throw new Error("the agenda asks for a look in the past");
    at = Math.min(turn, at + every);
  }
  return result;
}

/** What {@link run} sends, as {@link rows}. */
export const sentBetween = (...args: Parameters<typeof run>): readonly string[] =>
  rows(run(...args).sent);

/** What one look at `at` sends, as {@link rows}: Sitrep slept until then, or came to it by something else. */
export const sentAt = (...args: Parameters<typeof lookAt>): readonly string[] =>
  rows(lookAt(...args).sent);

/** `05-04 09:10`, UTC. */
export const shortTime = (at: Instant): string =>
  new Date(at).toISOString().slice(5, 16).replace("T", " ");

const toNames = (names: readonly string[]): string =>
  names.length === 0 ? "whoever" : names.map((name) => `@${name}`).join(" ");

/**
 * A line for each: `05-04 09:10 0 @bo; then 05-04 09:20 @pm` is step 0, naming bo, and comes again at 09:20 for pm; at the
 * end `; late for 05-04 09:00, 05-04 09:10` where it says that it is late.
 */
export const rows = (sent: readonly Sent[]): readonly string[] =>
  sent.map(({ at, step, frame: { names, next, late } }) => {
    const then = next === null ? "" : `; then ${shortTime(next.at)} ${toNames(next.names)}`;
    const missed = late === null ? "" : `; late for ${late.dues.map(shortTime).join(", ")}`;
    return `${shortTime(at)} ${step} ${toNames(names)}${then}${missed}`;
  });

/** The incident with the next reminder of this kind put off until `minutes` after the declaration. */
export const snoozed = (incident: Incident, name: ReminderName, minutes: number): Incident => ({
  ...incident,
  snoozes: [{ name, until: DECLARED_AT + minutes * MINUTE, by: "ana" }],
});
