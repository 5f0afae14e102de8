import { describe, expect, it } from "@jest/globals";
import { readPolicy } from "../../src/config/read-policy.ts";
import { toRegionProblem } from "../../src/config/region-problem.ts";

const OFFICE = "zone: UTC, hours: 09:00-17:00";
const WEEK = ["Mon", "Tue", "Wed", "Thu", "Fri"];

/** The offices of the calendar that a file means; fails where the file has a problem. */
function offices(...lines: readonly string[]): unknown {
  const { policy, problems } = readPolicy(["calendar:", "  offices:", ...lines].join("\n"));
  expect(problems).toEqual([]);
  return policy.calendar.kind === "offices" ? policy.calendar.offices : null;
}

/** Everything that is wrong, one line each: `line:column what mend`. */
const told = (text: string): readonly string[] =>
  readPolicy(text).problems.map(
    ({ line, column, what, mend }) => `${line}:${column} ${what} ${mend}`,
  );

const oneOffice = (more: string) => `calendar:\n  offices:\n    - zone: UTC\n      ${more}`;

describe("the calendar of a policy", () => {
  it("is round the clock by name", () => {
    const { policy, problems } = readPolicy("calendar: 24h-weekdays");
    expect(problems).toEqual([]);
    expect(policy.calendar).toEqual({ kind: "24h-weekdays" });
  });

  it("is an office with everything that one can have", () => {
    const read = offices(
      "    - zone: Europe/Berlin",
      "      days: Mon-Thu",
      "      hours: 9:00-12:00, 13:00-24:00",
      "      country: de-be",
      "      holidays: [2026-12-24, 12-31, { date: 2026-12-30, name: Bridge }, { date: 02-29 }]",
      "      reduced:",
      "        - { from: 2026-12-24, to: 2027-01-01, hours: 10:00-12:00, name: quiet weeks }",
      "        - { from: 07-01, to: 07-31, hours: none }",
    );
    expect(read).toEqual([
      {
        zone: "Europe/Berlin",
        days: ["Mon", "Tue", "Wed", "Thu"],
        hours: [
          { from: "09:00", to: "12:00" },
          { from: "13:00", to: "24:00" },
        ],
        publicHolidays: "DE-BE",
        holidays: [
          { date: "2026-12-24", name: null },
          { date: "12-31", name: null },
          { date: "2026-12-30", name: "Bridge" },
          { date: "02-29", name: null },
        ],
        reduced: [
          {
            from: "2026-12-24",
            to: "2027-01-01",
            hours: [{ from: "10:00", to: "12:00" }],
            name: "quiet weeks",
          },
          { from: "07-01", to: "07-31", hours: [], name: null },
        ],
      },
    ]);
  });

  it("is several offices, from Monday to Friday where days are not said", () => {
    const read = offices(`    - { ${OFFICE} }`, "    - { zone: Asia/Kolkata, hours: 22:00-06:00 }");
    expect(read).toMatchObject([
      { zone: "UTC", days: WEEK, publicHolidays: null, holidays: [], reduced: [] },
      { zone: "Asia/Kolkata", days: WEEK, hours: [{ from: "22:00", to: "06:00" }] },
    ]);
  });

  it("takes lists of days and of times as well as texts", () => {
    const read = offices(
      "    - zone: UTC",
      "      days: [Sun-Tue, mon, Thursday]",
      "      hours: [09:00-12:00, '13:00-14:00, 15:00-16:00']",
    );
    expect(read).toMatchObject([
      {
        days: ["Mon", "Tue", "Sun", "Thu"],
        hours: [{ from: "09:00" }, { from: "13:00" }, { from: "15:00" }],
      },
    ]);
  });

  it.each<[string, string, string]>([
    [
      "a misspelt name",
      "calendar: 24h-weekday",
      "1:1 “calendar” must be 24h-weekdays or a group of fields, but is “24h-weekday”. Did you mean “24h-weekdays”?",
    ],
    [
      "a list",
      "calendar: []",
      "1:1 “calendar” must be 24h-weekdays or a group of fields, but is a list. Write it like this: calendar: { offices:",
    ],
    ["no office", "calendar: { offices: [] }", "1:13 “calendar.offices” must not be empty."],
    [
      "a zone that is none",
      "calendar:\n  offices:\n    - zone: UTC\n      hours: 09:00-17:00\n    - zone: Berlin\n      hours: 09:00-17:00",
      "5:7 “calendar.offices”, entry 2, “zone” cannot be “Berlin”. That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.",
    ],
    [
      "an office without a zone",
      "calendar:\n  offices:\n    - hours: 09:00-17:00",
      "3:7 “calendar.offices”, entry 1, “zone” must be a text, but has no value. Write it like this: zone: Europe/Berlin",
    ],
    [
      "hours in words",
      oneOffice("hours: 9 to 5"),
      "4:7 “calendar.offices”, entry 1, “hours” cannot be “9 to 5”. Hours are written like `09:00-17:00` or",
    ],
    [
      "one entry of hours",
      oneOffice("hours: [09:00-17:00, 25:00-26:00]"),
      "4:28 “calendar.offices”, entry 1, “hours”, entry 2, cannot be “25:00-26:00”. Hours are written",
    ],
    [
      "a number for hours",
      oneOffice("hours: 9"),
      "4:7 “calendar.offices”, entry 1, “hours” must be a text or a list, but is 9. Write it like this: hours: 09:00-17:00",
    ],
    [
      "a day that is none",
      oneOffice("hours: 09:00-17:00\n      days: Mon-Foo"),
      "5:7 “calendar.offices”, entry 1, “days” cannot be “Mon-Foo”. Days are written like `Mon-Fri`",
    ],
    [
      "a country in words",
      oneOffice("hours: 09:00-17:00\n      country: Germany"),
      "5:7 “calendar.offices”, entry 1, “country” cannot be “Germany”. That is not a country or region. Write it like `DE` or `DE-BE`.",
    ],
    [
      "a date that does not exist",
      oneOffice("hours: 09:00-17:00\n      holidays:\n        - 12-25\n        - 12-32"),
      "7:11 “calendar.offices”, entry 1, “holidays”, entry 2, cannot be “12-32”. That date does not exist. Write it like `2026-12-25`, or `12-25` for every year.",
    ],
    [
      "a date with a name that does not exist",
      oneOffice("hours: 09:00-17:00\n      holidays: [{ name: Leap, date: 2026-02-29 }]"),
      "5:32 “calendar.offices”, entry 1, “holidays”, entry 1, “date” cannot be “2026-02-29”. That date does not exist.",
    ],
    [
      "a period backwards",
      oneOffice(
        "hours: 09:00-17:00\n      reduced:\n        - { from: 2027-01-01, to: 2026-12-24, hours: none }",
      ),
      "6:31 “calendar.offices”, entry 1, “reduced”, entry 1, “to” cannot be “2026-12-24”. The period ends before it begins.",
    ],
    [
      "an unknown field of an office",
      oneOffice("hours: 09:00-17:00\n      holyday: []"),
      "5:7 “holyday” is no field of calendar.offices, entry 1. Did you mean “holidays”?",
    ],
    [
      "hours that nobody has",
      oneOffice("hours: 09:00-17:00\n      reduced: [{ from: 01-01, to: 12-31, hours: none }]"),
      "2:3 “calendar.offices” is not as it must be. By this calendar nobody ever works.",
    ],
  ])("with %s is told with place and remedy", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("people's own hours in a policy", () => {
  it("are theirs, from Monday to Friday where days are not said; none are known without hours", () => {
    const { policy, problems } = readPolicy(
      [
        "people:",
        "  Ana-R: { zone: Europe/Berlin, hours: 09:00-17:00 }",
        "  '@bo': { zone: Pacific/Apia, hours: [08:00-12:00], days: Sun-Thu }",
        "  cy: { zone: UTC }",
      ].join("\n"),
    );
    expect(problems).toEqual([]);
    expect(policy.people).toMatchObject({
      "ana-r": {
        login: "Ana-R",
        zone: "Europe/Berlin",
        calendar: { kind: "offices", offices: [{ zone: "Europe/Berlin", days: WEEK }] },
      },
      bo: {
        login: "bo",
        calendar: { offices: [{ days: ["Mon", "Tue", "Wed", "Thu", "Sun"] }] },
      },
      cy: { login: "cy", zone: "UTC", calendar: null },
    });
  });

  it.each<[string, string, string]>([
    [
      "a name that is no login",
      "people: { x y: { zone: UTC } }",
      "1:11 “x y” in “people” is no login. Write it like this: people: { ana:",
    ],
    [
      "a name that could reach a prototype",
      "people: { __proto__: { zone: UTC } }",
      "1:11 “__proto__” in “people” is no login.",
    ],
    [
      "a zone that is none, without hours",
      "people: { ana: { zone: CET } }",
      "1:18 “people.ana.zone” cannot be “CET”. That is not a zone.",
    ],
    [
      "somebody twice",
      "people:\n  ana: { zone: UTC }\n  '@Ana': { zone: UTC }",
      "3:4 “@Ana” stands twice in “people”: logins do not tell capitals from small letters. Keep one",
    ],
    ["no zone", "people: { ana: { days: Mon } }", "1:11 “people.ana.zone” must be a text, but has"],
    [
      "a list",
      "people: [ana]",
      "1:1 “people” must be a group of fields, but is a list. Write it like this: people:",
    ],
    [
      "very many people",
      `people:\n${Array.from({ length: 201 }, (_, n) => `  p${n}: { zone: UTC }\n`).join("")}`,
      "1:1 “people” is not as it must be. There may be 200 people at most.",
    ],
  ])("with %s are told with place and remedy", (_what, text, problem) => {
    expect(told(text)).toEqual([expect.stringContaining(problem)]);
  });
});

describe("a country that there is not", () => {
  it.each<[string, string, string]>([
    [
      "in its office",
      "calendar:\n  offices:\n    - { zone: UTC, hours: 09:00-17:00, country: DE }\n    - zone: UTC\n      hours: 09:00-17:00\n      country: de-xx",
      "6:7",
    ],
    [
      "after a byte order mark",
      `\uFEFFcalendar: { offices: [{ ${OFFICE}, country: DE-XX }] }`,
      "1:56",
    ],
  ])("is told with its place, %s", (_what, text, place) => {
    const { policy } = readPolicy(text);
    const { line, column, what, mend } = toRegionProblem(text, policy.calendar, "DE-XX");
    expect(`${line}:${column}`).toBe(place);
    expect(what).toContain("knows no country or region “DE-XX”");
    expect(mend).toContain("DE-BE");
  });

  it("is told even where the text is not the one that was read", () => {
    const { calendar } = readPolicy(null).policy;
    expect(toRegionProblem(null, calendar, "XX")).toMatchObject({ line: 1, column: 1 });
    expect(toRegionProblem("[", calendar, "XX")).toMatchObject({ line: 1, column: 1 });
  });
});
