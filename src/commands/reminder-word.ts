import { REMINDER_NAMES, type ReminderName } from "../incident/reminder-settings.ts";

// No name is as long, and nothing is looked for in a whole page of text.
const LONGEST = 60;

/** A word as somebody may write the name of a reminder: no case, no backticks, no punctuation behind it. */
export const toReminderWord = (text: string): string =>
  text
    .trim()
    .slice(0, LONGEST)
    .toLowerCase()
    .replace(/^`+|[`.,;:]+$/g, "");

/**
 * The reminder that a word names, whole or by its beginning up to a hyphen where only one begins so (`update` for
 * `update-due`); null: none.
 */
export function findReminder(word: string): ReminderName | null {
  const wanted = toReminderWord(word);
  const exact = REMINDER_NAMES.find((name) => name === wanted);
  if (exact !== undefined) return exact;
  const near = REMINDER_NAMES.filter((name) => wanted !== "" && name.startsWith(`${wanted}-`));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Names of reminders for a sentence, each once, as code. */
export const nameReminders = (names: readonly ReminderName[]): string =>
  [...new Set(names)].map((name) => `\`${name}\``).join(", ");
