import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { type Duration, parseDuration, toWords } from "../../../src/incident/time/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const EXAMPLE = "Write it like `30 minutes`, `1h 30m` or `PT30M`.";

const isInRange = (duration: Duration): boolean => {
  const [count, least] = "days" in duration ? [duration.days, 1] : [duration.ms, 1000];
  return (
    Number.isInteger(count) && count >= least && count <= least * 366 * (least === 1 ? 1 : 86_400)
  );
};

describe("reading a duration", () => {
  it.each([
    ["90s", 1.5 * MINUTE],
    ["30 minutes", 30 * MINUTE],
    [" 30min. ", 30 * MINUTE],
    ["2h", 2 * HOUR],
    ["2H!", 2 * HOUR],
    ["1.5 hours", 90 * MINUTE],
    ["an hour", HOUR],
    ["A day", DAY],
    ["1h 30m", 90 * MINUTE],
    ["1h30m", 90 * MINUTE],
    ["1 hour and 30 minutes", 90 * MINUTE],
    ["1 day, 2 hours", 26 * HOUR],
    ["2 weeks", 14 * DAY],
    ["1 second", 1000],
    ["366 days", 366 * DAY],
    ["PT30M", 30 * MINUTE],
    ["pt1h30m", 90 * MINUTE],
    ["PT90S", 90_000],
    ["P1DT2H", 26 * HOUR],
    ["P1W", 7 * DAY],
  ])("takes %s by the wall clock", (text, ms) => {
    expect(parseDuration(text)).toEqual({ kind: "value", duration: { clock: "wall", ms } });
  });

  it.each<[string, Duration]>([
    ["2 working hours", { clock: "working", ms: 2 * HOUR }],
    ["48 working hours", { clock: "working", ms: 48 * HOUR }],
    ["2 Business Hours", { clock: "working", ms: 2 * HOUR }],
    ["a working hour", { clock: "working", ms: HOUR }],
    ["90 working min", { clock: "working", ms: 90 * MINUTE }],
    ["2.5 working hours", { clock: "working", ms: 150 * MINUTE }],
    ["1 working hour 30 minutes", { clock: "working", ms: 90 * MINUTE }],
    ["1 working hour and 30 working minutes", { clock: "working", ms: 90 * MINUTE }],
    ["2 working days", { clock: "working", days: 2 }],
    ["a working day", { clock: "working", days: 1 }],
    ["366 business days", { clock: "working", days: 366 }],
  ])("takes %s in working time", (text, duration) => {
    expect(parseDuration(text)).toEqual({ kind: "value", duration });
  });

  it.each([
    ["", 0, "a number is missing"],
    ["soon", 0, "a number is missing"],
    [" -2h", 1, "a number is missing"],
    ["two hours", 0, "a number is missing"],
    ["2h then", 3, "a number is missing"],
    ["1h a", 3, "a number is missing"],
    ["P", 1, "a number is missing"],
    ["PT", 2, "a number is missing"],
    ["P1DT", 4, "a number is missing"],
    ["2", 1, "a unit is missing, such as minutes"],
    ["2 working", 9, "a unit is missing, such as minutes"],
    ["1234567890h", 9, "a unit is missing, such as minutes"],
    ["1h 30", 5, "a unit is missing, such as minutes"],
    ["  2 moons", 4, "`moons` is not a unit of time"],
    ["1h 2 working moons", 13, "`moons` is not a unit of time"],
    ["1e3h", 1, "`e` is not a unit of time"],
    ["1 month", 2, "`month` is not a unit of time"],
    ["P1M", 1, "the ISO 8601 duration cannot be read further"],
    [" PT1H1H", 5, "the ISO 8601 duration cannot be read further"],
    ["2h 30 working minutes", 3, "working time is added to wall-clock time"],
    ["1 working day 4 hours", 0, "working days cannot be added to other units"],
    ["4 working hours 1 day", 16, "working days cannot be added to other units"],
    ["1.5 working days", 0, "working days must be whole"],
    ["1 working week", 0, "working weeks are not counted, but working days are"],
  ])("refuses %j at index %i", (text, index, clause) => {
    const problem = `That is not a duration: at character ${index + 1}, ${clause}. ${EXAMPLE}`;
    expect(parseDuration(text)).toEqual({ kind: "problem", problem, index });
  });

  it.each([
    ["x".repeat(65_536), 60, `That is too long for a duration. ${EXAMPLE}`],
    ["0 minutes", 0, "A duration is a second at least."],
    ["0 working minutes", 0, "A duration is a second at least."],
    ["0.999 s", 0, "A duration is a second at least."],
    [" 367 days", 1, "A duration is 366 days at most."],
    ["8785 working hours", 0, "A duration is 366 days at most."],
    ["999999999w", 0, "A duration is 366 days at most."],
    ["0 working days", 0, "A duration in working days is one day at least."],
    ["367 working days", 0, "A duration is 366 days at most."],
  ])("refuses %.20s for its size", (text, index, problem) => {
    expect(parseDuration(text)).toEqual({ kind: "problem", problem, index });
  });

  it("never throws, and answers a whole number in range, or a place in the text", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9.]{0,5} ?(working )?[a-z]{0,4} ?[0-9pth]{0,5}$/),
    );
    fc.assert(
      fc.property(text, (some) => {
        const parsed = parseDuration(some);
        const isRight =
          parsed.kind === "problem"
            ? parsed.index >= 0 && parsed.index <= some.length
            : isInRange(parsed.duration);
        expect(isRight).toBe(true);
      }),
    );
  });

  it("says no more than a word of the text, without its markup", () => {
    const text = fc.stringMatching(/^[0-9 ]{0,4}[@`<>{}\]a-z/!]{0,20}$/);
    fc.assert(
      fc.property(text, (some) => {
        const parsed = parseDuration(some);
        const problem = parsed.kind === "problem" ? parsed.problem : "";
        const said = problem.replace(EXAMPLE, "").replace(/`[a-z]{1,20}`/, "");
        expect(said).toMatch(/^[A-Za-z0-9 :,.-]*$/);
      }),
    );
  });
});

describe("a duration in words", () => {
  it.each<[Duration, string]>([
    [{ clock: "wall", ms: 30 * MINUTE }, "30 minutes"],
    [{ clock: "wall", ms: 90 * MINUTE }, "1 hour 30 minutes"],
    [{ clock: "wall", ms: 48 * HOUR }, "2 days"],
    [{ clock: "wall", ms: 1500 }, "1.5 seconds"],
    [{ clock: "wall", ms: DAY + HOUR + MINUTE + 1000 }, "1 day 1 hour 1 minute 1 second"],
    [{ clock: "working", ms: HOUR }, "1 working hour"],
    [{ clock: "working", ms: 48 * HOUR }, "48 working hours"],
    [{ clock: "working", ms: 90 * MINUTE }, "90 working minutes"],
    [{ clock: "working", ms: 90_500 }, "90.5 working seconds"],
    [{ clock: "working", days: 1 }, "1 working day"],
    [{ clock: "working", days: 3 }, "3 working days"],
  ])("%j is %s", (duration, words) => {
    expect(toWords(duration)).toBe(words);
  });

  it("is read as the same duration", () => {
    const ms = fc.oneof(
      fc.integer({ min: 1000, max: 366 * DAY }),
      fc.integer({ min: 1, max: 366 * 1440 }).map((minutes) => minutes * MINUTE),
    );
    const durations: fc.Arbitrary<Duration> = fc.oneof(
      fc.record({ clock: fc.constantFrom("wall" as const, "working" as const), ms }),
      fc.record({ clock: fc.constant("working" as const), days: fc.integer({ min: 1, max: 366 }) }),
    );
    fc.assert(
      fc.property(durations, (duration) => {
        expect(parseDuration(toWords(duration))).toEqual({ kind: "value", duration });
      }),
    );
  });
});
