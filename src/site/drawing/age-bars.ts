import type { Html } from "../html/html.ts";
import { rect, svg, text } from "./svg.ts";

/** How many things have an age. */
export interface AgeCount {
  readonly title: string;
  readonly count: number;
}

const ROW = 30;
const LEFT = 116;

/** Bars across, one for each age. */
export function drawAges(ages: readonly AgeCount[], says: string, width: number): Html {
  const most = Math.max(1, ...ages.map(({ count }) => count));
  const rows = ages.map(({ title, count }, index) => {
    const y = index * ROW;
    const length = ((width - LEFT - 40) * count) / most;
    return [
      text(title, { x: LEFT - 10, y: y + 19 }, "end"),
      rect("track", { x: LEFT, y: y + 5, width: width - LEFT - 40, height: ROW - 10 }, null),
      count === 0
        ? null
        : rect(
            `age a${index}`,
            { x: LEFT, y: y + 5, width: length, height: ROW - 10 },
            `${title}: ${count}`,
          ),
      text(String(count), { x: LEFT + length + 8, y: y + 19 }, "start", "count"),
    ];
  });
  return svg("chart", { width, height: ages.length * ROW }, says, rows);
}
