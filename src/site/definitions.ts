import { toWords } from "../incident/time/index.ts";
import type { Policy } from "../incident/policy.ts";

/** What each number of the site counts, to stand beside it and in its JSON. */
export interface Definition {
  readonly title: string;
  readonly definition: string;
}

/** The numbers of the site. */
export type MeasureName =
  | "open"
  | "recent"
  | "incidents"
  | "acknowledge"
  | "mitigate"
  | "resolve"
  | "updates"
  | "actionItems"
  | "reportDebt";

const corrected = "A time that people correct in the top comment holds.";
const followed = "Incidents that Sitrep did not follow tell nothing of it.";

function updatesBy(policy: Policy): string {
  const every = policy.reminders["update-due"]?.every;
  if (every === undefined) return "The policy asks for no status updates at set times.";
  return `Of the stretches from the declaration to the first status update, from one update to the next, and from the last one to the resolution: how many ended when the next update was promised, or else within ${toWords(every)}, as the policy asks. A stretch counts in the month in which it began.`;
}

/** The definition of every number, in the words of this policy. */
export const toDefinitions = (policy: Policy): Readonly<Record<MeasureName, Definition>> => ({
  open: {
    title: "Open now",
    definition: "Incidents that are neither resolved nor closed.",
  },
  recent: {
    title: "Last 30 days",
    definition: "Incidents declared in the 30 days before this site was built.",
  },
  incidents: {
    title: "Incidents per month",
    definition:
      "Incidents by the month in which they were declared (UTC), and by the severity that they have now. What turned out to be none is left out.",
  },
  acknowledge: {
    title: "Time to acknowledge",
    definition: `From the declaration to when somebody took the incident up: the first /accept, or the first comment, command or change by somebody who may command. Declaring it is none, unless they led it from the same moment on. ${corrected} ${followed}`,
  },
  mitigate: {
    title: "Time to mitigate",
    definition: `From the start of the impact, where it is said, else from the declaration, to when users could work again: the first /mitigated, or /resolve where there was none. What did not hold, since the incident was opened again, does not count. ${corrected}`,
  },
  resolve: {
    title: "Time to resolve",
    definition: `From the start of the impact, where it is said, else from the declaration, to the /resolve that held. ${corrected}`,
  },
  updates: {
    title: "Status updates in time",
    definition: `${updatesBy(policy)} ${followed}`,
  },
  actionItems: {
    title: "Open action items",
    definition:
      "Open sub-issues of all incidents, by the time since each was opened: what was to be improved, and is not yet.",
  },
  reportDebt: {
    title: "Report debt",
    definition:
      "Incidents that are resolved or closed as completed, and whose Incident Report is not published, nor said to be filled in, by the time since the resolution.",
  },
});
