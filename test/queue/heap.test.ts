import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { Heap } from "../../src/queue/heap.ts";

/** Pushes each number, pops for each null; what was popped, and in the end the rest. */
function viaHeap(steps: readonly (number | null)[]): (number | undefined)[] {
  const heap = new Heap<number>((a, b) => a < b);
  const popped = steps.flatMap((step) => (step === null ? [heap.pop()] : (heap.push(step), [])));
  while (heap.top !== undefined) popped.push(heap.pop());
  return popped;
}

function viaSorting(steps: readonly (number | null)[]): (number | undefined)[] {
  let rest: number[] = [];
  const popped = steps.flatMap((step) => {
    if (step === null) return [rest.shift()];
    rest = [...rest, step].toSorted((a, b) => a - b);
    return [];
  });
  return [...popped, ...rest];
}

describe("a heap", () => {
  it("gives back in order whatever was pushed, pops in between or not", () => {
    const steps = fc.array(fc.option(fc.integer()));
    fc.assert(fc.property(steps, (some) => expect(viaHeap(some)).toEqual(viaSorting(some))));
  });
});
