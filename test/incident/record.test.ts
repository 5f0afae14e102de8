import { describe, expect, it } from "@jest/globals";
import { RECENT_LIMIT } from "../../src/incident/comment-budget.ts";
import {
  isDigested,
  type MachineRecord,
  OVERLAP_MS,
  toDigest,
  toInertJson,
  toMoved,
} from "../../src/incident/record.ts";
import { anIncident } from "../support/incident.ts";

const event = (id: string, at: number) => ({ id, at });

describe("how far a thread was read", () => {
  it("is up to its youngest event, and remembers those within the overlap", () => {
    const events = [event("b", OVERLAP_MS + 5), event("a", 5), event("old", 4)];
    expect(toDigest(null, events, "v1")).toEqual({
      through: OVERLAP_MS + 5,
      recent: [
        ["b", OVERLAP_MS + 5],
        ["a", 5],
      ],
      version: "v1",
    });
  });

  it("goes on from where it was, and never back", () => {
    const before = toDigest(null, [event("a", 1000)], "v1");
    expect(toDigest(before, [event("late", 900)], null)).toEqual({
      through: 1000,
      recent: [
        ["a", 1000],
        ["late", 900],
      ],
      version: null,
    });
    expect(toDigest(before, [event("b", 1000 + OVERLAP_MS + 1)], null).recent).toEqual([
      ["b", 1000 + OVERLAP_MS + 1],
    ]);
  });

  it("is nowhere where nothing happened", () => {
    expect(toDigest(null, [], null)).toEqual({ through: 0, recent: [], version: null });
  });

  it.each([
    ["an older event than the overlap", event("x", 999), true],
    ["one at the edge that was not seen", event("x", 1000), false],
    ["one that was seen", event("seen", 1000 + OVERLAP_MS), true],
    ["one that turned up late", event("x", 1000 + OVERLAP_MS), false],
    ["a younger one", event("x", 1000 + OVERLAP_MS + 1), false],
  ])("tells of %s whether it was read", (_, one, isRead) => {
    const digest = toDigest(null, [event("seen", 1000 + OVERLAP_MS)], null);
    expect(isDigested(digest, one)).toBe(isRead);
  });
});

const burst = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => event(`e${from + index}`, 10_000 + from + index));

describe("how far a thread was read, in a burst", () => {
  it("is remembered by its youngest events, and by the time of the oldest of them", () => {
    const all = burst(RECENT_LIMIT + 3);
    const digest = toDigest(null, all, null);
    expect(digest.recent).toHaveLength(RECENT_LIMIT);
    expect(digest.since).toBe(10_003);
    for (const one of all) expect(isDigested(digest, one)).toBe(true);
    expect(isDigested(digest, event("new", 10_003))).toBe(false);
    expect(isDigested(digest, event("too late", 10_002))).toBe(true);
  });

  it("holds as many as there is room for", () => {
    const digest = toDigest(null, burst(RECENT_LIMIT), null);
    expect([digest.recent.length, digest.since]).toEqual([RECENT_LIMIT, undefined]);
  });

  it("goes on from where the burst was, until that is out of sight", () => {
    const first = toDigest(null, burst(RECENT_LIMIT + 3), null);
    const next = toDigest(first, [event("late", 10_001), event("next", 11_000)], null);
    expect(next.since).toBe(10_004);
    expect(next.recent.map(([id]) => id)).not.toContain("late");
    const at = 11_000 + OVERLAP_MS;
    expect(toDigest(next, [event("much later", at)], null)).toEqual({
      through: at,
      recent: [
        ["next", 11_000],
        ["much later", at],
      ],
      version: null,
    });
  });
});

describe("the record of an issue that was transferred", () => {
  it("tells by their times alone which events were read", () => {
    const record: MachineRecord = {
      incident: anIncident(),
      digest: { through: 1000, recent: [["old", 1000]], version: "v1", followed: "v2" },
      outbox: [],
      receipts: [],
      leaving: [],
      writtenAt: 1000,
      pinned: true,
    };
    const events = [event("a", 900), event("b", 1000), event("c", 1001)];
    expect(toMoved(record, events)).toEqual({
      ...record,
      digest: {
        through: 1000,
        recent: [
          ["a", 900],
          ["b", 1000],
        ],
        version: "v1",
      },
    });
  });
});

describe("JSON in an HTML comment", () => {
  it.each(["-->", "--!>", "->", "!>", "a --> b -->"])("cannot be ended by %j", (words) => {
    const json = toInertJson({ words });
    expect(json).not.toMatch(/--!?>/);
    expect(JSON.parse(json)).toEqual({ words });
  });

  it("leaves other words as they are", () => {
    expect(toInertJson({ words: "a > b" })).toBe('{"words":"a > b"}');
  });
});
