import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { FairLines } from "../../src/queue/fair-lines.ts";

describe("lines of those who wait", () => {
  it("do not grow by deadlines that are moved again and again, however far off they are", () => {
    const lines = new FairLines<string>(1);
    const far = 180 * 24 * 60 * 60_000;
    const others = Array.from({ length: 10 }, (_, index) => lines.put(1, `other ${index}`, far));
    let ticket = lines.put(1, "moved", far);
    for (let look = 1; look <= 50_000; look++) {
      lines.leave(ticket);
      ticket = lines.put(1, "moved", far + look);
    }
    expect(lines.size).toBeLessThan(200);
    expect(lines.earliestAfter(0)).toBe(far);
    expect(others.map(() => lines.take(far)?.item)).toContain("other 0");
  });

  it("give out those who stay in the order of their times, whoever left before", () => {
    const step = fc.record({ at: fc.nat(1000), leaves: fc.boolean(), twice: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const lines = new FairLines<number>(Infinity);
        const tickets = steps.map(({ at }, index) => lines.put(1, index, at));
        for (const [index, { leaves, twice }] of steps.entries()) {
          const ticket = tickets[index];
          if (!leaves || ticket === undefined) continue;
          lines.leave(ticket);
          if (twice) lines.leave(ticket);
        }
        const staying = [...steps.entries()]
          .filter(([, { leaves }]) => !leaves)
          .toSorted(([, one], [, other]) => one.at - other.at)
          .map(([index]) => index);
        expect(staying.map(() => lines.take(1000)?.item)).toEqual(staying);
        expect(lines.take(1000)).toBeNull();
      }),
    );
  });
});
