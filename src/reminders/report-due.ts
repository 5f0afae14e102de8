import { isSameLogin } from "../incident/actor.ts";
import { standingOf } from "../incident/report.ts";
import { reportTurn, reportWriter } from "../incident/report-turn.ts";
import type { Situation } from "../incident/situation.ts";
import { after } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

function namesAt(step: number, times: number, situation: Situation): readonly string[] {
  const { incident, policy } = situation;
  const turn = reportTurn(incident, policy);
  if (step > times) return eachOnce([policy.manager]);
  return eachOnce(step === 0 ? [turn] : [turn, incident.commander]);
}

/**
 * The Incident Report is not filled in (docs/process.md, step 11): 3 working days after the resolution whoever's turn it is
 * (its writer's, or in review its reviewer's) is asked, then every 2 working days with whoever leads, at most 5 times, and in the end the Project Manager once. Closing does not end it.
 */
export const reportDue: Reminder = {
  name: "report-due",
  since: ({ incident }) => {
    const { active, closed, phase, phaseSince, vouched } = incident;
    const counts =
      active && phase === "resolved" && (closed?.reason ?? "completed") === "completed";
    if (!counts || vouched.report !== undefined) return [];
    return [{ subject: `${phaseSince}`, since: phaseSince }];
  },
  due: ({ since }, step, situation, previous) => {
    const { policy } = situation;
    const settings = policy.reminders["report-due"];
    if (settings === null || step > settings.times + 1) return null;
    const deadline =
      step === 0
        ? after({ from: since, anchor: "resolved" }, settings.after, policy)
        : after({ from: previous, anchor: "reminded" }, settings.every, policy);
    return deadline === null ? null : { deadline, names: namesAt(step, settings.times, situation) };
  },
  explain: () => "`/done report`, or ticking its box in the top comment, makes it needless.",
  remind: ({ since }, step, { incident, policy }, frame) => {
    const turn = reportTurn(incident, policy);
    const isLast = step > (policy.reminders["report-due"]?.times ?? Infinity);
    const others = frame.names.filter((login) => !isSameLogin(login, turn));
    const writer = reportWriter(incident, policy);
    const report = standingOf(incident.report);
    return { name: "report-due", data: { ...frame, since, writer, turn, others, report, isLast } };
  },
};
