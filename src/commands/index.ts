export { isRejection } from "./command.ts";
export type { Command, CommandContext, Parsed, Reach, Rejection, Who } from "./command.ts";
export { toCommandHelp } from "./command-help.ts";
export { COMMANDS, findCommand, nearCommand } from "./list.ts";
export { mitigated } from "./mitigated.ts";
export { readCommandLines, type CommandLine } from "./read-lines.ts";
export { resolve } from "./resolve.ts";
export { severity as severityCommand } from "./severity.ts";
