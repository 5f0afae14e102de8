export { createDebtText, roomIn } from "./debt-text.ts";
export { readDebt, type DebtIssue, type DebtPlace } from "./read-debt.ts";
export { createDebt, writeDebt, type DebtContent } from "./write-debt.ts";
