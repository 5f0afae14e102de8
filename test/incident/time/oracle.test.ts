import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import type { Calendar } from "../../../src/incident/time/calendar.ts";
import {
  addWorking,
  isWorking,
  nextWorking,
  workingBetween,
  workingUntil,
} from "../../../src/incident/time/index.ts";
import { scenes } from "./arbitraries.ts";
import { inZone, DAILY, hours, instant } from "./calendars.ts";
import { WINDOW_DAYS, workingMinutes } from "./oracle.ts";
import { CHANGES, windowOf } from "./windows.ts";

const MINUTE = 60_000;
/** Minutes of the window that are asked about: not the first two days, from which hours still run on, nor the last one. */
const FIRST = 2 * 1440;
const LAST = (WINDOW_DAYS - 1) * 1440;

const minutes = fc.integer({ min: FIRST, max: LAST });

/** The stretches of a window by the oracle in which somebody works, as minutes; touching ones are one. */
function countedStretches(working: readonly boolean[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let minute = FIRST; minute < LAST; minute++) {
    if (working[minute] !== true) continue;
    const last = found.at(-1);
    if (last?.[1] === minute) last[1] = minute + 1;
    else found.push([minute, minute + 1]);
  }
  return found;
}

/** The same stretches as the calendar tells them. */
function toldStretches(calendar: Calendar, start: number): readonly (readonly [number, number])[] {
  const end = start + LAST * MINUTE;
  const found: (readonly [number, number])[] = [];
  let from = nextWorking(calendar, start + FIRST * MINUTE);
  while (from !== null && from < end) {
    const to = Math.min(workingUntil(calendar, from) ?? end, end);
    found.push([(from - start) / MINUTE, (to - start) / MINUTE]);
    from = nextWorking(calendar, to);
  }
  return found;
}

const NIGHTS = [
  "00:00-05:00",
  "00:00-24:00",
  "01:30-02:30",
  "00:15-03:15",
  "22:00-06:00",
  "02:00-03:00",
  "23:30-00:30",
];

describe("working time beside a count of every minute", () => {
  it("is the same in every minute, at every edge", () => {
    fc.assert(
      fc.property(scenes, ({ calendar, start }) => {
        const counted = countedStretches(workingMinutes(calendar, start));
        expect(toldStretches(calendar, start)).toEqual(counted);
      }),
    );
  });

  it("adds, counts and tells alike from any minute", () => {
    fc.assert(
      fc.property(scenes, minutes, minutes, ({ calendar, start }, one, other) => {
        const working = workingMinutes(calendar, start);
        const [from, to] = one < other ? [one, other] : [other, one];
        const [a, b] = [start + from * MINUTE, start + to * MINUTE];
        const sum = working.slice(from, to).filter(Boolean).length;
        expect(workingBetween(calendar, a, b)).toBe(sum * MINUTE);
        expect(isWorking(calendar, a)).toBe(working[from]);
        fc.pre(sum > 0);
        const last = working.slice(0, to).lastIndexOf(true);
        expect(addWorking(calendar, a, sum * MINUTE)).toBe(start + (last + 1) * MINUTE);
      }),
    );
  });

  it.each(CHANGES)("is the same in %s around %s, by day and by night", (zone, date) => {
    const start = windowOf(date);
    for (const text of NIGHTS) {
      const calendar = inZone(zone, { days: DAILY, hours: hours(text) });
      const counted = countedStretches(workingMinutes(calendar, start));
      expect({ text, told: toldStretches(calendar, start) }).toEqual({ text, told: counted });
    }
  });

  it("has an oracle that knows a plain day", () => {
    const start = instant("2026-05-04 00:00");
    const working = workingMinutes(inZone("Europe/Berlin"), start).slice(0, 1440);
    expect(working.indexOf(true)).toBe(7 * 60);
    expect(working.filter(Boolean)).toHaveLength(8 * 60);
  });
});
