import { isOngoing } from "../incident/incident.ts";
import { after, atOnce } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/** Nobody leads the response (docs/process.md, step 5): asked for at once, then again and again until somebody does. */
export const commanderMissing: Reminder = {
  name: "commander-missing",
  since: ({ incident }) => {
    if (!isOngoing(incident) || incident.commander !== null) return [];
    const since = Math.max(incident.dutySince.commander, incident.respondingSince);
    return [{ subject: `${since}`, since }];
  },
  due: ({ since }, step, { policy }, previous) => {
    const settings = policy.reminders["commander-missing"];
    if (settings === null) return null;
    const wait = step < settings.times ? settings.every : settings.later;
    const deadline =
      step === 0
        ? atOnce({ from: since, anchor: "vacant" })
        : after({ from: previous, anchor: "reminded" }, wait, policy);
    return deadline === null ? null : { deadline, names: eachOnce([policy.manager]) };
  },
  explain: () => "`/commander @user` or `/commander me` makes it needless.",
  remind: ({ since }, _, { policy }, frame) => ({
    name: "commander-missing",
    data: { ...frame, since, team: policy.engineering },
  }),
};
