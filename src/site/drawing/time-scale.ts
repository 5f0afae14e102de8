import type { Instant } from "../../incident/instant.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A long time in which nothing happened, drawn short. In pixels from the left. */
export interface Break {
  readonly from: number;
  readonly to: number;
  readonly ms: number;
}

/** Where instants stand on a line on which long silences are cut short. */
export interface TimeScale {
  readonly toX: (at: Instant) => number;
  readonly breaks: readonly Break[];
  /** Stretches between the breaks. */
  readonly stretches: readonly { readonly from: Instant; readonly to: Instant }[];
  /** Milliseconds of a pixel where nothing is cut. */
  readonly msPerPx: number;
}

interface Gap {
  readonly from: Instant;
  readonly to: Instant;
  readonly isCut: boolean;
}

// A silence is cut short when it is longer than this and than a third of all the rest: nights and weekends are, a slow hour is not.
const LONG = 3 * HOUR;
// So wide that a state has room for its name where the whole is wide.
const cutWidth = (all: number): number => (all > 500 ? 94 : 46);

function toGaps(points: readonly Instant[]): readonly Gap[] {
  const pairs = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const short = pairs.reduce((sum, { from, to }) => sum + (to - from > LONG ? 0 : to - from), 0);
  const most = Math.max(LONG, short / 3);
  return pairs.map(({ from, to }) => ({ from, to, isCut: to - from > most }));
}

/**
 * A line from `left` to `right` (pixels) on which these instants (at least one) stand in order. Where everything is far apart, nothing
 * is cut.
 */
export function toTimeScale(
  instants: readonly Instant[],
  { left, right }: { readonly left: number; readonly right: number },
): TimeScale {
  const cutPx = cutWidth(right - left);
  const points = [...new Set(instants)].toSorted((one, other) => one - other);
  const found = toGaps(points);
  const isAllCut = found.every(({ isCut }) => isCut);
  const most = Math.floor(((right - left) * 0.6) / cutPx);
  // The longest silences are cut first where there is no room for all.
  const longest = found
    .filter(({ isCut }) => isCut)
    .toSorted((a, b) => b.to - b.from - a.to + a.from);
  const cut = new Set(isAllCut ? [] : longest.slice(0, most));
  const gaps = found.map((gap) => ({ ...gap, isCut: cut.has(gap) }));
  const running = gaps.reduce((sum, { from, to, isCut }) => sum + (isCut ? 0 : to - from), 0);
  const msPerPx = running / Math.max(1, right - left - cut.size * cutPx) || HOUR;
  const starts: { readonly at: Instant; readonly x: number }[] = [];
  let x = left;
  const breaks: Break[] = [];
  for (const { from, to, isCut } of gaps) {
    starts.push({ at: from, x });
    const width = isCut ? cutPx : (to - from) / msPerPx;
    if (isCut) breaks.push({ from: x, to: x + width, ms: to - from });
    x += width;
  }
  const last = points.at(-1) ?? 0;
  starts.push({ at: last, x: points.length === 1 ? left : x });
  const toX = (at: Instant): number => {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start.at <= at),
    );
    const [start, next] = [starts[index], starts[index + 1]];
    if (start === undefined || next === undefined || next.at === start.at) return start?.x ?? left;
    return start.x + ((next.x - start.x) * Math.max(0, at - start.at)) / (next.at - start.at);
  };
  return { toX, breaks, stretches: toStretches(points, gaps), msPerPx };
}

function toStretches(points: readonly Instant[], gaps: readonly Gap[]) {
  const stretches: { from: Instant; to: Instant }[] = [];
  let from = points[0] ?? 0;
  for (const gap of gaps) {
    if (!gap.isCut) continue;
    stretches.push({ from, to: gap.from });
    from = gap.to;
  }
  stretches.push({ from, to: points.at(-1) ?? from });
  return stretches;
}

const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200, 525_600,
].map((minutes) => minutes * MINUTE);

/** Instants at round times (UTC) for the marks of a scale, `room` pixels apart at least, and the start of each stretch. */
export function toTicks(scale: TimeScale, room: number): readonly Instant[] {
  const step = STEPS.find((one) => one / scale.msPerPx >= room) ?? 525_600 * MINUTE;
  const ticks: Instant[] = [];
  let lastX = -Infinity;
  for (const { from, to } of scale.stretches) {
    for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
      if (scale.toX(at) - lastX < room * 0.9) continue;
      ticks.push(at);
      lastX = scale.toX(at);
    }
    const isBare = !ticks.some((at) => at >= from && at <= to);
    if (isBare && scale.toX(from) - lastX >= room * 0.9) {
      ticks.push(from);
      lastX = scale.toX(from);
    }
  }
  return ticks;
}
