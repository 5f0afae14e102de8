import { html, type Html } from "../html/html.ts";
import { text } from "./svg.ts";

const NAMES = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A month in words, e.g. `May 2026`. */
export const toMonthWords = (month: string): string =>
  `${NAMES[Number(month.slice(5)) - 1] ?? ""} ${month.slice(0, 4)}`;

/** The names of months under a plot, and the year where it begins; every other name where there is little room. */
export const drawMonths = (
  months: readonly string[],
  toX: (index: number) => number,
  y: number,
  room: number,
): Html =>
  html`${months.map((month, index) => {
    // Two years next to each other are in each other's way.
    const isNear = months.slice(1, 3).some((next) => next.endsWith("-01"));
    const isFirst = month.endsWith("-01") || (index === 0 && !isNear);
    const shows = room >= 30 || (months.length - 1 - index) % 2 === 0;
    const year = isFirst ? text(month.slice(0, 4), { x: toX(index), y: y + 14 }, "middle") : null;
    return [
      shows ? text(NAMES[Number(month.slice(5)) - 1] ?? "", { x: toX(index), y }, "middle") : null,
      year,
    ];
  })}`;
