import * as z from "zod";
import { REMINDER_DEFAULTS, type ReminderSetting } from "../incident/reminder-settings.ts";
import { type Duration, parseDuration } from "../incident/time/index.ts";
import { type Meant, readText } from "./read-text.ts";
import { DURATION_PATTERN } from "./time-fields.ts";

/** The highest count that a setting may have. */
const MOST_TIMES = 100;

/** What each setting means, by its name; one that is not here is documented by its default alone. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ["after", "So long after what it counts from it comes for the first time."],
  ["again", "So long after the first one the next comes."],
  ["every", "So long after the one before it comes again."],
  ["before", "So long ahead it comes for the first time; by the clock, not in working time."],
  ["times", "So often it comes at most, or in the rhythm of `every`."],
  ["later", "The rhythm after that."],
]);

/** Reminders that came more often would be noise, and more requests than GitHub wants. ms. */
const SHORTEST = 60_000;

const TOO_SHORT =
  "Reminders count in minutes: it is a minute at least. Write it like `10 minutes`.";

const length = (text: string): Meant<Duration> => {
  const parsed = parseDuration(text);
  if (parsed.kind === "problem") return parsed;
  const { duration } = parsed;
  if ("ms" in duration && duration.ms < SHORTEST) return { kind: "problem", problem: TOO_SHORT };
  return { value: duration };
};

/** What comes ahead of a deadline is counted back by the clock: the calendar only counts forwards. */
const wallClock = (text: string): Meant<Duration> => {
  const meant = length(text);
  if (!("value" in meant) || meant.value.clock === "wall") return meant;
  const problem =
    "It is counted back by the clock, so it cannot be working time. Write it like `15 minutes`.";
  return { kind: "problem", problem };
};

const count = z.int().min(1).max(MOST_TIMES);

function toSetting(name: string, value: string | number): z.ZodType {
  const isAhead = name === "before";
  const takes = isAhead ? "duration by the clock" : "duration, a minute at least";
  const field =
    typeof value === "number" ? count : readText(isAhead ? wallClock : length, DURATION_PATTERN);
  return field.optional().meta({
    description: MEANINGS.get(name) ?? "",
    takes: typeof value === "number" ? `whole number, 1 to ${MOST_TIMES}` : takes,
    fallback: String(value),
    example: `${name}: ${value}`,
  });
}

function toReminder(name: string, row: Readonly<Record<string, string | number>>): z.ZodType {
  const settings = Object.entries(row).map(([key, value]) => [key, toSetting(key, value)] as const);
  const shown = Object.entries(row).map(([key, value]) => `${key}: ${value}`);
  const words = z.enum(["off", "on"]);
  const hasSettings = settings.length > 0;
  const file = z.strictObject(Object.fromEntries(settings));
  return (hasSettings ? z.union([words, file]) : words).optional().meta({
    description: "",
    takes: hasSettings ? "`off`, `on`, or some of its settings" : "`off` or `on`",
    fallback: "on",
    example: hasSettings ? `${name}: { ${shown.join(", ")} }` : `${name}: off`,
  });
}

/** One reminder as the file has it, read. */
export type ReminderFile = "off" | "on" | Readonly<Record<string, ReminderSetting | undefined>>;

/** Every reminder as the file may have it; made from the table of defaults, so that a new one needs nothing here. */
const rows = Object.entries(REMINDER_DEFAULTS).map(
  ([name, row]) => [name, toReminder(name, row)] as const,
);

/** The field `reminders`. */
export const remindersField = z
  .strictObject(Object.fromEntries(rows) as Record<string, z.ZodType<ReminderFile | undefined>>)
  .optional()
  .meta({
    description: "Which reminders come, and when: each `off`, `on`, or some of its settings.",
    takes: "a reminder each, see below",
    example: "reminders: { gone-quiet: off, update-due: { every: 4 working hours } }",
  });
