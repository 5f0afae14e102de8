import { isOngoing, type Incident } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { after, type Start } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

const quietSince = ({ heardAt, respondingSince }: Incident): Instant =>
  Math.max(heardAt, respondingSince);

function toStart({ heardAt, respondingSince, declaredAt }: Incident): Start {
  if (heardAt > respondingSince) return { from: heardAt, anchor: "comment" };
  return { from: respondingSince, anchor: respondingSince > declaredAt ? "reopened" : "declared" };
}

/**
 * Nobody wrote anything while it goes on: whoever leads it is asked where it stands, after 4 working hours, once in a
 * silence. What bots say is no activity.
 */
export const goneQuiet: Reminder = {
  name: "gone-quiet",
  since: ({ incident }) => {
    const since = quietSince(incident);
    return isOngoing(incident) ? [{ subject: `${since}`, since }] : [];
  },
  due: (_, step, { incident, policy }) => {
    const settings = policy.reminders["gone-quiet"];
    if (settings === null || step > 0) return null;
    const deadline = after(toStart(incident), settings.after, policy);
    return deadline === null
      ? null
      : { deadline, names: eachOnce([incident.commander ?? policy.manager]) };
  },
  explain: () => "Each comment moves it, such as `/note TEXT`; `/resolve` makes it needless.",
  remind: ({ since }, _, __, frame) => ({ name: "gone-quiet", data: { ...frame, since } }),
  restless: true,
};
