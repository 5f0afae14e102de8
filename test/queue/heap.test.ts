import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Heap } from "../../src/queue/heap.ts";

describe("a heap", () => {
  it("gives back in order whatever was pushed, pops in between or not", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer())), (steps) => {
        const heap = new Heap<number>((a, b) => a < b);
        const model: number[] = [];
        for (const step of steps) {
          if (step === null) expect(heap.pop()).toBe(model.shift());
          else {
            heap.push(step);
            model.push(step);
            model.sort((a, b) => a - b);
          }
          expect(heap.top).toBe(model[0]);
        }
        expect(model.map(() => heap.pop())).toEqual(model);
      }),
    );
  });
});
