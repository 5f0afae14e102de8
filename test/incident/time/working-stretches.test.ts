import { expect, it } from "@jest/globals";
import type { Calendar } from "../../../src/incident/time/index.ts";
import { stretchesFrom } from "../../../src/incident/time/working-stretches.ts";

const HOUR = 60 * 60_000;

const office = (
  days: "Mon"[] | "all",
  ...hours: readonly (readonly [string, string])[]
): Calendar => ({
  kind: "offices",
  offices: [
    {
      zone: "UTC",
      days: days === "all" ? ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] : days,
      hours: hours.map(([from, to]) => ({ from, to })),
      publicHolidays: null,
      holidays: [],
      reduced: [],
    },
  ],
});

const iso = (at: number): string => new Date(at).toISOString();

/** The first two stretches from an instant on, as `05-04 09:00-12:00`. */
function firstTwo(calendar: Calendar, from: string, pause: number): readonly string[] {
  const [one, two] = stretchesFrom(calendar, Date.parse(from), pause);
  return [one, two].flatMap((span) =>
    span === undefined
      ? []
      : [`${iso(span.from).slice(5, 16).replace("T", " ")}-${iso(span.to).slice(11, 16)}`],
  );
}

const SPLIT = office("all", ["09:00", "12:00"], ["13:00", "17:00"]);

it.each([
  [
    "joins what a short pause parts",
    "2026-05-04T10:00Z",
    4,
    ["05-04 09:00-17:00", "05-05 09:00-17:00"],
  ],
  [
    "knows it from within the pause",
    "2026-05-04T12:30Z",
    4,
    ["05-04 09:00-17:00", "05-05 09:00-17:00"],
  ],
  [
    "parts at a pause as long as the given one",
    "2026-05-04T10:00Z",
    1,
    ["05-04 09:00-12:00", "05-04 13:00-17:00"],
  ],
  ["leaves out what is over", "2026-05-04T17:00Z", 4, ["05-05 09:00-17:00", "05-06 09:00-17:00"]],
])("%s", (_, from, hours, expected) => {
  expect(firstTwo(SPLIT, from, hours * HOUR)).toEqual(expected);
});

it("has none where the work has no end", () => {
  expect(firstTwo(office("all", ["00:00", "24:00"]), "2026-05-04T10:00Z", HOUR)).toEqual([]);
});

it("joins nothing over a week", () => {
  expect(firstTwo(office(["Mon"], ["09:00", "10:00"]), "2026-05-04T09:30Z", 4 * HOUR)).toEqual([
    "05-04 09:00-10:00",
    "05-11 09:00-10:00",
  ]);
});
