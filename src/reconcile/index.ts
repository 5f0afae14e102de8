export { createLook } from "./look.ts";
export type { LookReport } from "./sight.ts";
export { createMemory, type Memory } from "./memory.ts";
export { createSweeper, type Sweeper } from "./sweeper.ts";
export type { Swept } from "./sweep.ts";
