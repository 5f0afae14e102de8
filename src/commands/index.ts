export { isRejection } from "./command.ts";
export type { Command, CommandContext, Parsed, Rejection, Who } from "./command.ts";
export { toCommandHelp } from "./command-help.ts";
export { COMMANDS, findCommand, nearCommand } from "./list.ts";
export { readCommandLines, type CommandLine } from "./read-lines.ts";
