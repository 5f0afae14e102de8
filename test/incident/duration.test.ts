import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { parseDuration } from "../../src/incident/duration.ts";

const MINUTE = 60_000;

describe("reading a duration", () => {
  it.each([
    ["90s", 1.5 * MINUTE],
    ["30 minutes", 30 * MINUTE],
    ["30min.", 30 * MINUTE],
    ["2h", 120 * MINUTE],
    ["1.5 hours", 90 * MINUTE],
    ["an hour", 60 * MINUTE],
    ["1h 30m", 90 * MINUTE],
    ["1h30m", 90 * MINUTE],
    ["1 hour and 30 minutes", 90 * MINUTE],
    ["1 day, 2 hours", 26 * 60 * MINUTE],
    ["2 weeks", 14 * 24 * 60 * MINUTE],
    ["PT30M", 30 * MINUTE],
    ["pt1h30m", 90 * MINUTE],
    ["P1DT2H", 26 * 60 * MINUTE],
    ["P1W", 7 * 24 * 60 * MINUTE],
  ])("takes %s", (text, ms) => {
    expect(parseDuration(text)).toEqual({ kind: "value", ms });
  });

  const no = "That is not a duration. Write it like `30 minutes`, `2h`, `1h 30m` or `PT30M`.";

  it.each([
    ["", no],
    ["soon", no],
    ["2", no],
    ["-2h", no],
    ["2 moons", no],
    ["P", no],
    ["PT", no],
    ["1e3h", no],
    ["two hours", no],
    ["x".repeat(65_536), no],
    ["0 minutes", "A duration is a second at least."],
    ["400 days", "A duration is 366 days at most."],
    ["999999999w", "A duration is 366 days at most."],
    [
      "2 working hours",
      "Sitrep does not count working time yet. Give it in hours by the clock, like `4h`.",
    ],
  ])("refuses %.20s", (text, problem) => {
    expect(parseDuration(text)).toEqual({ kind: "problem", problem });
  });

  it("never throws, and answers a whole number of ms in range", () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9.]{0,5} ?[a-z]{0,4} ?[0-9pth]{0,5}$/),
    );
    fc.assert(
      fc.property(text, (some) => {
        const parsed = parseDuration(some);
        if (parsed.kind === "problem") return;
        expect(Number.isInteger(parsed.ms)).toBe(true);
        expect(parsed.ms).toBeGreaterThanOrEqual(1000);
        expect(parsed.ms).toBeLessThanOrEqual(366 * 86_400_000);
      }),
    );
  });
});
