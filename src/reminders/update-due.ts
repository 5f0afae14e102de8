import type { Deadline } from "../incident/agenda.ts";
import { isOngoing, type Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import type { Situation } from "../incident/situation.ts";
import { after, ahead, atOnce, type Start } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/** What the next update is counted from: the last one of this response, or its start. */
function startOf({ update, respondingSince, declaredAt }: Incident): Start {
  if (update !== null && update.at >= respondingSince) return { from: update.at, anchor: "update" };
  return { from: respondingSince, anchor: respondingSince > declaredAt ? "reopened" : "declared" };
}

/** When the next update was promised: by whoever gave the last one, or else by the process. */
function promiseOf({ incident, policy }: Situation): Deadline | null {
  const settings = policy.reminders["update-due"];
  if (settings === null) return null;
  const start = startOf(incident);
  const nextAt = start.anchor === "update" ? (incident.update?.nextAt ?? null) : null;
  return nextAt === null
    ? after(start, settings.every, policy)
    : atOnce({ from: nextAt, anchor: "promise" });
}

function deadlineOf(step: number, done: Instant, situation: Situation): Deadline | null {
  const { policy } = situation;
  const settings = policy.reminders["update-due"];
  const promise = promiseOf(situation);
  if (settings === null || promise === null) return null;
  if (step === 0) return ahead(promise, settings.before, done, policy);
  if (step === 1) return promise;
  return after({ from: promise.at, anchor: "promise" }, settings.every, policy);
}

/** The community hears every few hours where things stand (docs/process.md, step 9): before the promise, at it, and after it. */
export const updateDue: Reminder = {
  name: "update-due",
  since: ({ incident }) => {
    if (!isOngoing(incident)) return [];
    const { from } = startOf(incident);
    return [{ subject: `${from}`, since: from }];
  },
  due: ({ since }, step, situation) => {
    const deadline = step > 2 ? null : deadlineOf(step, since, situation);
    if (deadline === null) return null;
    const { commander, liaison } = situation.incident;
    const names = [
      [liaison ?? commander],
      [liaison, commander],
      [situation.policy.manager],
    ] as const;
    return { deadline, names: eachOnce(names[step] ?? []) };
  },
  explain: () => "`/update TEXT` moves it; a last line `next: 2h` says when the one after is due.",
  remind: ({ since }, step, situation, frame, now) => {
    const { incident } = situation;
    const promise = promiseOf(situation)?.at ?? since;
    return {
      name: "update-due",
      data: {
        ...frame,
        promise,
        isOverdue: now > promise,
        isLast: step > 1,
        liaison: incident.liaison,
        url: startOf(incident).anchor === "update" ? (incident.update?.url ?? "") : "",
        minutes: Math.floor((now - since) / 60_000),
      },
    };
  },
};
