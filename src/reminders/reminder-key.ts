import type { Reminded } from "../incident/incident.ts";
import { REMINDER_NAMES } from "../incident/reminder-settings.ts";

/** What the key of a reminder's comment tells, so that what was sent can be read back from the thread alone. */
export interface ReminderKey {
  readonly name: Reminded["name"];
  readonly subject: string;
  readonly step: number;
}

/** The key of the comment that carries this reminder out. */
export const toReminderKey = ({ name, subject, step }: ReminderKey): string =>
  `remind/${name}/${subject}/${step}`;

const KEY = /^remind\/([a-z-]+)\/([\w-]+)\/(\d+)$/;

/** What the key of a comment tells; null when it is no reminder's. */
export function readReminderKey(key: string): ReminderKey | null {
  const [, word, subject, step] = KEY.exec(key) ?? [];
  const name = ([...REMINDER_NAMES, "policy-broken", "text-waits"] as const).find(
    (one) => one === word,
  );
  if (name === undefined || subject === undefined) return null;
  return { name, subject, step: Number(step) };
}
