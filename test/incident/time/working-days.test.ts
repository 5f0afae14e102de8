import { describe, expect, it } from "@jest/globals";
import type { Calendar, Duration } from "../../../src/incident/time/index.ts";
import { addDuration, addWorkingDays, WEEKDAYS_24H } from "../../../src/incident/time/index.ts";
import { inZone, DAILY, hours, instant, iso, office, united } from "./calendars.ts";

const berlin = inZone("Europe/Berlin");

/** 09:00-17:00, but on 2026-05-05. */
const reduced = (text: string) =>
  inZone("UTC", {
    reduced: [{ from: "2026-05-05", to: "2026-05-05", hours: hours(text), name: null }],
  });

describe("working days", () => {
  it.each<[string, Calendar, string, number, string]>([
    ["of 24 hours, over a weekend", WEEKDAYS_24H, "2026-05-01 14:00", 2, "2026-05-05T14:00Z"],
    ["of 24 hours, from midnight", WEEKDAYS_24H, "2026-05-01 00:00", 1, "2026-05-02T00:00Z"],
    ["of 24 hours, from a Saturday", WEEKDAYS_24H, "2026-05-02 12:00", 1, "2026-05-05T00:00Z"],
    ["at the same time of day", berlin, "2026-05-01 14:00 +02:00", 2, "2026-05-05T12:00Z"],
    ["at the same time, into summer", berlin, "2026-03-27 14:00 +01:00", 1, "2026-03-30T12:00Z"],
    ["at the same time, into winter", berlin, "2026-10-23 14:00 +02:00", 1, "2026-10-26T13:00Z"],
    [
      "from the evening: from the end of the day",
      berlin,
      "2026-05-04 20:00 +02:00",
      1,
      "2026-05-05T15:00Z",
    ],
    [
      "from early in the morning: from the day before",
      berlin,
      "2026-05-05 06:00 +02:00",
      1,
      "2026-05-05T15:00Z",
    ],
    ["from a Sunday: from Friday's end", berlin, "2026-05-03 12:00 +02:00", 3, "2026-05-06T15:00Z"],
    ["from the first minute of a day", berlin, "2026-05-04 09:00 +02:00", 1, "2026-05-05T07:00Z"],
    ["from the last minute of a day", berlin, "2026-05-04 17:00 +02:00", 1, "2026-05-05T15:00Z"],
    ["over a leap day", berlin, "2024-02-28 12:00 +01:00", 2, "2024-03-01T11:00Z"],
    ["over a year", berlin, "2026-01-05 12:00 +01:00", 260, "2027-01-04T11:00Z"],
    [
      "over the date that Apia skipped",
      inZone("Pacific/Apia", { days: DAILY }),
      "2011-12-29 12:00 -10:00",
      1,
      "2011-12-30T22:00Z",
    ],
    [
      "by night",
      inZone("UTC", { hours: hours("22:00-06:00") }),
      "2026-05-02 03:00",
      1,
      "2026-05-05T03:00Z",
    ],
    [
      "from the end of a break",
      inZone("UTC", { hours: hours("08:00-12:00", "13:00-17:00") }),
      "2026-05-04 13:00",
      1,
      "2026-05-05T13:00Z",
    ],
    [
      "at noon, when there is a break",
      inZone("UTC", { hours: hours("13:00-17:00", "08:00-12:00") }),
      "2026-05-04 12:30",
      1,
      "2026-05-05T12:00Z",
    ],
  ])("%s", (_, calendar, from, days, due) => {
    expect(iso(addWorkingDays(calendar, instant(from), days))).toBe(due);
  });

  it("end with the hours of a shorter day, and begin with those of a later one", () => {
    const from = instant("2026-05-04 14:00");
    expect(iso(addWorkingDays(reduced("09:00-12:00"), from, 1))).toBe("2026-05-05T12:00Z");
    expect(iso(addWorkingDays(reduced("15:00-17:00"), from, 1))).toBe("2026-05-05T15:00Z");
    expect(iso(addWorkingDays(reduced("09:00-12:00"), from, 2))).toBe("2026-05-06T14:00Z");
  });

  it("leave out holidays, but not where another office works", () => {
    const off = office("Europe/Berlin", { holidays: [{ date: "2026-05-05", name: null }] });
    const from = instant("2026-05-04 16:00 +02:00");
    expect(iso(addWorkingDays(united(off), from, 1))).toBe("2026-05-06T14:00Z");
    expect(iso(addWorkingDays(united(off, office("America/New_York")), from, 1))).toBe(
      "2026-05-05T14:00Z",
    );
  });

  it("are those of the dates at each office, on either side of the date line", () => {
    const calendar = united(office("Pacific/Auckland"), office("Pacific/Honolulu"));
    // Friday 10:00 in Honolulu is a Saturday in Auckland, yet still its Friday: Monday 10:00 is next.
    expect(iso(addWorkingDays(calendar, instant("2026-05-01 10:00 -10:00"), 1))).toBe(
      "2026-05-04T20:00Z",
    );
    expect(iso(addWorkingDays(calendar, instant("2026-05-04 10:00 +12:00"), 1))).toBe(
      "2026-05-04T22:00Z",
    );
  });

  it("begin in order where Thursday opens in the east before Wednesday in the west", () => {
    const calendar = united(
      office("Asia/Kolkata", { days: ["Tue", "Thu"], hours: hours("00:00-24:00") }),
      office("America/New_York", { days: ["Wed"], hours: hours("23:30-24:00") }),
    );
    const from = instant("2026-04-28 12:00 +05:30");
    expect(iso(addWorkingDays(calendar, from, 1))).toBe("2026-04-29T18:30Z");
    expect(iso(addWorkingDays(calendar, from, 2))).toBe("2026-04-30T06:30Z");
  });

  it("of the night go on from where clocks stood before they went back", () => {
    const calendar = inZone("Europe/Berlin", { days: DAILY, hours: hours("00:00-05:00") });
    const due = ["02:45 +02:00", "02:15 +01:00", "03:15 +01:00"].map((time) =>
      iso(addWorkingDays(calendar, instant(`2026-10-25 ${time}`), 1)),
    );
    expect(due).toEqual(["2026-10-26T01:45Z", "2026-10-26T02:00Z", "2026-10-26T02:15Z"]);
  });

  it("go on from the last one, however long ago it was within a year", () => {
    const closed = { from: "2026-01-06", to: "2026-05-04", hours: [], name: null };
    const calendar = inZone("UTC", { reduced: [closed] });
    expect(iso(addWorkingDays(calendar, instant("2026-05-02 12:00"), 1))).toBe("2026-05-05T17:00Z");
  });

  it("wait for the first one where none has been for a year", () => {
    const calendar = inZone("UTC", {
      reduced: [{ from: "2020-01-01", to: "2026-05-04", hours: [], name: null }],
    });
    expect(iso(addWorkingDays(calendar, instant("2026-05-02 12:00"), 1))).toBe("2026-05-06T09:00Z");
  });

  it("are never, where nobody works", () => {
    const never = inZone("UTC", { hours: [] });
    expect(addWorkingDays(never, 0, 1)).toBeNull();
    const ends = inZone("UTC", {
      reduced: [{ from: "2026-05-06", to: "2099-12-31", hours: [], name: null }],
    });
    expect(iso(addWorkingDays(ends, instant("2026-05-04 12:00"), 1))).toBe("2026-05-05T12:00Z");
    expect(addWorkingDays(ends, instant("2026-05-04 12:00"), 2)).toBeNull();
  });

  it("may be none, but not fewer, and are whole", () => {
    expect(iso(addWorkingDays(berlin, instant("2026-05-02 12:00"), 0))).toBe("2026-05-04T07:00Z");
    expect(() => addWorkingDays(berlin, 0, -1)).toThrow("-1 working days");
    expect(() => addWorkingDays(berlin, 0, 1.5)).toThrow("1.5 working days");
  });
});

describe("a duration is over", () => {
  const HOUR = 3_600_000;

  it.each<[Duration, string]>([
    [{ clock: "wall", ms: 48 * HOUR }, "2026-05-03T14:00Z"],
    [{ clock: "working", ms: 48 * HOUR }, "2026-05-05T14:00Z"],
    [{ clock: "working", days: 3 }, "2026-05-06T14:00Z"],
  ])("%j by its own clock", (duration, due) => {
    expect(iso(addDuration(WEEKDAYS_24H, instant("2026-05-01 14:00"), duration))).toBe(due);
  });
});
