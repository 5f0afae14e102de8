import type { Duration } from "./time/duration.ts";

/** A setting of a reminder: a length of time (ms or working time), or how many times. */
export type ReminderSetting = Duration | number;

/**
 * Every reminder with its settings as the process of 2022 has them (docs/process.md, Reminders). The words are what
 * `parseDuration` reads. A policy can change each setting, or switch a reminder off.
 */
export const REMINDER_DEFAULTS = {
  "confirm-role": { after: "10 minutes", again: "10 minutes" },
  "commander-missing": { every: "10 minutes", times: 5, later: "1 hour" },
  escalate: { after: "30 minutes" },
  "update-due": { every: "2 working hours", before: "15 minutes" },
  "handoff-suggested": { after: "6 hours" },
  "gone-quiet": { after: "4 working hours" },
  "community-answered": { again: "4 working hours" },
  "confirm-with-community": {},
  "may-close": {},
  "report-due": { after: "3 working days", every: "2 working days", times: 5 },
  "action-items-open": { after: "14 days", every: "30 days", times: 6 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, string | number>>>>;

/** The name of a reminder. */
export type ReminderName = keyof typeof REMINDER_DEFAULTS;

/** Every reminder, in the order in which an incident meets them. */
export const REMINDER_NAMES = Object.keys(REMINDER_DEFAULTS) as readonly ReminderName[];

/** The settings of one reminder, read. */
export type SettingsOf<Name extends ReminderName> = {
  readonly [
    Key in keyof (typeof REMINDER_DEFAULTS)[Name]
  ]: (typeof REMINDER_DEFAULTS)[Name][Key] extends number ? number : Duration;
};

/** The settings of all reminders; null where one is switched off. */
export type ReminderPolicy = { readonly [Name in ReminderName]: SettingsOf<Name> | null };
