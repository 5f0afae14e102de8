import type { Situation } from "../incident/situation.ts";
import { after } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/** Who writes the report: the role that the policy says, or whoever leads; null: nobody is known. */
const writerOf = ({ incident, policy }: Situation): string | null =>
  incident[policy.report.writer] ?? incident.commander;

function namesAt(step: number, times: number, situation: Situation): readonly string[] {
  const writer = writerOf(situation);
  const { commander } = situation.incident;
  const { manager } = situation.policy;
  if (step > times) return eachOnce([manager]);
  return eachOnce(step === 0 ? [writer] : [writer, commander]);
}

/**
 * The Incident Report is not filled in (docs/process.md, step 11): 3 working days after the resolution its writer is asked, then
 * every 2 working days with whoever leads, at most 5 times, and in the end the Project Manager once. Closing does not end it.
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
  remind: ({ since }, step, situation, frame) => ({
    name: "report-due",
    data: {
      ...frame,
      since,
      writer: writerOf(situation),
      isLast: step > (situation.policy.reminders["report-due"]?.times ?? Infinity),
    },
  }),
};
