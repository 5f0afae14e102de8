import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Calendar, Reduced } from "../../../src/incident/time/index.ts";
import { checkCalendar, WEEKDAYS_24H } from "../../../src/incident/time/index.ts";
import { scenes } from "./arbitraries.ts";
import { inZone, hours, office, united } from "./calendars.ts";

const noZone = "That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.";
const noTime = "A time is written like `09:00`, up to `24:00`.";
const noDate = "That date does not exist. Write it like `2026-12-25`, or `12-25` for every year.";
const noRegion = "That is not a country or region. Write it like `DE` or `DE-BE`.";
const never = "By this calendar nobody ever works.";
const zone = (name: string) => inZone(name);
const open = (...texts: readonly string[]) => inZone("UTC", { hours: hours(...texts) });
const off = (date: string) => inZone("UTC", { holidays: [{ date, name: null }] });
const region = (publicHolidays: string) => inZone("UTC", { publicHolidays });
const reduced = (from: string, to: string, texts: readonly string[] = []): Calendar =>
  inZone("UTC", { reduced: [{ from, to, hours: hours(...texts), name: null } satisfies Reduced] });

describe("a calendar", () => {
  it.each<[string, Calendar]>([
    ["round the clock", WEEKDAYS_24H],
    ["in a zone", zone("Europe/Berlin")],
    ["in a zone of three parts", zone("America/Argentina/Buenos_Aires")],
    ["in UTC", zone("UTC")],
    ["in a zone with an offset in its name", zone("Etc/GMT+5")],
    ["with hours to midnight", open("00:00-24:00")],
    ["with hours over midnight", open("22:00-06:00")],
    ["with hours apart", open("09:00-12:00", "13:00-17:00")],
    ["with a holiday", off("2026-12-25")],
    ["with a holiday every year", off("12-25")],
    ["with a leap day off", off("2028-02-29")],
    ["with every leap day off", off("02-29")],
    ["with a country's holidays", region("DE")],
    ["with a region's holidays", region("DE-BE")],
    ["with a short period", reduced("2026-12-24", "2027-01-01", ["10:00-12:00"])],
    ["with a period every year, over its end", reduced("12-24", "01-01")],
    ["with a period of one day", reduced("2026-12-24", "2026-12-24")],
    ["with a period of many years", reduced("2026-12-24", "2099-12-24")],
    [
      "open on leap days alone",
      inZone("UTC", {
        days: ["Tue"],
        reduced: [{ from: "03-01", to: "02-28", hours: [], name: null }],
      }),
    ],
  ])("%s is accepted", (_, calendar) => {
    expect(checkCalendar(calendar)).toEqual([]);
  });

  it.each<[string, Calendar, readonly (string | number)[], string]>([
    ["in no zone", zone(""), ["zone"], noZone],
    ["in an unknown zone", zone("Europe/Atlantis"), ["zone"], noZone],
    ["in a short name", zone("EST"), ["zone"], noZone],
    ["at an offset", zone("+05:30"), ["zone"], noZone],
    ["in a hostile zone", zone("Europe/Berlin[u-ca=iso8601]"), ["zone"], noZone],
    [
      "without days",
      inZone("UTC", { days: [] }),
      ["days"],
      "An office needs a day of the week on which it opens.",
    ],
    ["without hours", open(), ["hours"], "An office needs hours, like `09:00` to `17:00`."],
    ["with an hour 25", open("09:00-25:00"), ["hours", 0], noTime],
    ["with a minute 60", open("09:00-17:00", "18:60-19:00"), ["hours", 1], noTime],
    ["with a minute after 24:00", open("09:00-24:01"), ["hours", 0], noTime],
    ["with hours in words", open("9:00 -17:00"), ["hours", 0], noTime],
    [
      "beginning at 24:00",
      open("24:00-06:00"),
      ["hours", 0],
      "Hours that begin at midnight begin at `00:00`.",
    ],
    [
      "with hours of no length",
      open("09:00-09:00"),
      ["hours", 0],
      "Hours cannot end when they begin. A whole day is `00:00` to `24:00`.",
    ],
    ["with a leap day in a common year", off("2026-02-29"), ["holidays", 0, "date"], noDate],
    ["with a 31st of April", off("04-31"), ["holidays", 0, "date"], noDate],
    ["with a holiday in words", off("Christmas"), ["holidays", 0, "date"], noDate],
    ["with an instant", off("2026-12-25T00:00Z"), ["holidays", 0, "date"], noDate],
    ["with a country in words", region("Germany"), ["publicHolidays"], noRegion],
    ["with a period from nowhere", reduced("soon", "2026-12-24"), ["reduced", 0, "from"], noDate],
    ["with a period to nowhere", reduced("2026-12-24", "2026-13-01"), ["reduced", 0, "to"], noDate],
    [
      "with a period of wrong hours",
      reduced("12-24", "12-25", ["10:00-1200"]),
      ["reduced", 0, "hours", 0],
      noTime,
    ],
    [
      "with a period half of every year",
      reduced("12-24", "2026-12-25"),
      ["reduced", 0, "to"],
      "Both dates of a period have a year, or neither has.",
    ],
    [
      "with a period backwards",
      reduced("2026-12-24", "2026-12-23"),
      ["reduced", 0, "to"],
      "The period ends before it begins.",
    ],
  ])("%s is refused", (_, calendar, path, problem) => {
    expect(checkCalendar(calendar)).toEqual([{ path: ["offices", 0, ...path], problem }]);
  });

  it.each<[string, Calendar, string]>([
    ["without offices", united(), "A calendar needs an office."],
    ["closed all the year", reduced("01-01", "12-31"), never],
    ["closed for a lifetime", reduced("2020-01-01", "2099-12-31"), never],
  ])("%s is refused as a whole", (_, calendar, problem) => {
    expect(checkCalendar(calendar)).toEqual([{ path: ["offices"], problem }]);
  });

  it("is told everything that is wrong at once, in its order", () => {
    const wrong = united(
      office("UTC"),
      office("X", { days: [], holidays: [{ date: "x", name: null }] }),
    );
    expect(checkCalendar(wrong).map(({ path }) => path.join("."))).toEqual([
      "offices.1.zone",
      "offices.1.days",
      "offices.1.holidays.0.date",
    ]);
  });

  it("never makes the check throw", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{2}[:-]\d{2}$/));
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        const some = office(one, {
          hours: [{ from: two, to: three }],
          publicHolidays: one,
          holidays: [{ date: two, name: one }],
          reduced: [{ from: three, to: one, hours: [{ from: one, to: two }], name: two }],
        });
        expect(checkCalendar(united(some)).length).toBeGreaterThan(0);
      }),
    );
  });

  it("of the other tests is one that is accepted", () => {
    fc.assert(fc.property(scenes, ({ calendar }) => expect(checkCalendar(calendar)).toEqual([])));
  });
});
