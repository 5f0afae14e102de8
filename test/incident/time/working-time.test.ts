import { describe, expect, it } from "@jest/globals";
import type { Calendar } from "../../../src/incident/time/index.ts";
import {
  addWorking,
  isWorking,
  nextWorking,
  WEEKDAYS_24H,
  workingBetween,
  workingUntil,
} from "../../../src/incident/time/index.ts";
import { inZone, DAILY, hours, instant, iso, office, united } from "./calendars.ts";

const HOUR = 3_600_000;
const berlin = inZone("Europe/Berlin");
const nights = (zone: string, text: string) => inZone(zone, { days: DAILY, hours: hours(text) });

describe("working time is added", () => {
  it.each<[string, Calendar, string, number, string]>([
    ["over a weekend", WEEKDAYS_24H, "2026-05-01 14:00", 48, "2026-05-05T14:00Z"],
    ["up to the end of Friday", WEEKDAYS_24H, "2026-04-30 00:00", 48, "2026-05-02T00:00Z"],
    ["from a Saturday", WEEKDAYS_24H, "2026-05-02 12:00", 1, "2026-05-04T01:00Z"],
    ["over a month's end", WEEKDAYS_24H, "2026-03-31 20:00", 8, "2026-04-01T04:00Z"],
    ["over a year's end", WEEKDAYS_24H, "2026-12-31 20:00", 8, "2027-01-01T04:00Z"],
    ["over a leap day", WEEKDAYS_24H, "2024-02-28 12:00", 24, "2024-02-29T12:00Z"],
    ["where there is no leap day", WEEKDAYS_24H, "2025-02-28 12:00", 24, "2025-03-03T12:00Z"],
    ["within a day", berlin, "2026-05-04 09:00 +02:00", 3, "2026-05-04T10:00Z"],
    ["to the end of the hours", berlin, "2026-05-04 09:00 +02:00", 8, "2026-05-04T15:00Z"],
    ["over a night", berlin, "2026-05-04 16:00 +02:00", 2, "2026-05-05T08:00Z"],
    ["from before the hours", berlin, "2026-05-04 03:00 +02:00", 1, "2026-05-04T08:00Z"],
    ["into summer time", berlin, "2026-03-27 16:00 +01:00", 2, "2026-03-30T08:00Z"],
    ["into winter time", berlin, "2026-10-23 16:00 +02:00", 2, "2026-10-26T09:00Z"],
    [
      "over a skipped hour",
      nights("Europe/Berlin", "00:00-05:00"),
      "2026-03-29 00:00 +01:00",
      4,
      "2026-03-29T03:00Z",
    ],
    [
      "over a repeated hour",
      nights("Europe/Berlin", "00:00-05:00"),
      "2026-10-25 00:00 +02:00",
      6,
      "2026-10-25T04:00Z",
    ],
    [
      "in New York, over a skipped hour",
      nights("America/New_York", "22:00-06:00"),
      "2026-03-07 22:00 -05:00",
      7,
      "2026-03-08T10:00Z",
    ],
    [
      "in New York, over a repeated hour",
      nights("America/New_York", "22:00-06:00"),
      "2026-10-31 22:00 -04:00",
      9,
      "2026-11-01T11:00Z",
    ],
    [
      "in Lord Howe, by half an hour less",
      nights("Australia/Lord_Howe", "00:00-05:00"),
      "2026-10-04 00:00 +10:30",
      4.5,
      "2026-10-03T18:00Z",
    ],
    [
      "in Lord Howe, by half an hour more",
      nights("Australia/Lord_Howe", "00:00-05:00"),
      "2026-04-05 00:00 +11:00",
      5.5,
      "2026-04-04T18:30Z",
    ],
    [
      "in Santiago, where midnight is skipped",
      nights("America/Santiago", "00:00-05:00"),
      "2026-09-05 23:00 -04:00",
      4,
      "2026-09-06T08:00Z",
    ],
    [
      "in Cairo, where midnight is skipped",
      nights("Africa/Cairo", "00:00-05:00"),
      "2026-04-23 22:00 +02:00",
      4,
      "2026-04-24T02:00Z",
    ],
    [
      "in Cairo, where the last hour of a day comes twice",
      nights("Africa/Cairo", "20:00-24:00"),
      "2026-10-29 20:00 +03:00",
      5,
      "2026-10-29T22:00Z",
    ],
    [
      "in Saint John's, where midnight came twice",
      nights("America/St_Johns", "20:00-24:00"),
      "2010-11-06 20:00 -02:30",
      5,
      "2010-11-07T03:30Z",
    ],
    ["in Auckland", inZone("Pacific/Auckland"), "2026-05-04 16:00 +12:00", 2, "2026-05-04T22:00Z"],
    [
      "in Kiritimati, a day ahead",
      inZone("Pacific/Kiritimati"),
      "2026-05-04 09:00 +14:00",
      8,
      "2026-05-04T03:00Z",
    ],
    [
      "in Pago Pago, on the other side",
      inZone("Pacific/Pago_Pago"),
      "2026-05-01 16:00 -11:00",
      2,
      "2026-05-04T21:00Z",
    ],
    [
      "in Apia, which had no Friday",
      inZone("Pacific/Apia"),
      "2011-12-29 16:00 -10:00",
      2,
      "2012-01-01T20:00Z",
    ],
    [
      "in Kathmandu, at odd minutes",
      inZone("Asia/Kathmandu"),
      "2026-05-04 16:00 +05:45",
      2,
      "2026-05-05T04:15Z",
    ],
  ])("%s", (_, calendar, from, amount, due) => {
    expect(iso(addWorking(calendar, instant(from), amount * HOUR))).toBe(due);
    expect(
      workingBetween(calendar, instant(from), instant(due.slice(0, 16).replace("T", " "))),
    ).toBe(amount * HOUR);
  });

  const yearsEnd = inZone("Europe/Berlin", {
    holidays: [
      { date: "12-25", name: "Christmas" },
      { date: "2027-01-01", name: "New Year" },
    ],
    reduced: [
      { from: "12-28", to: "01-04", hours: hours("10:00-12:00"), name: "quiet week" },
      { from: "2026-12-24", to: "2026-12-24", hours: [], name: null },
    ],
  });

  it.each([
    // Wed 23rd 1 hour, 24th closed, 25th holiday, weekend, 28th 2 hours.
    ["2026-12-23 16:00 +01:00", 3, "2026-12-28T11:00Z"],
    // Thu 31st 2 hours, 1st holiday, weekend, Mon 4th 2 hours, 5th as ever.
    ["2026-12-31 09:00 +01:00", 5, "2027-01-05T09:00Z"],
    // In other years the 24th is a day like any other.
    ["2027-12-23 16:00 +01:00", 3, "2027-12-24T10:00Z"],
  ])("around days off at the year's end, from %s", (from, amount, due) => {
    expect(iso(addWorking(yearsEnd, instant(from), amount * HOUR))).toBe(due);
  });

  it("to nothing, where nothing is added: now, or when work begins again", () => {
    const moments = ["2026-05-04 12:00", "2026-05-04 15:00", "2026-05-04 15:01"];
    const due = moments.map((text) => iso(addWorking(berlin, instant(text), 0)));
    expect(due).toEqual(["2026-05-04T12:00Z", "2026-05-04T15:00Z", "2026-05-05T07:00Z"]);
  });

  it("to nothing, at the end of hours over a date that the zone skipped", () => {
    const holidays = [{ date: "2011-12-30", name: null }];
    const calendar = inZone("Pacific/Apia", { days: DAILY, hours: hours("22:00-06:00"), holidays });
    const skipped = instant("2011-12-30 10:00");
    expect(isWorking(calendar, skipped - 1)).toBe(true);
    expect(isWorking(calendar, skipped)).toBe(false);
    expect(addWorking(calendar, skipped, 0)).toBe(skipped);
  });

  it("never backwards", () => {
    expect(() => addWorking(berlin, 0, -1)).toThrow("working time cannot be -1 ms");
    expect(() => addWorking(berlin, 0, Number.NaN)).toThrow("working time cannot be NaN ms");
  });
});

