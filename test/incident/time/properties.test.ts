import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import {
  addDuration,
  addWorking,
  addWorkingDays,
  type Duration,
  isWorking,
  nextWorking,
  WEEKDAYS_24H,
  workingBetween,
  workingUntil,
} from "../../../src/incident/time/index.ts";
import { scenes } from "./arbitraries.ts";
import { instant } from "./calendars.ts";

const MINUTE = 60_000;

const any = fc.oneof(
  { weight: 9, arbitrary: scenes },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("2026-05-01 00:00", "2024-02-25 00:00", "2026-12-28 00:00")
      .map((start) => ({ calendar: WEEKDAYS_24H, start: instant(start) })),
  },
);
/** To the ms, some at whole minutes. */
const within = (hours: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: hours * 60 * MINUTE }),
    fc.integer({ min: 0, max: hours * 60 }).map((minutes) => minutes * MINUTE),
  );
const offset = within(240);
const amount = within(30);

describe("working time", () => {
  it("adds up when an interval is split", () => {
    fc.assert(
      fc.property(any, offset, offset, offset, ({ calendar, start }, ...offsets) => {
        const [a = 0, b = 0, c = 0] = offsets.toSorted((one, other) => one - other);
        const between = (from: number, to: number) =>
          workingBetween(calendar, start + from, start + to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b)).toBeLessThanOrEqual(b - a);
        expect(between(b, a)).toBe(0);
      }),
    );
  });

  it("comes to the same in one step and in two", () => {
    fc.assert(
      fc.property(any, offset, amount, amount, ({ calendar, start }, from, x, y) => {
        const halfway = addWorking(calendar, start + from, x);
        if (halfway === null) throw new Error("never");
        expect(addWorking(calendar, halfway, y)).toBe(addWorking(calendar, start + from, x + y));
      }),
    );
  });

  it("is counted back exactly as it was added, and ends as early as it can", () => {
    fc.assert(
      fc.property(any, offset, amount, ({ calendar, start }, from, x) => {
        const at = start + from;
        const due = addWorking(calendar, at, x) ?? Number.NaN;
        expect(workingBetween(calendar, at, due)).toBe(x);
        expect(workingBetween(calendar, at, due - 1)).toBe(Math.max(0, x - 1));
      }),
    );
  });

  it("never ends outside working time, but for the very end of hours", () => {
    fc.assert(
      fc.property(any, offset, amount, ({ calendar, start }, from, x) => {
        const due = addWorking(calendar, start + from, x) ?? Number.NaN;
        expect(isWorking(calendar, due) || isWorking(calendar, due - 1)).toBe(true);
      }),
    );
  });

  it("ends later when it begins later or is longer", () => {
    fc.assert(
      fc.property(
        any,
        offset,
        offset,
        amount,
        amount,
        ({ calendar, start }, from, later, x, more) => {
          const due = addWorking(calendar, start + from, x) ?? Number.NaN;
          expect(addWorking(calendar, start + from + later, x)).toBeGreaterThanOrEqual(due);
          expect(addWorking(calendar, start + from, x + more)).toBeGreaterThanOrEqual(due);
        },
      ),
    );
  });

  it("begins again at the first instant that is working time", () => {
    fc.assert(
      fc.property(any, offset, ({ calendar, start }, from) => {
        const at = start + from;
        const next = nextWorking(calendar, at) ?? Number.NaN;
        expect(next).toBeGreaterThanOrEqual(at);
        expect(isWorking(calendar, next)).toBe(true);
        expect(workingBetween(calendar, at, next)).toBe(0);
        // Two offices can be at work without a break for ever.
        const end = workingUntil(calendar, next);
        fc.pre(end !== null);
        expect(workingBetween(calendar, next, end)).toBe(end - next);
        expect(isWorking(calendar, end)).toBe(false);
      }),
    );
  });
});

describe("working days", () => {
  const days = fc.integer({ min: 1, max: 8 });

  it("never end outside working time, and end later than they begin", () => {
    fc.assert(
      fc.property(any, offset, days, ({ calendar, start }, from, count) => {
        const due = addWorkingDays(calendar, start + from, count) ?? Number.NaN;
        expect(isWorking(calendar, due) || isWorking(calendar, due - 1)).toBe(true);
        expect(due).toBeGreaterThan(start + from);
      }),
    );
  });

  it("end later when they begin later or are more", () => {
    fc.assert(
      fc.property(any, offset, offset, days, ({ calendar, start }, from, later, count) => {
        const due = addWorkingDays(calendar, start + from, count) ?? Number.NaN;
        expect(addWorkingDays(calendar, start + from + later, count)).toBeGreaterThanOrEqual(due);
        expect(addWorkingDays(calendar, start + from, count + 1)).toBeGreaterThanOrEqual(due);
      }),
    );
  });
});

describe("a deadline", () => {
  const duration: fc.Arbitrary<Duration> = fc.oneof(
    fc.record({ clock: fc.constantFrom("wall", "working"), ms: amount }),
    fc.record({ clock: fc.constant("working"), days: fc.integer({ min: 1, max: 8 }) }),
  );

  it("never comes before its start, nor earlier for a later start, by either clock", () => {
    fc.assert(
      fc.property(any, offset, offset, duration, ({ calendar, start }, from, later, length) => {
        const at = start + from;
        const due = addDuration(calendar, at, length) ?? Number.NaN;
        expect(due).toBeGreaterThanOrEqual(at);
        expect(addDuration(calendar, at + later, length)).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  it("is no earlier in working time than as long by the wall clock, and exact by that one", () => {
    fc.assert(
      fc.property(any, offset, amount, ({ calendar, start }, from, ms) => {
        const wall = addDuration(calendar, start + from, { clock: "wall", ms });
        expect(wall).toBe(start + from + ms);
        expect(
          addDuration(calendar, start + from, { clock: "working", ms }),
        ).toBeGreaterThanOrEqual(start + from + ms);
      }),
    );
  });
});
