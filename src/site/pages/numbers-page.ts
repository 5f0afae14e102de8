import type { Definition, MeasureName } from "../definitions.ts";
import { drawAges } from "../drawing/age-bars.ts";
import { toMonthWords } from "../drawing/month-axis.ts";
import { drawStackedMonths } from "../drawing/stacked-months.ts";
import { drawTimesByMonth } from "../drawing/times-by-month.ts";
import { html, type Html } from "../html/html.ts";
import { bdi } from "../html/user-text.ts";
import { toLength } from "../html/when.ts";
import {
  countByAge,
  medianOf,
  type Measures,
  type Month,
  type TimeName,
  TIMES,
  type Unfinished,
} from "../measures.ts";
import type { SiteData } from "../site-data.ts";
import { severityClass } from "./badges.ts";
import { type Figure, toFigure } from "./figure.ts";
import { toPage } from "./frame.ts";

type Definitions = Readonly<Record<MeasureName, Definition>>;

const MONTHS_SHOWN = 12;

const counted = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

const nameOf = (severity: string | null): string => severity ?? "not known";

const swatch = (name: string, words: string): Html =>
  html`<li>
    <svg class="swatch ${name}" viewBox="0 0 10 10" aria-hidden="true">
      <rect width="10" height="10" rx="2" /></svg
    >${bdi(words)}
  </li>`;

function incidentsFigure(
  months: readonly Month[],
  { severities }: Measures,
  definition: Definition,
): Figure {
  const total = months.reduce((sum, one) => sum + one.total, 0);
  const shown = severities.filter((_, index) => months.some((one) => one.bySeverity[index] !== 0));
  // The most severe stand at the bottom, where they are compared best.
  const stacked = months.map(({ month, bySeverity }) => ({
    month,
    parts: severities.map((severity, index) => ({
      name: `bar ${severityClass(severity, severities)}`,
      count: bySeverity[index] ?? 0,
      tip: `${toMonthWords(month)}, ${nameOf(severity)}: ${counted(bySeverity[index] ?? 0, "incident")}`,
    })),
  }));
  const headline = `${counted(total, "incident")} in ${counted(months.length, "month")}`;
  return {
    id: "incidents-per-month",
    definition,
    headline,
    legend: html`<ul class="legend">
      ${shown.map((one) => swatch(severityClass(one, severities), nameOf(one)))}
    </ul>`,
    draw: (width) =>
      drawStackedMonths(
        stacked,
        `${definition.title}: ${headline}. The numbers stand below.`,
        width,
      ),
    table: {
      head: ["Month", ...severities.map(nameOf), "All"],
      rows: months.map(({ month, bySeverity, total: all }) => [
        toMonthWords(month),
        ...bySeverity,
        all,
      ]),
    },
  };
}

const valuesOf = ({ taken }: Month, name: TimeName): readonly number[] =>
  taken[name].map(({ ms }) => ms);

const medianWords = (values: readonly number[]): string => {
  const median = medianOf(values);
  return median === null ? "–" : toLength(median);
};

function timeFigure(months: readonly Month[], name: TimeName, definition: Definition): Figure {
  const all = months.flatMap((month) => valuesOf(month, name)).toSorted((a, b) => a - b);
  const headline =
    all.length === 0
      ? "Nothing to tell yet"
      : `Median ${medianWords(all)}, of ${counted(all.length, "incident")}`;
  const drawn = months.map((month) => ({
    month: month.month,
    median: medianOf(valuesOf(month, name)),
    times: month.taken[name].map(({ ms, incident }) => ({
      ms,
      tip: `#${incident.number} ${incident.title}: ${toLength(ms)}`,
    })),
  }));
  return {
    id: `time-to-${name}`,
    definition: {
      ...definition,
      definition: `${definition.definition} A dot is an incident, in the month of its declaration; the line is the median of the month.`,
    },
    headline,
    draw: (width) =>
      drawTimesByMonth(drawn, `${definition.title}: ${headline}. The numbers stand below.`, width),
    table: {
      head: ["Month", "Incidents", "Shortest", "Median", "Longest"],
      rows: months.map((month) => {
        const values = valuesOf(month, name);
        const [least, most] = [values[0], values.at(-1)];
        return [
          toMonthWords(month.month),
          values.length,
          least === undefined ? "–" : toLength(least),
          medianWords(values),
          most === undefined ? "–" : toLength(most),
        ];
      }),
    },
  };
}

function updatesFigure(months: readonly Month[], definition: Definition): Figure {
  const kept = months.reduce((sum, month) => sum + month.kept, 0);
  const missed = months.reduce((sum, month) => sum + month.missed, 0);
  const all = kept + missed;
  const headline =
    all === 0
      ? "Nothing to tell yet"
      : `${kept} of ${all} in time (${Math.round((100 * kept) / all)} %)`;
  return {
    id: "updates-in-time",
    definition,
    headline,
    legend: html`<ul class="legend">
      ${swatch("kept", "in time")}${swatch("missed", "too late")}
    </ul>`,
    draw: (width) =>
      drawStackedMonths(
        months.map((month) => ({
          month: month.month,
          parts: [
            {
              name: "bar kept",
              count: month.kept,
              tip: `${toMonthWords(month.month)}: ${month.kept} in time`,
            },
            {
              name: "bar missed",
              count: month.missed,
              tip: `${toMonthWords(month.month)}: ${month.missed} too late`,
            },
          ],
        })),
        `${definition.title}: ${headline}. The numbers stand below.`,
        width,
      ),
    table: {
      head: ["Month", "In time", "Too late"],
      rows: months.map(({ month, kept: good, missed: late }) => [toMonthWords(month), good, late]),
    },
  };
}

function ageFigure(
  id: string,
  things: readonly Unfinished<unknown>[],
  definition: Definition,
  now: number,
): Figure {
  const ages = countByAge(things, now);
  const oldest = things[0];
  const headline =
    oldest === undefined
      ? "None: well done"
      : `${things.length}, the oldest for ${toLength(now - oldest.since)}`;
  return {
    id,
    definition,
    headline,
    draw: (width) =>
      drawAges(ages, `${definition.title}: ${headline}. The numbers stand below.`, width),
    table: { head: ["Age", "How many"], rows: ages.map(({ title, count }) => [title, count]) },
  };
}

/** The page of charts: the last twelve months, and what is unfinished by age. */
export function toNumbersPage(
  data: SiteData,
  measures: Measures,
  definitions: Definitions,
): string {
  const months = measures.months.slice(-MONTHS_SHOWN);
  const figures = [
    incidentsFigure(months, measures, definitions.incidents),
    ...TIMES.map((name) => timeFigure(months, name, definitions[name])),
    updatesFigure(months, definitions.updates),
    ageFigure("action-items-by-age", measures.actionItems, definitions.actionItems, data.builtAt),
    ageFigure("report-debt-by-age", measures.reportDebt, definitions.reportDebt, data.builtAt),
  ];
  return toPage(
    data,
    { title: "Numbers", section: "numbers.html", root: "" },
    html`<h1>Numbers</h1>
      <p class="lead">
        The last ${months.length === 1 ? "month" : `${months.length} months`}. Numbers about few
        incidents say little: look at the incidents behind them, and never at who held which role.
      </p>
      <div class="measures">${figures.map(toFigure)}</div>`,
  );
}
