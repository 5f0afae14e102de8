import { html, type Html } from "../html/html.ts";
import { line, text } from "./svg.ts";

/** Whole numbers up the side of a chart. */
export interface CountAxis {
  readonly top: number;
  readonly ticks: readonly number[];
}

const STEPS = [1, 2, 5];

/** An axis for counts up to `most`: at most five ticks, at whole round numbers. */
export function toCountAxis(most: number): CountAxis {
  const needed = Math.max(1, most);
  let step = 1;
  for (let power = 1, found = false; !found; power *= 10) {
    for (const one of STEPS) {
      step = one * power;
      if (needed / step <= 4) {
        found = true;
        break;
      }
    }
  }
  const count = Math.ceil(needed / step);
  return {
    top: count * step,
    ticks: Array.from({ length: count + 1 }, (_, index) => index * step),
  };
}

/** The lines of an axis across a plot, with their numbers. */
export const drawCountAxis = (
  { ticks }: CountAxis,
  toY: (count: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
): Html =>
  html`${ticks.map((count) => [
    line(count === 0 ? "axis" : "grid", [left, toY(count)], [right, toY(count)]),
    text(String(count), { x: left - 6, y: toY(count) + 4 }, "end"),
  ])}`;
