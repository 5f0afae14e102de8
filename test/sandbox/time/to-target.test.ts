import { describe, expect, test } from "@jest/globals";
import { nextOf } from "../../../src/sandbox/time/deadlines.ts";
import type { Deadline, Deadlines } from "../../../src/sandbox/time/deadlines.ts";
import { nextMonday, toTarget, type Winding } from "../../../src/sandbox/time/to-target.ts";

const at = (text: string): number => Date.parse(`${text}:00Z`);
const NOW = at("2026-03-06T14:00");

const due = (dueAt: number): Deadline => ({
  reminder: "escalate",
  subject: "",
  title: "",
  names: [],
  dueAt,
  why: "",
  moves: "",
});
const told = (times: readonly number[], lookAgainAt: number | null = null): Deadlines => ({
  agenda: times.map(due),
  lookAgainAt,
});

describe("Monday 09:00 is the next one", () => {
  test.each([
    ["2026-03-06T14:00", "2026-03-09T09:00"],
    ["2026-03-08T23:59", "2026-03-09T09:00"],
    ["2026-03-09T08:59", "2026-03-09T09:00"],
    ["2026-03-09T09:00", "2026-03-16T09:00"],
    ["2026-03-10T00:00", "2026-03-16T09:00"],
    ["2026-12-31T12:00", "2027-01-04T09:00"],
  ])("from %s it is %s", (from, wanted) => {
    expect(nextMonday(at(from))).toBe(at(wanted));
  });
});

describe("winding ends", () => {
  test.each<[Winding, Deadlines, number | null]>([
    ["5-minutes", told([]), at("2026-03-06T14:05")],
    ["30-minutes", told([]), at("2026-03-06T14:30")],
    ["monday", told([]), at("2026-03-09T09:00")],
    ["deadline", told([NOW + 60_000, NOW + 90_000]), NOW + 61_000],
    ["deadline", told([NOW - 60_000, NOW + 90_000]), NOW + 91_000],
    ["deadline", told([NOW + 90_000], NOW + 30_000), NOW + 31_000],
    ["deadline", told([NOW], NOW), null],
    ["deadline", told([]), null],
  ])("by %s, where it should", (winding, deadlines, wanted) => {
    expect(toTarget(winding, NOW, deadlines)).toBe(wanted);
  });
});

test("what is past is not next", () => {
  expect(nextOf(told([NOW - 1, NOW]), NOW)).toBeNull();
});
