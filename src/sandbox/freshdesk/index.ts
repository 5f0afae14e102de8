export type { DeskFault, FaultTarget } from "./desk-faults.ts";
export { API_AGENT, type DeskWorld } from "./desk-world.ts";
export { createEmbeddedFreshdesk, type EmbeddedFreshdesk } from "./embedded-freshdesk.ts";
export { DESK_STATUS, type DeskMessage, type DeskTicket } from "./records.ts";
