export { createDutySources } from "./duty-sources.ts";
export { createDebtLook, type DebtReport } from "./keep-debt.ts";
export { createLook } from "./look.ts";
export type { LookReport } from "./sight.ts";
export { createMemory, type Memory } from "./memory.ts";
export { createPolicyPushes, type PolicyPushes } from "./policy-pushes.ts";
export { createSweeper, type Sweeper } from "./sweeper.ts";
export type { Swept } from "./sweep.ts";
