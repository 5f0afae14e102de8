import { describe, expect, it } from "@jest/globals";
import { toWeekday, toZoned } from "../../../src/incident/time/index.ts";

const at = (text: string): number => Date.parse(text);

describe("a time in somebody's own zone", () => {
  it.each([
    ["2026-05-05T14:00:00Z", "Europe/Berlin", "Tue 16:00 in Europe/Berlin"],
    ["2026-01-06T14:00:00Z", "Europe/Berlin", "Tue 15:00 in Europe/Berlin"],
    ["2026-05-05T23:30:00Z", "Asia/Kolkata", "Wed 05:00 in Asia/Kolkata"],
    ["2026-05-05T02:00:00Z", "America/Los_Angeles", "Mon 19:00 in America/Los_Angeles"],
    ["2026-05-05T10:00:00Z", "Pacific/Kiritimati", "Wed 00:00 in Pacific/Kiritimati"],
  ])("%s is shown in %s with its day: %s", (text, zone, shown) => {
    expect(toZoned(zone, at(text))).toBe(shown);
  });

  it.each(["UTC", "Mars/Olympus", "", "<b>", "GMT+1"])(
    "is left out where the zone is %j",
    (zone) => {
      expect(toZoned(zone, at("2026-05-05T14:00:00Z"))).toBeNull();
    },
  );
});

it("tells the day of the week in UTC", () => {
  expect(toWeekday(at("2026-05-04T00:00:00Z"))).toBe("Mon");
  expect(toWeekday(at("2026-05-03T23:59:59Z"))).toBe("Sun");
});
