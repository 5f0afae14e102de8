import { describe, expect, it } from "@jest/globals";
import { archive, ENTRIES_A_COMMENT } from "../../src/decide/archive.ts";
import { COMMENT_BUDGET } from "../../src/incident/comment-budget.ts";
import type { TimelineEntry } from "../../src/incident/timeline.ts";
import { after, anIncident } from "../support/incident.ts";

const entries = (count: number, text: string): readonly TimelineEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    at: after(index),
    kind: "note",
    by: "ana",
    text: `${index} ${text}`,
  }));

const archived = (timeline: readonly TimelineEntry[], before = 0) => {
  const { incident, posts } = archive(anIncident({ timeline, archived: before }));
  return {
    incident,
    keys: posts.map(({ key }) => key),
    moved: posts.flatMap(({ message }) =>
      message.name === "timeline-archive" ? message.data.entries : [],
    ),
    counts: posts.flatMap(({ message }) =>
      message.name === "timeline-archive" ? [message.data.before] : [],
    ),
  };
};

describe("a timeline", () => {
  it("stays in the record as long as there is room", () => {
    const timeline = entries(60, "short");
    expect(archived(timeline)).toMatchObject({
      incident: { timeline, archived: 0 },
      keys: [],
    });
  });

  it("has its oldest entries moved into comments, always so many, until there is room", () => {
    const timeline = entries(100, "x".repeat(250));
    const { incident, keys, moved, counts } = archived(timeline, 50);
    const rest = timeline.length - moved.length;
    expect(moved).toEqual(timeline.slice(0, moved.length));
    expect(incident.timeline).toEqual(timeline.slice(-rest));
    expect(JSON.stringify(incident.timeline).length).toBeLessThanOrEqual(COMMENT_BUDGET.timeline);
    expect(rest).toBeGreaterThan(ENTRIES_A_COMMENT / 2);
    expect(counts).toEqual(keys.map((_, index) => 50 + index * ENTRIES_A_COMMENT));
    expect(keys).toEqual(counts.map((count) => `timeline/${count}`));
    expect(incident.archived).toBe(50 + moved.length);
  });

  it("is known by when it was taken up and mitigated, though the entries that told are gone", () => {
    const since = { at: after(60), kind: "phase", by: "ana", what: "mitigated" } as const;
    const notes = entries(100, "x".repeat(250));
    const timeline = [...notes.slice(0, 60), since, ...notes.slice(60)];
    const known = { mitigatedAt: after(7), acknowledgedAt: after(3) };
    const told = { timeline, phase: "mitigated", phaseSince: after(90) } as const;
    expect(archive(anIncident({ ...told, ...known })).incident).toMatchObject(known);
    const older = archive(anIncident(told)).incident;
    expect(older).toMatchObject({ mitigatedAt: after(60), acknowledgedAt: after(1) });
    const again = archive(anIncident({ ...told, archived: 25 })).incident;
    expect(again).not.toHaveProperty("acknowledgedAt");
  });

  it("of few entries that are very long is cut, and stays", () => {
    const timeline = entries(24, "\u0001".repeat(270));
    const last: TimelineEntry = { at: after(30), kind: "confirmed", by: "bo" };
    const { incident, keys } = archived([...timeline.slice(1), last]);
    expect(keys).toEqual([]);
    expect(incident.timeline).toHaveLength(24);
    expect(incident.timeline[0]?.text).toBe(`1 ${"\u0001".repeat(47)}…`);
    expect(incident.timeline.at(-1)).toEqual(last);
  });
});
