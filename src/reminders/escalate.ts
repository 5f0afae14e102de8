import { isOngoing } from "../incident/incident.ts";
import { after } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/**
 * Help is called when the time is up (docs/process.md, step 4): 30 minutes, wall clock, after the declaration, unless users can
 * work again. Once in a response; `/escalate` does the same at once.
 */
export const escalate: Reminder = {
  name: "escalate",
  since: ({ incident }) => {
    if (!isOngoing(incident) || incident.phase !== "investigating") return [];
    const since = Math.max(incident.respondingSince, incident.phaseSince);
    return [{ subject: `${incident.respondingSince}`, since }];
  },
  due: ({ since }, step, { incident, policy }) => {
    const settings = policy.reminders.escalate;
    if (settings === null || step > 0 || incident.escalation !== null) return null;
    const anchor = since > incident.respondingSince ? "mitigation-ended" : "declared";
    const isAgain = since === incident.respondingSince && since > incident.declaredAt;
    const deadline = after(
      { from: since, anchor: isAgain ? "reopened" : anchor },
      settings.after,
      policy,
    );
    const names = eachOnce([...policy.engineering, policy.manager]);
    return deadline === null ? null : { deadline, names };
  },
  explain: () =>
    "`/mitigated` or `/resolve` makes it needless; `/escalate` calls for help at once.",
  remind: ({ since }, _, { incident }, frame, now) => ({
    name: "escalated",
    data: {
      ...frame,
      by: null,
      why: null,
      commander: incident.commander,
      minutes: Math.floor((now - since) / 60_000),
    },
  }),
  facts: [
    { kind: "escalate", by: null, why: null },
    { kind: "log", entry: { kind: "escalated", by: null } },
  ],
};
