import { isSameLogin } from "../incident/actor.ts";
import type { Deadline } from "../incident/agenda.ts";
import { isOngoing } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { PersonPolicy, Policy } from "../incident/policy.ts";
import type { Situation } from "../incident/situation.ts";
import type { Calendar, Duration } from "../incident/time/index.ts";
import { isWorking } from "../incident/time/index.ts";
import { stretchesFrom } from "../incident/time/working-stretches.ts";
import { after, atOnce, type Start } from "./deadline.ts";
import type { Reminder } from "./reminder.ts";

const DAY = 24 * 60 * 60_000;
// A shorter break, as at noon, ends no working day.
const BREAK = 4 * 60 * 60_000;
const MOST_PEOPLE = 5;

/** So long after the start of a shift, or at the end of the own working day in which it began, whatever is first. */
function endOf(start: Start, dayEnd: Instant, wait: Duration, policy: Policy): Deadline | null {
  const long = after(start, wait, policy);
  const end = atOnce({ from: dayEnd, anchor: "own-day" });
  return long !== null && long.at < end.at ? long : end;
}

/** The end of the first shift, and those of the own working days after it. */
function* ownShifts(
  calendar: Calendar,
  start: Start,
  wait: Duration,
  policy: Policy,
): Generator<Deadline, undefined> {
  const [day] = stretchesFrom(calendar, start.from, BREAK);
  const isOwn = day !== undefined && day.from <= start.from;
  const first = isOwn ? endOf(start, day.to, wait, policy) : after(start, wait, policy);
  if (first === null) return;
  yield first;
  for (const { from, to } of stretchesFrom(calendar, first.at, BREAK)) {
    if (from <= first.at) continue;
    const end = endOf({ from, anchor: "shift" }, to, wait, policy);
    if (end !== null) yield end;
  }
}

/** Whether the own working time comes to an end ever. */
const hasDays = (calendar: Calendar, at: Instant): boolean => {
  const [day] = stretchesFrom(calendar, at, BREAK);
  return day !== undefined;
};

/** Whoever told no hours of their own, or is there always, has a shift a day. */
function dailyShift(start: Start, shift: number, wait: Duration, policy: Policy): Deadline | null {
  const later: Start = { from: start.from + shift * DAY, anchor: "shift" };
  return after(shift === 0 ? start : later, wait, policy);
}

function shiftEnd(since: Instant, shift: number, { incident, policy }: Situation): Deadline | null {
  const settings = policy.reminders["handoff-suggested"];
  if (settings === null) return null;
  const start: Start = { from: since, anchor: "on-duty" };
  const calendar = policy.people[incident.commander?.toLowerCase() ?? ""]?.calendar ?? null;
  if (calendar === null || !hasDays(calendar, since)) {
    return dailyShift(start, shift, settings.after, policy);
  }
  let left = shift;
  for (const end of ownShifts(calendar, start, settings.after, policy))
    if (left-- === 0) return end;
  return null;
}

/** Who could take over: those in their own working hours, but for the commander. */
const inHours = ({ incident, policy }: Situation, at: Instant): readonly PersonPolicy[] =>
  Object.values(policy.people)
    .filter(({ login }) => !isSameLogin(login, incident.commander))
    .filter(({ calendar }) => calendar !== null && isWorking(calendar, at))
    .slice(0, MOST_PEOPLE);

/**
 * Handing off is encouraged (docs/process.md): once in each of the commander's shifts, at the end of their own working day or
 * after hours on duty. Their own hours say when, and never keep an escalation back.
 */
export const handoffSuggested: Reminder = {
  name: "handoff-suggested",
  since: ({ incident }) => {
    if (!isOngoing(incident) || incident.commander === null) return [];
    const since = Math.max(incident.dutySince.commander, incident.respondingSince);
    return [{ subject: `${since}`, since }];
  },
  due: ({ since }, step, situation) => {
    const deadline = shiftEnd(since, step, situation);
    const { commander } = situation.incident;
    return deadline === null ? null : { deadline, names: commander === null ? [] : [commander] };
  },
  explain: () => "`/handoff @user` hands over; the time counts anew for whoever accepts.",
  remind: ({ since }, step, situation, frame, now) => {
    const people = inHours(situation, now).map(({ login }) => login);
    return {
      name: "handoff-suggested",
      data: {
        ...frame,
        minutes: Math.floor((now - since) / 60_000),
        isDayOver: shiftEnd(since, step, situation)?.anchor === "own-day",
        people,
        handover: `/handoff @${people[0] ?? "user"}`,
      },
    };
  },
};
