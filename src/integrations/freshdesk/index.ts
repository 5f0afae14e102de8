export { checkFreshdesk } from "./check.ts";
export { createFreshdesk, type FreshdeskOptions } from "./create-freshdesk.ts";
