import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { parseMoment, toMoment } from "../../../src/incident/time/index.ts";

const NOW = Date.parse("2026-05-04T09:30:00Z");

/** When that is, as ISO without seconds; null: it is no moment, or nobody knows when it is. */
function when(text: string): string | null {
  const said = parseMoment(text);
  const at = said === null ? null : toMoment(said, NOW);
  return at === null ? null : new Date(at).toISOString().slice(0, 16);
}

describe("a moment in words", () => {
  it.each<readonly [string, string | null]>([
    ["now", "2026-05-04T09:30"],
    ["30 minutes ago", "2026-05-04T09:00"],
    ["1h 30m ago.", "2026-05-04T08:00"],
    ["2026-05-04 08:47 UTC", "2026-05-04T08:47"],
    ["2026-05-04T08:47:30Z", "2026-05-04T08:47"],
    ["2026-05-04, 08:47 GMT", "2026-05-04T08:47"],
    ["2026-05-04 at 08:47 (UTC)", "2026-05-04T08:47"],
    ["2026-05-04 10:47 +02:00", "2026-05-04T08:47"],
    ["2026-05-04 10:47 UTC+2", "2026-05-04T08:47"],
    ["2026-05-04 10:47 Europe/Berlin", "2026-05-04T08:47"],
    ["2026-05-04 10:47 in Europe/Berlin", "2026-05-04T08:47"],
    ["2026-01-04 10:47 Europe/Berlin", "2026-01-04T09:47"],
    ["08:47 UTC", "2026-05-04T08:47"],
    ["10:47 UTC", "2026-05-03T10:47"],
    ["today 08:47 UTC", "2026-05-04T08:47"],
    ["yesterday at 22:10 UTC", "2026-05-03T22:10"],
    ["yesterday 22:10 Pacific/Auckland", "2026-05-03T10:10"],
    ["08:47", null],
    ["08:47 EST", null],
    ["08:47 UTC+15", null],
    ["24:00 UTC", null],
    ["08:60 UTC", null],
    ["2026-02-30 08:47 UTC", null],
    ["2026-05-04", null],
    ["2 working hours ago", null],
    ["ago", null],
    ["", null],
  ])("%s is %s", (text, expected) => {
    expect(when(text)).toBe(expected);
  });

  it("is never later than now where it says no date, and reads as it is written where it does", () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const clock = new Date(minute * 60_000).toISOString().slice(11, 16);
        expect(Date.parse(`${when(`${clock} UTC`)}Z`)).toBeLessThanOrEqual(NOW);
        expect(when(`2026-05-02 ${clock} UTC`)).toBe(`2026-05-02T${clock}`);
      }),
    );
  });

  it("is told from any other text without a failure", () => {
    const piece = fc.constantFrom(
      "now",
      " ",
      "ago",
      "08:47",
      "2026-05-04",
      "UTC",
      "(",
      ")",
      "+02",
      "/",
    );
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(() => when(text)).not.toThrow();
      }),
    );
  });
});