describe("hours", () => {
  it("over midnight belong to the day on which they begin", () => {
    const calendar = inZone("UTC", {
      hours: hours("22:00-06:00"),
      holidays: [{ date: "2026-05-06", name: null }],
    });
    const works = (text: string) => isWorking(calendar, instant(text));
    expect(works("2026-05-02 05:59")).toBe(true);
    expect(works("2026-05-02 06:00")).toBe(false);
    expect(works("2026-05-04 05:00")).toBe(false);
    expect(works("2026-05-06 05:00")).toBe(true);
    expect(works("2026-05-07 05:00")).toBe(false);
  });

  it("of several offices are united, and what they share counts once", () => {
    const calendar = united(office("Europe/Berlin"), office("America/New_York"));
    const [from, to] = [instant("2026-05-04 00:00"), instant("2026-05-05 00:00")];
    expect(workingBetween(calendar, from, to)).toBe(14 * HOUR);
    expect(iso(workingUntil(calendar, instant("2026-05-04 07:00")))).toBe("2026-05-04T21:00Z");
  });

  it("of an office that has a day off are covered by the others", () => {
    const holidays = [{ date: "2026-05-04", name: null }];
    const calendar = united(office("Europe/Berlin", { holidays }), office("America/New_York"));
    expect(iso(nextWorking(calendar, instant("2026-05-02 00:00")))).toBe("2026-05-04T13:00Z");
  });

  it("are no longer working time at their very end", () => {
    expect(isWorking(berlin, instant("2026-05-04 07:00"))).toBe(true);
    expect(isWorking(berlin, instant("2026-05-04 15:00"))).toBe(false);
    expect(isWorking(berlin, instant("2026-05-04 15:00") - 1)).toBe(true);
  });

  it("end when work does, not when a day does", () => {
    expect(iso(workingUntil(WEEKDAYS_24H, instant("2026-05-04 12:00")))).toBe("2026-05-09T00:00Z");
    expect(workingUntil(WEEKDAYS_24H, instant("2026-05-02 12:00"))).toBeNull();
    expect(workingUntil(nights("UTC", "00:00-24:00"), 0)).toBeNull();
  });
});

