import type { CommandHelp } from "../effects/index.ts";
import type { Command } from "./command.ts";

/** A command as help, the status comment and the docs show it. */
export const toCommandHelp = (command: Command): CommandHelp => ({
  usage: command.usage,
  aliases: command.aliases.map((alias) => `/${alias}`),
  summary: command.summary,
  who: command.who.title,
  examples: command.examples,
});
