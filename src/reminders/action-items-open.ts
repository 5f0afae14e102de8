import type { ActionItem } from "../incident/action-items.ts";
import type { Situation } from "../incident/situation.ts";
import { after } from "./deadline.ts";
import { eachOnce } from "./each-once.ts";
import type { Reminder } from "./reminder.ts";

const LISTED = 10;

const openItems = ({ actionItems }: Situation): readonly ActionItem[] =>
  actionItems.filter(({ isOpen }) => isOpen);

/** The assignees of the open items, each once; who writes the report stands in where an item has none. */
function namesOf(situation: Situation): readonly string[] {
  const { incident, policy } = situation;
  const writer = incident[policy.report.writer] ?? incident.commander;
  return eachOnce(
    openItems(situation).flatMap(({ assignees }): readonly (string | null)[] =>
      assignees.length === 0 ? [writer] : assignees,
    ),
  );
}

/**
 * What came of a closed incident is not done: 14 days after the closing the assignees of its open action items are reminded in
 * one comment, then monthly, at most 6 times.
 */
export const actionItemsOpen: Reminder = {
  name: "action-items-open",
  since: (situation) => {
    const { active, closed } = situation.incident;
    if (!active || closed?.reason !== "completed") return [];
    if (openItems(situation).length === 0) return [];
    return [{ subject: `${closed.at}`, since: closed.at }];
  },
  due: ({ since }, step, situation, previous) => {
    const { policy } = situation;
    const settings = policy.reminders["action-items-open"];
    if (settings === null || step >= settings.times) return null;
    const deadline =
      step === 0
        ? after({ from: since, anchor: "closed" }, settings.after, policy)
        : after({ from: previous, anchor: "reminded" }, settings.every, policy);
    return deadline === null ? null : { deadline, names: namesOf(situation) };
  },
  explain: () => "Closing the issues of all its action items makes it needless.",
  remind: ({ since }, _, situation, frame) => {
    const items = openItems(situation);
    const listed = items
      .slice(0, LISTED)
      .map(({ title, url, assignees }) => ({ title, url, assignees }));
    return {
      name: "action-items-open",
      data: { ...frame, since, items: listed, more: items.length - listed.length },
    };
  },
};
