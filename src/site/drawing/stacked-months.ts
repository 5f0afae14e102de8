import type { Html } from "../html/html.ts";
import { drawCountAxis, toCountAxis } from "./count-axis.ts";
import { drawMonths } from "./month-axis.ts";
import { rect, svg } from "./svg.ts";

/** A month with its parts, from the bottom up; `name`: the class that gives a part its colour. */
export interface StackedMonth {
  readonly month: string;
  readonly parts: readonly {
    readonly name: string;
    readonly count: number;
    readonly tip: string;
  }[];
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 44;
const LEFT = 34;
// Between two parts, so that they are told apart by more than their colours.
const GAP = 1.5;

/** Bars by month, each of several parts one upon the other. */
export function drawStackedMonths(
  months: readonly StackedMonth[],
  says: string,
  width: number,
): Html {
  const totals = months.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const axis = toCountAxis(Math.max(...totals, 0));
  const room = (width - LEFT - 4) / Math.max(1, months.length);
  const bar = Math.min(34, room * 0.68);
  const toY = (count: number): number => TOP + (HEIGHT - TOP - BOTTOM) * (1 - count / axis.top);
  const middle = (index: number): number => LEFT + room * (index + 0.5);
  const bars = months.map(({ parts }, index) => {
    let below = 0;
    return parts.map(({ name, count, tip }) => {
      if (count === 0) return null;
      const y = toY(below + count);
      const height = Math.max(1, toY(below) - y - (below > 0 ? GAP : 0));
      below += count;
      return rect(name, { x: middle(index) - bar / 2, y, width: bar, height }, tip);
    });
  });
  return svg("chart", { width, height: HEIGHT }, says, [
    drawCountAxis(axis, toY, { left: LEFT, right: width }),
    bars,
    drawMonths(
      months.map(({ month }) => month),
      middle,
      HEIGHT - BOTTOM + 18,
      room,
    ),
  ]);
}
