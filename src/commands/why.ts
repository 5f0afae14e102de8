import { shutGates } from "../incident/gates.ts";
import { isAwaitingClose, type Incident } from "../incident/incident.ts";
import { REMINDER_NAMES, type ReminderName } from "../incident/reminder-settings.ts";
import { defineCommand } from "./command.ts";
import { findReminder, nameReminders, toReminderWord } from "./reminder-word.ts";
import { responders } from "./who.ts";

function stateOf({ closed, phase }: Incident): "ongoing" | "resolved" | "closed" | "cancelled" {
  if (closed !== null) return closed.reason === "not_planned" ? "cancelled" : "closed";
  return phase === "resolved" ? "resolved" : "ongoing";
}

/** `/why`: what is due, when, how that was computed and what would move it; and what blocks closing. A comment of its own. */
export const why = defineCommand<{ readonly topic: ReminderName | null }>({
  name: "why",
  aliases: [],
  usage: "/why [reminder]",
  summary: "says what is due next, how that was computed, and what would move it",
  examples: ["/why", "/why update-due"],
  who: responders,
  parse: ({ line }) => {
    if (toReminderWord(line) === "") return { kind: "value", value: { topic: null } };
    const topic = findReminder(line);
    if (topic !== null) return { kind: "value", value: { topic } };
    const names = nameReminders(REMINDER_NAMES);
    return { kind: "problem", problem: `There is no such reminder. There are ${names}.` };
  },
  decide: ({ topic }, { actor, agenda, at, incident, policy, situation }) => {
    const items = agenda().filter(({ reminder }) => topic === null || reminder === topic);
    const isClosing = isAwaitingClose(incident) && (topic === null || topic === "may-close");
    const data = {
      to: actor.login,
      zone: policy.people[actor.login.toLowerCase()]?.zone ?? null,
      topic,
      isOff: topic !== null && policy.reminders[topic] === null,
      items,
      gates: isClosing ? shutGates(situation, at) : null,
      state: stateOf(incident),
    };
    return [{ kind: "post", key: "why", message: { name: "why", data } }];
  },
});
