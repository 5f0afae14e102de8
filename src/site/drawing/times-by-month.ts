import { html, type Html } from "../html/html.ts";
import { toLength } from "../html/when.ts";
import { drawMonths } from "./month-axis.ts";
import { line, px, svg, text, tip } from "./svg.ts";

/** The times of one month, each with what it tells, and their median; null where there is none. */
export interface TimesOfMonth {
  readonly month: string;
  readonly times: readonly { readonly ms: number; readonly tip: string }[];
  readonly median: number | null;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** What a scale of times shows: some are minutes, and some are weeks. */
const TICKS = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY, 30 * DAY, 365 * DAY];

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 44;
const LEFT = 52;

/** The ticks around these times, three at least. */
function ticksFor(times: readonly number[]): readonly number[] {
  const least = Math.min(...times, 10 * MINUTE);
  const most = Math.max(...times, HOUR);
  const first = Math.max(
    0,
    TICKS.findLastIndex((tick) => tick <= least),
  );
  const last = TICKS.findIndex((tick) => tick >= most);
  return TICKS.slice(first, (last < 0 ? TICKS.length - 1 : last) + 1);
}

/** Dots by month on a logarithmic scale, one for each incident, and a line at the median. */
export function drawTimesByMonth(
  months: readonly TimesOfMonth[],
  says: string,
  width: number,
): Html {
  const all = months.flatMap(({ times }) => times.map(({ ms }) => ms));
  const ticks = ticksFor(all);
  const [low, high] = [ticks[0] ?? MINUTE, ticks.at(-1) ?? DAY];
  const span = Math.log(high / low) || 1;
  const toY = (ms: number): number => {
    const share = Math.log(Math.min(high, Math.max(low, ms)) / low) / span;
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share);
  };
  const room = (width - LEFT - 4) / Math.max(1, months.length);
  const middle = (index: number): number => LEFT + room * (index + 0.5);
  const dots = months.map(({ times }, index) =>
    times.map(({ ms, tip: words }, place) => {
      // Side by side by their order, so that equal times do not hide each other.
      const offset = times.length === 1 ? 0 : (((place * 7) % 10) / 9 - 0.5) * room * 0.5;
      return html`<circle
        class="case"
        cx="${px(middle(index) + offset)}"
        cy="${px(toY(ms))}"
        r="${width < 500 ? "2.6" : "3.4"}"
        >${tip(words)}</circle
      >`;
    }),
  );
  const medians = months.map(({ median }, index) => {
    if (median === null) return null;
    const y = toY(median);
    return line("median", [middle(index) - room * 0.36, y], [middle(index) + room * 0.36, y]);
  });
  return svg("chart", { width, height: HEIGHT }, says, [
    ticks.map((tick) => [
      line("grid", [LEFT, toY(tick)], [width, toY(tick)]),
      text(toLength(tick), { x: LEFT - 6, y: toY(tick) + 4 }, "end"),
    ]),
    dots,
    medians,
    drawMonths(
      months.map(({ month }) => month),
      middle,
      HEIGHT - BOTTOM + 18,
      room,
    ),
  ]);
}
