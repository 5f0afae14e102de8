import { defineCommand } from "./command.ts";
import { responders } from "./who.ts";
import { toEntryPart, toWords } from "./words.ts";

const STATE = "closed-as-not-planned";

/** `/cancel`: it was no incident; closes the issue as not planned, without gates. */
export const cancel = defineCommand<{ readonly why: string }>({
  name: "cancel",
  aliases: ["false-alarm"],
  usage: "/cancel [WHY]",
  summary: "says that it was no incident, and closes the issue",
  examples: ["/cancel", "/false-alarm the probe was wrong"],
  who: responders,
  parse: (argument) => ({ kind: "value", value: { why: toWords(argument) } }),
  decide: ({ why }, { incident, actor }) => {
    const { closed, wanted } = incident;
    const done = wanted === null ? closed?.reason === "not_planned" : wanted.state === STATE;
    if (done) return [];
    return [
      { kind: "want-state", state: STATE, by: actor.login },
      { kind: "log", entry: { kind: "cancelled", by: actor.login, ...toEntryPart(why) } },
    ];
  },
});
