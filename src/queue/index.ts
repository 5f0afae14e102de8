export { createClock, type Clock, type WindableClock } from "./clock.ts";
export {
  createInProcessQueue,
  type InProcessQueueOptions,
  type LookFailure,
} from "./in-process.ts";
export { createWoundClock, type WoundClock } from "./wound-clock.ts";
export type { Look, LookResult, Queue, QueueStats } from "./queue.ts";
