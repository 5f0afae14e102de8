import { toEntryText } from "../incident/timeline.ts";
import { defineCommand } from "./command.ts";
import { responders } from "./who.ts";
import { isLogged, toWords } from "./words.ts";

/** `/note`: a line of the timeline, in the author's words (docs/process.md, step 3: taking notes). */
export const note = defineCommand<{ readonly text: string }>({
  name: "note",
  aliases: ["tl"],
  usage: "/note TEXT",
  summary: "writes a line into the timeline; several lines are fine",
  examples: ["/note restarted the hub, logins work again", "/tl node pool is full"],
  who: responders,
  parse: (argument) => {
    const text = toWords(argument);
    if (text === "") return { kind: "problem", problem: "There is no text to note." };
    return { kind: "value", value: { text } };
  },
  decide: (args, context) => {
    const entry = { kind: "note", text: toEntryText(args.text) } as const;
    if (isLogged(context, entry)) return [];
    return [{ kind: "log", entry: { ...entry, by: context.actor.login } }];
  },
});
