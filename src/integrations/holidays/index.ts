export { createFindHolidays, type FindHolidays } from "./find-holidays.ts";
