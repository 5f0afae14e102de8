export { createSlackCheck, type SlackCheck } from "./check.ts";
export { createSlack } from "./create-slack.ts";
export { createReadGroup, type ReadGroup } from "./read-group.ts";
export type { SlackOptions } from "./client.ts";