describe("a calendar by which nobody works", () => {
  const closed = [{ from: "01-01", to: "12-31", hours: [], name: null }];

  it.each<[string, Calendar]>([
    ["has no offices", united()],
    ["has no days", inZone("Europe/Berlin", { days: [] })],
    ["has no hours", inZone("Europe/Berlin", { hours: [] })],
    [
      "is always closed",
      united(office("Europe/Berlin", { reduced: closed }), office("UTC", { days: [] })),
    ],
  ])("%s: it never does, and says so soon", (_, calendar) => {
    expect(isWorking(calendar, 0)).toBe(false);
    expect(nextWorking(calendar, 0)).toBeNull();
    expect(workingUntil(calendar, 0)).toBeNull();
    expect(addWorking(calendar, 0, HOUR)).toBeNull();
    expect(workingBetween(calendar, 0, instant("2026-01-01 00:00"))).toBe(0);
  });

  it("is told from one that works a minute a week", () => {
    const rare = inZone("Europe/Berlin", { days: ["Wed"], hours: hours("09:00-09:01") });
    expect(addWorking(rare, instant("2026-05-04 00:00"), 10 * 60_000)).toBe(
      instant("2026-07-08 07:10") - 9 * 60_000,
    );
    expect(addWorking(rare, instant("2026-05-04 00:00"), 9000 * HOUR)).toBeNull();
  });
});
