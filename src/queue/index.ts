export { createClock, type Clock, type WindableClock } from "./clock.ts";
export { createInProcessQueue } from "./in-process.ts";
export type { Look, LookResult, Queue, QueueStats } from "./queue.ts";
