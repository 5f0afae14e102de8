import type { Instant } from "../instant.ts";
import type { Calendar } from "./calendar.ts";
import { DAY } from "./dates.ts";
import { type Span, spansFrom } from "./spans.ts";

/** A stretch without an end for this long is taken as having none. */
const LONGEST_STRETCH = 31 * DAY;

/**
 * The working time of a calendar in stretches, none of which ends for a pause shorter than `pause` (ms): with a pause of some
 * hours a lunch break ends no day. In order, from the one on that goes on at this instant or begins next. It ends after 50
 * years, or at a stretch that has no end for 31 days.
 */
export function* stretchesFrom(
  calendar: Calendar,
  at: Instant,
  pause: number,
): Generator<Span, undefined> {
  let stretch: Span | null = null;
  for (const span of spansFrom(calendar, at - DAY)) {
    if (stretch === null) stretch = span;
    else if (span.from - stretch.to < pause) stretch = { from: stretch.from, to: span.to };
    else {
      if (stretch.to > at) yield stretch;
      stretch = span;
    }
    if (stretch.to - stretch.from > LONGEST_STRETCH) return;
  }
  if (stretch !== null && stretch.to > at) yield stretch;
}
