export { addDuration } from "./add-duration.ts";
export { parseDays, parseHours } from "./calendar-text.ts";
export type { Calendar, Holiday, Hours, Office, Reduced } from "./calendar.ts";
export { homeZoneOf, WEEKDAYS_24H } from "./calendar.ts";
export { type CalendarProblem, checkCalendar } from "./check-calendar.ts";
export { isDate, toMinute, type Weekday } from "./dates.ts";
export { type Duration, parseDuration, toWords } from "./duration.ts";
export { type DeadlineExplanation, explainDeadline, type Skipped } from "./explain.ts";
export { toWeekday, toZoned } from "./in-zone.ts";
export { alike, parseMoment, type SaidMoment, toMoment } from "./moment.ts";
export { neededRegions, withPublicHolidays } from "./public-holidays.ts";
export { toSkippedWords } from "./skipped-words.ts";
export { addWorkingDays } from "./working-days.ts";
export {
  addWorking,
  isWorking,
  nextWorking,
  workingBetween,
  workingUntil,
} from "./working-time.ts";
export { isZone } from "./zone.ts";
