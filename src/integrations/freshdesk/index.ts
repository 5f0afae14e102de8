export { checkFreshdesk } from "./check.ts";
export { createFreshdesk, type Freshdesk, type FreshdeskOptions } from "./create-freshdesk.ts";
