import { describe, expect, it } from "@jest/globals";
import type { Calendar } from "../../../src/incident/time/index.ts";
import {
  isWorking,
  neededRegions,
  parseDays,
  parseHours,
  WEEKDAYS_24H,
  withPublicHolidays,
} from "../../../src/incident/time/index.ts";
import { inZone, hours, instant, office, united } from "./calendars.ts";

describe("days of the week in words", () => {
  it.each([
    ["Mon-Fri", ["Mon", "Tue", "Wed", "Thu", "Fri"]],
    ["monday - friday", ["Mon", "Tue", "Wed", "Thu", "Fri"]],
    ["Sun–Thu", ["Mon", "Tue", "Wed", "Thu", "Sun"]],
    ["Fri, Wed,Mon", ["Mon", "Wed", "Fri"]],
    ["Mon-Wed, Tue, Sat", ["Mon", "Tue", "Wed", "Sat"]],
    ["Wed-Wed", ["Wed"]],
    ["Tue-Mon", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]],
  ])("%s are taken", (text, value) => {
    expect(parseDays(text)).toEqual({ kind: "value", value });
  });

  it.each(["", "weekdays", "Mon-", "Mon-Xyz", "Xyz-Mon", "Mo-Fr", "Mon,,Tue", "Mond"])(
    "%j are refused",
    (text) => {
      const problem = "Days are written like `Mon-Fri` or `Mon, Wed, Fri`.";
      expect(parseDays(text)).toEqual({ kind: "problem", problem });
    },
  );
});

describe("hours in words", () => {
  it.each([
    ["09:00-17:00", ["09:00-17:00"]],
    ["9:00 – 17:30", ["09:00-17:30"]],
    ["09:00-12:00, 13:00-24:00", ["09:00-12:00", "13:00-24:00"]],
    ["22:00-6:00", ["22:00-06:00"]],
  ])("%s are taken", (text, value) => {
    expect(parseHours(text)).toEqual({ kind: "value", value: hours(...value) });
  });

  it.each(["", "9-17", "09:00", "09:00-09:00", "09:00-25:00", "09:00-17:00,"])(
    "%j are refused",
    (text) => {
      const problem = "Hours are written like `09:00-17:00` or `09:00-12:00, 13:00-17:00`.";
      expect(parseHours(text)).toEqual({ kind: "problem", problem });
    },
  );
});

describe("public holidays", () => {
  const calendar: Calendar = united(
    office("Europe/Berlin", {
      publicHolidays: "DE-BE",
      holidays: [{ date: "2026-05-05", name: null }],
    }),
    office("Europe/Paris", { publicHolidays: "FR" }),
    office("Europe/Vienna", { publicHolidays: "FR" }),
    office("Europe/Rome"),
  );

  it("are needed of every region once", () => {
    expect(neededRegions(calendar)).toEqual(["DE-BE", "FR"]);
    expect(neededRegions(inZone("UTC"))).toEqual([]);
    expect(neededRegions(WEEKDAYS_24H)).toEqual([]);
  });

  it("are days off beside the office's own", () => {
    const only = inZone("Europe/Berlin", {
      publicHolidays: "DE",
      holidays: [{ date: "2026-05-05", name: null }],
    });
    const full = withPublicHolidays(
      only,
      new Map([["DE", [{ date: "2026-05-01", name: "Labour Day" }]]]),
    );
    expect(isWorking(only, instant("2026-05-01 12:00"))).toBe(true);
    expect(isWorking(full, instant("2026-05-01 12:00"))).toBe(false);
    expect(isWorking(full, instant("2026-05-05 12:00"))).toBe(false);
    expect(isWorking(full, instant("2026-05-06 12:00"))).toBe(true);
    expect(neededRegions(full)).toEqual([]);
  });

  it("change nothing where none are needed", () => {
    expect(withPublicHolidays(WEEKDAYS_24H, new Map())).toBe(WEEKDAYS_24H);
    expect(withPublicHolidays(inZone("UTC"), new Map())).toEqual(inZone("UTC"));
  });

  it("that were not looked up are an error, not a working day", () => {
    expect(() => withPublicHolidays(calendar, new Map([["FR", []]]))).toThrow(
      "no holidays given for DE-BE",
    );
  });
});
