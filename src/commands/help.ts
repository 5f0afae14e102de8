import { defineCommand, reject } from "./command.ts";
import { toCommandHelp } from "./command-help.ts";
import { responders } from "./who.ts";

/** `/help`: what can be done, and by whom; or everything about one command. */
export const help = defineCommand<{ readonly topic: string | null }>({
  name: "help",
  aliases: [],
  usage: "/help [command]",
  summary: "says what can be done, and by whom",
  examples: ["/help", "/help handoff"],
  who: responders,
  parse: ({ line }) => {
    const word = line.trim().replace(/^\//, "").toLowerCase();
    return { kind: "value", value: { topic: word === "" ? null : word } };
  },
  decide: ({ topic }, { actor, commands }) => {
    const about = commands.find(
      ({ name, aliases }) => topic !== null && [name, ...aliases].includes(topic),
    );
    if (topic !== null && about === undefined) {
      return reject("There is no such command. `/help` alone shows all of them.");
    }
    const shown = about === undefined ? commands : [about];
    const data = {
      to: actor.login,
      topic: about?.name ?? null,
      commands: shown.map(toCommandHelp),
    };
    return [{ kind: "post", key: "help", message: { name: "help", data } }];
  },
});
