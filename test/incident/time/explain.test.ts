import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  explainDeadline,
  type Skipped,
  WEEKDAYS_24H,
  workingBetween,
} from "../../../src/incident/time/index.ts";
import { scenes } from "./arbitraries.ts";
import { inZone, DAILY, hours, instant, iso, office, united } from "./calendars.ts";

const HOUR = 3_600_000;

const told = (skipped: readonly Skipped[]) =>
  skipped.map(({ reason, name, from, to }) => [
    name === null ? reason : `${reason}: ${name}`,
    iso(from),
    iso(to),
  ]);

describe("the explanation of a deadline", () => {
  it("skips the weekend: Tue 14:00 UTC is 48 working hours after Fri 14:00 UTC", () => {
    const from = instant("2026-05-01 14:00");
    const duration = { clock: "working", ms: 48 * HOUR } as const;
    expect(explainDeadline(WEEKDAYS_24H, from, duration)).toEqual({
      from,
      duration,
      zone: "UTC",
      skipped: [
        {
          reason: "weekend",
          name: null,
          from: instant("2026-05-02 00:00"),
          to: instant("2026-05-04 00:00"),
        },
      ],
      due: instant("2026-05-05 14:00"),
    });
  });

  it("skips nothing by the wall clock", () => {
    const from = instant("2026-05-01 14:00");
    const { skipped, due } = explainDeadline(WEEKDAYS_24H, from, { clock: "wall", ms: 48 * HOUR });
    expect([skipped, due]).toEqual([[], instant("2026-05-03 14:00")]);
  });

  it("tells nights, holidays with their names, closed days and weekends apart, by the office's midnights", () => {
    const calendar = inZone("Europe/Berlin", {
      holidays: [
        { date: "12-25", name: "Christmas" },
        { date: "12-26", name: "Boxing Day" },
      ],
      reduced: [
        { from: "2026-12-24", to: "2026-12-24", hours: [], name: "Christmas Eve" },
        { from: "2026-12-28", to: "2026-12-31", hours: hours("10:00-12:00"), name: "quiet" },
      ],
    });
    const from = instant("2026-12-22 16:00 +01:00");
    const { skipped, due, zone } = explainDeadline(calendar, from, {
      clock: "working",
      ms: 12 * HOUR,
    });
    expect(zone).toBe("Europe/Berlin");
    expect(iso(due)).toBe("2026-12-29T10:00Z");
    expect(told(skipped)).toEqual([
      ["outside-hours", "2026-12-22T16:00Z", "2026-12-23T08:00Z"],
      ["outside-hours", "2026-12-23T16:00Z", "2026-12-23T23:00Z"],
      ["closed: Christmas Eve", "2026-12-23T23:00Z", "2026-12-24T23:00Z"],
      ["holiday: Christmas", "2026-12-24T23:00Z", "2026-12-25T23:00Z"],
      ["weekend", "2026-12-25T23:00Z", "2026-12-27T23:00Z"],
      ["outside-hours", "2026-12-27T23:00Z", "2026-12-28T09:00Z"],
      ["outside-hours", "2026-12-28T11:00Z", "2026-12-29T09:00Z"],
    ]);
  });

  it("begins with the time off in which it begins, and ends with the work", () => {
    const from = instant("2026-05-03 12:00");
    const { skipped } = explainDeadline(inZone("UTC"), from, { clock: "working", days: 1 });
    expect(told(skipped)).toEqual([
      ["weekend", "2026-05-03T12:00Z", "2026-05-04T00:00Z"],
      ["outside-hours", "2026-05-04T00:00Z", "2026-05-04T09:00Z"],
    ]);
  });

  it("calls a day a holiday only where no office opens", () => {
    const off = office("Europe/Berlin", { holidays: [{ date: "2026-05-05", name: "A day" }] });
    const from = instant("2026-05-04 14:30");
    const duration = { clock: "working", ms: 4 * HOUR } as const;
    const alone = explainDeadline(united(off, office("UTC", { days: ["Wed"] })), from, duration);
    expect(told(alone.skipped)[1]).toEqual([
      "holiday: A day",
      "2026-05-04T22:00Z",
      "2026-05-05T22:00Z",
    ]);
    const both = explainDeadline(united(off, office("UTC")), from, duration);
    expect(told(both.skipped)).toEqual([
      ["outside-hours", "2026-05-04T17:00Z", "2026-05-05T09:00Z"],
    ]);
  });

  it("tells holidays apart by their names, and prefers them to closed days", () => {
    const first = { date: "2026-05-04", name: "One" };
    const second = { date: "2026-05-05", name: "Two" };
    const closed = { from: "2026-05-04", to: "2026-05-05", hours: [], name: "Quiet" };
    const calendar = united(
      office("UTC", { reduced: [closed] }),
      office("UTC", { holidays: [first, second] }),
    );
    const from = instant("2026-05-04 10:00");
    const { skipped } = explainDeadline(calendar, from, { clock: "working", ms: HOUR });
    expect(told(skipped)).toEqual([
      ["holiday: One", "2026-05-04T10:00Z", "2026-05-05T00:00Z"],
      ["holiday: Two", "2026-05-05T00:00Z", "2026-05-06T00:00Z"],
      ["outside-hours", "2026-05-06T00:00Z", "2026-05-06T09:00Z"],
    ]);
  });

  it("does not name a weekend on a date that the zone skipped", () => {
    const calendar = inZone("Pacific/Apia", { days: ["Thu", "Sat"] });
    const from = instant("2011-12-29 16:00 -10:00");
    const { skipped } = explainDeadline(calendar, from, { clock: "working", ms: 2 * HOUR });
    expect(told(skipped)).toEqual([["outside-hours", "2011-12-30T03:00Z", "2011-12-30T19:00Z"]]);
  });

  it("goes over a date that the zone skipped", () => {
    const calendar = inZone("Pacific/Apia", { days: DAILY });
    const from = instant("2011-12-29 16:00 -10:00");
    const { skipped } = explainDeadline(calendar, from, { clock: "working", ms: 2 * HOUR });
    expect(told(skipped)).toEqual([["outside-hours", "2011-12-30T03:00Z", "2011-12-30T19:00Z"]]);
  });

  it("says that a deadline never comes", () => {
    const { skipped, due } = explainDeadline(inZone("UTC", { hours: [] }), 0, {
      clock: "working",
      days: 1,
    });
    expect([skipped, due]).toEqual([[], null]);
  });

  it("accounts for every ms: what is skipped and what was worked is all there is", () => {
    const amounts = fc.integer({ min: 0, max: 30 * HOUR });
    fc.assert(
      fc.property(
        scenes,
        fc.integer({ min: 0, max: 240 }),
        amounts,
        ({ calendar, start }, hour, ms) => {
          const from = start + hour * HOUR;
          const { skipped, due } = explainDeadline(calendar, from, { clock: "working", ms });
          const sum = skipped.reduce((total, each) => total + each.to - each.from, 0);
          expect(sum + ms).toBe((due ?? Number.NaN) - from);
          for (const [index, each] of skipped.entries()) {
            expect(each.from).toBeGreaterThanOrEqual(skipped[index - 1]?.to ?? from);
            expect(workingBetween(calendar, each.from, each.to)).toBe(0);
          }
        },
      ),
    );
  });
});
