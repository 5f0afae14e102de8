import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { toTicks, toTimeScale } from "../../src/site/drawing/time-scale.ts";
import { after } from "../support/incident.ts";

const EDGES = { left: 10, right: 510 };

describe("a line of time", () => {
  it("is even where no silence is long", () => {
    const { toX, breaks } = toTimeScale([0, 15, 30, 60].map(after), EDGES);
    expect([0, 15, 30, 60].map((at) => toX(after(at)))).toEqual([10, 135, 260, 510]);
    expect(breaks).toEqual([]);
  });

  it("cuts a night short", () => {
    const { toX, breaks } = toTimeScale([0, 60, 660, 720].map(after), EDGES);
    expect(breaks).toEqual([{ from: 237, to: 283, ms: 600 * 60_000 }]);
    expect(toX(after(30))).toBeCloseTo(123.5);
    expect(toX(after(690))).toBeCloseTo(396.5);
  });

  it("cuts nothing where everything is far apart", () => {
    expect(toTimeScale([0, 6000, 9000].map(after), EDGES).breaks).toEqual([]);
  });

  it("keeps everything in order and between its edges, with marks far enough apart", () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(minutes, (found) => {
        const scale = toTimeScale(found.map(after), EDGES);
        const places = found
          .toSorted((one, other) => one - other)
          .map((at) => scale.toX(after(at)));
        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(Math.min(...places)).toBeGreaterThanOrEqual(EDGES.left);
        expect(Math.max(...places)).toBeLessThanOrEqual(EDGES.right + 0.001);
        const ticks = toTicks(scale, 50).map(scale.toX);
        const gaps = ticks.slice(1).map((x, index) => x - (ticks[index] ?? 0));
        expect(gaps.every((gap) => gap >= 44)).toBe(true);
      }),
    );
  });
});
