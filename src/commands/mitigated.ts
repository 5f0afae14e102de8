import { defineCommand, reject } from "./command.ts";
import { responders } from "./who.ts";
import { toEntryPart, toWords } from "./words.ts";

/** `/mitigated`: users can work again, the cause is not gone. */
export const mitigated = defineCommand<{ readonly text: string }>({
  name: "mitigated",
  aliases: ["mitigate"],
  usage: "/mitigated [TEXT]",
  summary: "says that users can work again, though the cause is not gone",
  examples: ["/mitigated", "/mitigated rolled back, the cause is still unknown"],
  who: responders,
  parse: (argument) => ({ kind: "value", value: { text: toWords(argument) } }),
  decide: ({ text }, { incident, actor }) => {
    if (incident.phase === "mitigated") return [];
    if (incident.phase === "resolved") {
      return reject("The incident is resolved already. If it is back, write `/reopen` and why.");
    }
    const entry = {
      kind: "phase",
      by: actor.login,
      what: "mitigated",
      ...toEntryPart(text),
    } as const;
    return [
      { kind: "set-phase", phase: "mitigated" },
      { kind: "log", entry },
    ];
  },
});
