export { eachOnce } from "./each-once.ts";
export { REMINDERS } from "./list.ts";
export { factsOf, nextTurnAt, type Plan, planReminders, toAgenda } from "./plan.ts";
export { readReminderKey, type ReminderKey, toReminderKey } from "./reminder-key.ts";
export type { Due, Reminder, Waiting } from "./reminder.ts";
