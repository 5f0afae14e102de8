import { isAwaitingClose } from "../incident/incident.ts";
import { atOnce } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/** It is over: the community is told and asked whether it works (docs/process.md, steps 10 and 12). At once, once for a resolution. */
export const confirmWithCommunity: Reminder = {
  name: "confirm-with-community",
  since: ({ incident }) => {
    if (!isAwaitingClose(incident) || incident.confirmedAt !== null) return [];
    return [{ subject: `${incident.phaseSince}`, since: incident.phaseSince }];
  },
  due: ({ since }, step, { incident, policy }) => {
    if (policy.reminders["confirm-with-community"] === null || step > 0) return null;
    const deadline = atOnce({ from: since, anchor: "resolved" });
    return { deadline, names: eachOnce([incident.liaison ?? incident.commander]) };
  },
  explain: () => "`/confirm` makes it needless.",
  remind: (_, __, { incident }, frame) => ({
    name: "confirm-with-community",
    data: { ...frame, toldAt: incident.vouched.announce?.at ?? null },
  }),
};
