import { describe, expect, test } from "@jest/globals";
import {
  normalizeInstant,
  parseInstant,
  toInstantText,
} from "../../../src/incident/fields/instants.ts";

describe("an instant", () => {
  test.each([
    ["2026-05-04T09:30:00Z", "2026-05-04T09:30:00Z"],
    [" 2026-05-04 9:30 UTC ", "2026-05-04T09:30:00Z"],
    ["2026-05-04, 09:30Z", "2026-05-04T09:30:00Z"],
    ["2026-05-04 09:30 gmt", "2026-05-04T09:30:00Z"],
    ["2026-05-04T09:30:15.123456789Z", "2026-05-04T09:30:15Z"],
    ["2026-05-04 09:30 GMT+2", "2026-05-04T07:30:00Z"],
    ["2026-05-04 09:30-03:30", "2026-05-04T13:00:00Z"],
    ["2026-05-04 09:30 UTC-10", "2026-05-04T19:30:00Z"],
    ["2026-05-04 09:30 +0545", "2026-05-04T03:45:00Z"],
    ["2026-05-04 23:59:59 +14:00", "2026-05-04T09:59:59Z"],
    ["1970-01-01 00:00 UTC", "1970-01-01T00:00:00Z"],
    ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"],
    ["2028-02-29 00:00 UTC", "2028-02-29T00:00:00Z"],
  ])("%j is %s", (text, instant) => {
    expect(normalizeInstant(text)).toBe(instant);
  });

  test.each([
    ["2026-05-04 09:30", "no zone"],
    ["2026-05-04 09:30 UTCX", "no zone"],
    ["2026-05-04 09:30 UTC about", "more than an instant"],
    ["at 2026-05-04 09:30 UTC", "more than an instant"],
    ["12026-05-04 09:30 UTC", "no year"],
    ["2026-02-29 00:00 UTC", "no such day"],
    ["2026-13-01 00:00 UTC", "no such month"],
    ["2026-05-04 24:00 UTC", "no such hour"],
    ["2026-05-04 09:60 UTC", "no such minute"],
    ["2026-05-04 23:99 UTC", "no such minute"],
    ["2026-05-04 09:30:60 UTC", "no such second"],
    ["1969-12-31 23:59 UTC", "before all computers"],
    ["9999-12-31 23:59 -01:00", "too late"],
    ["2026-05-04 09:30 +14:01", "no such offset"],
    ["2026-05-04x09:30 UTC", "no sign for a time"],
    ["2026-05-04 , , 09:30 UTC", "too much between date and time"],
  ])("%j is none: %s", (text) => {
    expect(normalizeInstant(text)).toBeNull();
  });

  test.each([
    ["2026-05-04T09:30:00Z", "2026-05-04 09:30 UTC"],
    ["2026-05-04T09:30:15Z", "2026-05-04 09:30:15 UTC"],
  ])("%s is written %j", (instant, text) => {
    expect(toInstantText(instant)).toBe(text);
  });
});

describe("a value that should be an instant", () => {
  test("is exactly one, or has one among its words", () => {
    const value = "2026-05-04T09:30:00Z";
    expect(parseInstant("2026-05-04 09:30 UTC", "raw")).toEqual({
      value,
      problems: [],
      exact: true,
    });
    for (const words of ["2026-05-04 09:30 UTC (about)", "since 2026-05-04 09:30 UTC"]) {
      expect(parseInstant(words, "raw")).toEqual({ value, problems: [], exact: false });
    }
  });

  test.each(["soon", "2026-05-04 09:30", "2026-02-31 09:30 UTC"])(
    "is a problem where it is none: %s",
    (plain) => {
      const problems = [{ text: "raw", why: "not-a-time" }];
      expect(parseInstant(plain, "raw")).toEqual({ value: null, problems, exact: false });
    },
  );

  test("says nothing where a template left its place", () => {
    expect(parseInstant("TBD", "raw")).toEqual({ value: null, problems: [], exact: true });
  });
});
