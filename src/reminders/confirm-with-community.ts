import { isAwaitingClose } from "../incident/incident.ts";
import type { Deadline } from "../incident/agenda.ts";
import type { Instant } from "../incident/instant.ts";
import type { Situation } from "../incident/situation.ts";
import type { Duration } from "../incident/time/index.ts";
import { after, atOnce } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

// Until then Sitrep tells them, as soon as somebody lets it and the support desk can be reached.
const BY_SITREP: Duration = { clock: "wall", ms: 30 * 60_000 };

/** When somebody is asked to speak with the community: at once, or where Sitrep tells them, when it did so or did not manage to. */
function deadlineOf(since: Instant, { incident, policy }: Situation): Deadline | null {
  const start = { from: since, anchor: "resolved" } as const;
  const told = incident.vouched.announce;
  if ((incident.announcing ?? null) === null) return atOnce(start);
  return told === undefined
    ? after(start, BY_SITREP, policy)
    : atOnce({ from: told.at, anchor: "told" });
}

/** It is over: the community is told and asked whether it works (docs/process.md, steps 10 and 12). Once for a resolution. */
export const confirmWithCommunity: Reminder = {
  name: "confirm-with-community",
  since: ({ incident }) => {
    if (!isAwaitingClose(incident) || incident.confirmedAt !== null) return [];
    return [{ subject: `${incident.phaseSince}`, since: incident.phaseSince }];
  },
  due: ({ since }, step, situation) => {
    const { incident, policy } = situation;
    if (policy.reminders["confirm-with-community"] === null || step > 0) return null;
    const deadline = deadlineOf(since, situation);
    if (deadline === null) return null;
    return { deadline, names: eachOnce([incident.liaison ?? incident.commander]) };
  },
  explain: () => "`/confirm` makes it needless.",
  remind: (_, __, { incident }, frame) => ({
    name: "confirm-with-community",
    data: { ...frame, toldAt: incident.vouched.announce?.at ?? null },
  }),
};
