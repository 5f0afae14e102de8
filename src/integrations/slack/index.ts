export { createSlackCheck, type SlackCheck } from "./check.ts";
export { createSlack } from "./create-slack.ts";
export type { SlackOptions } from "./client.ts";
