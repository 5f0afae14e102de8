import { unheardSince } from "../incident/unheard.ts";
import { after, atOnce } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/**
 * The community wrote in a ticket (docs/process.md, steps 9 and 12): whoever speaks with them reads it there. At once; once it is
 * resolved, also 4 working hours later, since only people say whether it confirms, and once more after that.
 */
export const communityAnswered: Reminder = {
  name: "community-answered",
  since: ({ incident }) => {
    const since = unheardSince(incident);
    const isOpen = incident.active && incident.closed === null;
    return since === null || !isOpen ? [] : [{ subject: `${since}`, since }];
  },
  due: ({ since }, step, { incident, policy }, previous) => {
    const settings = policy.reminders["community-answered"];
    const { commander, liaison, phase } = incident;
    if (settings === null || step > 2 || (step > 0 && phase !== "resolved")) return null;
    const names = [[liaison ?? commander], [liaison, commander], [policy.manager]] as const;
    const start = { from: since, anchor: "answered-in-ticket" } as const;
    const deadline =
      step === 0
        ? atOnce(start)
        : after({ from: previous, anchor: "reminded" }, settings.again, policy);
    return deadline === null ? null : { deadline, names: eachOnce(names[step] ?? []) };
  },
  explain: () => "`/update TEXT`, `/confirm` or `/reopen WHY` makes it needless.",
  remind: ({ since }, step, { incident }, frame) => ({
    name: "community-answered",
    data: {
      ...frame,
      // Tickets are looked through now and then: that is no absence.
      late: null,
      at: since,
      ticket: incident.community?.answeredIn ?? "",
      isOver: incident.phase === "resolved",
      isLast: step > 1,
    },
  }),
};
