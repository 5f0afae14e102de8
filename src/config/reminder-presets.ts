import { InternalError } from "../incident/errors.ts";
import {
  REMINDER_DEFAULTS,
  type ReminderName,
  type ReminderPolicy,
  type ReminderSetting,
} from "../incident/reminder-settings.ts";
import { type Duration, parseDuration } from "../incident/time/index.ts";
import type { ReminderFile } from "./reminder-fields.ts";

/** A duration that is part of Sitrep itself; throws `InternalError` where it is none. */
export function toDuration(text: string): Duration {
  const parsed = parseDuration(text);
  if (parsed.kind === "problem") throw new InternalError(`${text}: ${parsed.problem}`);
  return parsed.duration;
}

const toSetting = (value: string | number): ReminderSetting =>
  typeof value === "number" ? value : toDuration(value);

const toSettings = (row: Readonly<Record<string, string | number>>): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toSetting(value)]));

/** All reminders on, with the settings of the process of 2022. */
export const DEFAULT_REMINDERS: ReminderPolicy = Object.fromEntries(
  Object.entries(REMINDER_DEFAULTS).map(([name, row]) => [name, toSettings(row)]),
) as unknown as ReminderPolicy;

/**
 * The file's reminders over those of a preset. `on` brings one back that the preset switches off, and so does any setting
 * of it; a setting that is not given is the preset's, or the process's.
 */
export function toReminders(
  file: Readonly<Record<string, ReminderFile | undefined>>,
  preset: ReminderPolicy,
): ReminderPolicy {
  const all = Object.entries(DEFAULT_REMINDERS) as [ReminderName, object][];
  const rows = all.map(([name, defaults]) => {
    const given = file[name];
    if (given === undefined) return [name, preset[name]];
    if (given === "off") return [name, null];
    return [name, { ...defaults, ...preset[name], ...(given === "on" ? {} : given) }];
  });
  return Object.fromEntries(rows) as ReminderPolicy;
}
