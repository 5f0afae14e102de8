import type { Instant } from "../instant.ts";
import type { Calendar } from "./calendar.ts";
import type { Duration } from "./duration.ts";
import { addWorkingDays } from "./working-days.ts";
import { addWorking } from "./working-time.ts";

/** When the duration is over that begins at `at`, by its own clock; null when the calendar never holds so much working time. */
export function addDuration(calendar: Calendar, at: Instant, duration: Duration): Instant | null {
  if (duration.clock === "wall") return at + duration.ms;
  if ("days" in duration) return addWorkingDays(calendar, at, duration.days);
  return addWorking(calendar, at, duration.ms);
}
