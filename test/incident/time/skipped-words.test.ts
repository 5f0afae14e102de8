import { describe, expect, it } from "@jest/globals";
import type { Calendar } from "../../../src/incident/time/index.ts";
import {
  explainDeadline,
  homeZoneOf,
  parseDuration,
  toSkippedWords,
  WEEKDAYS_24H,
} from "../../../src/incident/time/index.ts";
import { DAILY, hours, instant, inZone, office, united } from "./calendars.ts";

/** What is said to be skipped on the way to a deadline. */
function skippedBy(calendar: Calendar, from: string, duration: string): string {
  const parsed = parseDuration(duration);
  if (parsed.kind === "problem") throw new Error(parsed.problem);
  const { skipped } = explainDeadline(calendar, instant(from), parsed.duration);
  return toSkippedWords(skipped, homeZoneOf(calendar));
}

const BERLIN = inZone("Europe/Berlin");
const holidays = [
  { date: "2026-05-01", name: "Labour Day" },
  { date: "2026-05-14", name: null },
];
const yearsEnd = inZone("Europe/Berlin", {
  holidays: [{ date: "2027-01-01", name: "New Year" }],
  reduced: [{ from: "12-24", to: "12-31", hours: [], name: "year's end" }],
});
const many = inZone("UTC", {
  holidays: ["05", "06", "07", "08", "11", "12"].map((day) => ({
    date: `2026-05-${day}`,
    name: `Day ${day}`,
  })),
});

describe("time that did not count", () => {
  it.each<readonly [string, Calendar, string, string, string]>([
    ["nothing", WEEKDAYS_24H, "2026-05-04 09:00", "48 working hours", ""],
    ["a weekend", WEEKDAYS_24H, "2026-05-01 14:00", "48 working hours", "Sat, Sun"],
    ["what is left of a weekend", WEEKDAYS_24H, "2026-05-03 14:00", "2 working hours", "Sun"],
    ["two weekends", WEEKDAYS_24H, "2026-05-01 14:00", "8 working days", "2 weekends (Sat, Sun)"],
    ["a night", BERLIN, "2026-05-04 14:00", "4 working hours", "1 night"],
    ["what is left of a night", BERLIN, "2026-05-05 01:00", "2 working hours", "1 night"],
    ["many nights", BERLIN, "2026-05-04 08:00", "32 working hours", "4 nights"],
    ["a weekend with its nights", BERLIN, "2026-05-08 14:00", "4 working hours", "Sat, Sun"],
    [
      "nights and weekends of a month",
      BERLIN,
      "2026-06-01 08:00",
      "160 working hours",
      "4 weekends (Sat, Sun), 16 nights",
    ],
    [
      "holidays by name, or by date alone",
      inZone("Europe/Berlin", { holidays }),
      "2026-04-30 08:00",
      "10 working days",
      "3 weekends (Sat, Sun), Labour Day (Fri 2026-05-01), Thu 2026-05-14, 6 nights",
    ],
    [
      "a closed period over a weekend, once",
      yearsEnd,
      "2026-12-23 08:00",
      "10 working hours",
      "2 weekends (Sat, Sun), year's end (Thu 2026-12-24 to Thu 2026-12-31), New Year (Fri 2027-01-01)",
    ],
    [
      "only the first of many holidays",
      many,
      "2026-05-04 09:00",
      "16 working hours",
      "Sat, Sun, Day 05 (Tue 2026-05-05), Day 06 (Wed 2026-05-06), Day 07 (Thu 2026-05-07), Day 08 (Fri 2026-05-08), 2 more",
    ],
    [
      "a break at noon",
      inZone("UTC", { hours: hours("09:00-12:00", "13:00-17:00") }),
      "2026-05-04 09:00",
      "4 working hours",
      "off hours",
    ],
    [
      "the days of those who work at night",
      inZone("UTC", { days: DAILY, hours: hours("22:00-06:00") }),
      "2026-05-04 22:00",
      "20 working hours",
      "off hours (2 times)",
    ],
    [
      "days by the first office's zone",
      united(office("Asia/Tokyo"), office("Asia/Tokyo", { hours: hours("17:00-20:00") })),
      "2026-05-08 10:00",
      "2 working hours",
      "Sat, Sun",
    ],
  ])("is summed up: %s", (_, calendar, from, duration, words) => {
    expect(skippedBy(calendar, from, duration)).toBe(words);
  });
});
