import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { NOBODY, onDuty, type Duty } from "../../src/incident/duty.ts";
import { onRotation, turnStart, type Rotation } from "../../src/incident/rotation.ts";
import { toZoned } from "../../src/incident/time/index.ts";

const at = (text: string): number => Date.parse(text);
const HOUR = 3_600_000;

const WEEKS: Rotation = {
  people: ["ana", "bo", "sam"],
  days: 7,
  since: { date: "2026-03-02", time: "09:00" },
  zone: "Europe/Berlin",
  overrides: [{ from: "2026-12-24", to: "2027-01-02", who: "sam" }],
};

describe("a rotation of weeks that hands over on Mondays at 09:00 in Berlin", () => {
  test.each([
    ["before its first turn", "2026-03-02T07:59:59Z", null],
    ["in its first turn", "2026-03-02T08:00:00Z", "ana"],
    ["at the end of a turn", "2026-03-09T07:59:59Z", "ana"],
    ["at a handover", "2026-03-09T08:00:00Z", "bo"],
    ["in the last turn before it begins again", "2026-03-22T12:00:00Z", "sam"],
    ["when it has begun again", "2026-03-23T08:00:00Z", "ana"],
    // Clocks were put forward on the 29th: 09:00 is an hour earlier by UTC.
    ["before a handover in summer", "2026-03-30T06:59:59Z", "ana"],
    ["at a handover in summer", "2026-03-30T07:00:00Z", "bo"],
    ["before an override, by the zone's date", "2026-12-23T22:59:59Z", "ana"],
    ["on the first date of an override", "2026-12-23T23:00:00Z", "sam"],
    ["on the last date of an override", "2027-01-02T22:59:59Z", "sam"],
    ["after an override", "2027-01-02T23:00:00Z", "bo"],
  ])("%s it is who it says", (_, when, who) => {
    expect(onRotation(WEEKS, at(when))).toBe(who);
  });
});

test("the first override that covers a date counts, and one without years comes every year", () => {
  const rotation: Rotation = {
    ...WEEKS,
    overrides: [
      { from: "2026-12-31", to: "2026-12-31", who: "tri" },
      { from: "12-30", to: "01-01", who: "cleo" },
    ],
  };
  expect(onRotation(rotation, at("2026-12-31T12:00:00Z"))).toBe("tri");
  expect(onRotation(rotation, at("2027-01-01T12:00:00Z"))).toBe("cleo");
  expect(onRotation(rotation, at("2027-12-31T12:00:00Z"))).toBe("cleo");
});

test("a turn that would begin in an hour that clocks skip begins when they skip it", () => {
  const rotation = { ...WEEKS, days: 1, since: { date: "2026-03-28", time: "02:30" } };
  expect(turnStart(rotation, 0)).toBe(at("2026-03-28T01:30:00Z"));
  expect(turnStart(rotation, 1)).toBe(at("2026-03-29T01:00:00Z"));
  expect(onRotation(rotation, at("2026-03-29T00:59:59Z"))).toBe("ana");
  expect(onRotation(rotation, at("2026-03-29T01:00:00Z"))).toBe("bo");
});

test("a turn that would begin in an hour that comes twice begins at the first, and does not begin again", () => {
  const rotation = { ...WEEKS, days: 1, since: { date: "2026-10-24", time: "02:30" } };
  expect(turnStart(rotation, 1)).toBe(at("2026-10-25T00:30:00Z"));
  expect(onRotation(rotation, at("2026-10-25T00:29:59Z"))).toBe("ana");
  expect(onRotation(rotation, at("2026-10-25T00:45:00Z"))).toBe("bo");
  // The same hour again, by clocks that show less than the handover.
  expect(onRotation(rotation, at("2026-10-25T01:15:00Z"))).toBe("bo");
});

const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Apia"];
const two = (count: number): string => String(count).padStart(2, "0");
const rotations = fc.record({
  people: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 }),
  days: fc.integer({ min: 1, max: 60 }),
  since: fc.record({
    date: fc
      .integer({ min: at("2015-01-01"), max: at("2030-01-01") })
      .map((ms) => new Date(ms).toISOString().slice(0, 10)),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${two(hour)}:${two(minute)}`),
  }),
  zone: fc.constantFrom(...zones),
  overrides: fc.constant([]),
});

test("every turn begins at the same local time, and its person is on duty from then until the next one begins", () => {
  fc.assert(
    fc.property(
      rotations,
      fc.integer({ min: 0, max: 400 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rotation, turn, part) => {
        const { people, since, zone } = rotation;
        const [start, end] = [turnStart(rotation, turn), turnStart(rotation, turn + 1)];
        expect(start).toBeLessThan(end);
        const within = Math.min(end - 1, start + Math.floor((end - start) * part));
        const who = people[turn % people.length];
        expect([start, within, end - 1].map((one) => onRotation(rotation, one))).toEqual([
          who,
          who,
          who,
        ]);
        expect(onRotation(rotation, turnStart(rotation, 0) - 1)).toBeNull();
        // But for a time that clocks skip: then it is the next that they show, within the hour (in Apia, once, within the day).
        const shown = (toZoned(zone, start) ?? new Date(start).toISOString().slice(7, 16)).slice(
          4,
          9,
        );
        const earlier = (toZoned(zone, start - 1) ?? "").slice(4, 9);
        const isSkipped = shown !== since.time && earlier < since.time;
        expect(isSkipped || shown === since.time).toBe(true);
      },
    ),
  );
});

const team = (members: readonly string[] | null, pick: "only" | "first"): Duty => ({
  kind: "team",
  name: "acme/support",
  pick,
  fallback: "pm",
  members,
});

describe("a duty", () => {
  test.each([
    ["is nobody's", NOBODY, []],
    ["is one person's", { kind: "login", login: "ana", fallback: null }, ["ana"]],
    [
      "is whose turn it is, else the fallback's",
      { kind: "rotation", rotation: WEEKS, fallback: "pm" },
      ["ana", "pm"],
    ],
    ["names nobody twice", { kind: "rotation", rotation: WEEKS, fallback: "Ana" }, ["ana"]],
    ["is the only member's", team(["bo"], "only"), ["bo", "pm"]],
    ["is nobody's of several where one is meant", team(["bo", "sam"], "only"), ["pm"]],
    ["is the first member's", team(["bo", "sam"], "first"), ["bo", "pm"]],
    ["is the fallback's of an empty team", team([], "first"), ["pm"]],
    ["is the fallback's of a team that cannot be read", team(null, "first"), ["pm"]],
  ] satisfies readonly (readonly [string, Duty, readonly string[]])[])("%s", (_, duty, logins) => {
    expect(onDuty(duty, at("2026-03-02T08:00:00Z") + HOUR)).toEqual(logins);
  });
  test("is the fallback's before a rotation begins", () => {
    const duty: Duty = { kind: "rotation", rotation: WEEKS, fallback: "pm" };
    expect(onDuty(duty, at("2026-01-01T00:00:00Z"))).toEqual(["pm"]);
    expect(onDuty({ ...duty, fallback: null }, at("2026-01-01T00:00:00Z"))).toEqual([]);
  });
});
