import type { Deadline } from "../incident/agenda.ts";
import { gatesOf } from "../incident/gates.ts";
import { isAwaitingClose } from "../incident/incident.ts";
import type { Instant } from "../incident/instant.ts";
import { unheardSince } from "../incident/unheard.ts";
import type { Situation } from "../incident/situation.ts";
import { after, atOnce } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

/** When the community agreed: it said so, or its silence will count; null: not known yet. */
function agreement({ incident, policy }: Situation): Deadline | null {
  const { confirmedAt, representativeHeardAt, vouched } = incident;
  if (confirmedAt !== null) return atOnce({ from: confirmedAt, anchor: "confirmed" });
  if (vouched.announce === undefined || unheardSince(incident) !== null) return null;
  const told = vouched.announce.at;
  const start =
    representativeHeardAt !== null && representativeHeardAt > told
      ? ({ from: representativeHeardAt, anchor: "answered" } as const)
      : ({ from: told, anchor: "told" } as const);
  return after(start, policy.silence, policy);
}

/** The opening of the last gate; null while one is shut that time alone does not open. */
function opening(situation: Situation): Deadline | null {
  const gates = gatesOf(situation, -Infinity);
  const agreed = agreement(situation);
  if (agreed === null || gates.some(({ isOpen, opensAt }) => !isOpen && opensAt === null)) {
    return null;
  }
  const { phaseSince, vouched } = situation.incident;
  // When the last action item got its issue is not known: it is as good as any of these.
  const others = Math.max(phaseSince, vouched.report?.at ?? phaseSince, vouched.announce?.at ?? 0);
  return agreed.at >= others ? agreed : atOnce({ from: others, anchor: "gates-open" });
}

/** Was Sitrep here after it could have said so? Then an action item kept it back, and not Sitrep's absence. */
const wasHere = (lastSeen: Instant | null, due: Instant): boolean =>
  lastSeen !== null && lastSeen > due;

/** Nothing keeps it open any more (docs/process.md, step 12): whoever leads it is told, and a person closes it. Once, each time that the gates open. */
export const mayClose: Reminder = {
  name: "may-close",
  since: (situation) => {
    const deadline = isAwaitingClose(situation.incident) ? opening(situation) : null;
    return deadline === null ? [] : [{ subject: `${deadline.at}`, since: deadline.at }];
  },
  due: (_, step, situation) => {
    const { incident, policy } = situation;
    const deadline = opening(situation);
    if (policy.reminders["may-close"] === null || step > 0 || deadline === null) return null;
    return { deadline, names: eachOnce([incident.commander ?? policy.manager]) };
  },
  explain: ({ since }, situation) =>
    agreement(situation)?.at === since && situation.incident.confirmedAt === null
      ? "`/confirm` brings it at once; a comment by the Community Representative moves it, and `/close` makes it needless."
      : "`/close` makes it needless.",
  remind: ({ since }, _, { incident }, frame) => ({
    name: "may-close",
    data: {
      ...frame,
      late: wasHere(frame.late?.lastSeen ?? null, since) ? null : frame.late,
      isConfirmed: incident.confirmedAt !== null,
    },
  }),
};
