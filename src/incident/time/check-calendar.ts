import { problemOfHours } from "./calendar-text.ts";
import type { Calendar, Hours, Office, Reduced } from "./calendar.ts";
import { isDate } from "./dates.ts";
import { nextWorking } from "./working-time.ts";
import { isZone } from "./zone.ts";

/** What is wrong at one place of a calendar, in sentences; the path leads there, e.g. `["offices", 0, "zone"]`. */
export interface CalendarProblem {
  readonly path: readonly (string | number)[];
  readonly problem: string;
}

const NO_DATE = "That date does not exist. Write it like `2026-12-25`, or `12-25` for every year.";
/** Since when somebody must work; by a fixed date, since nothing here knows what day it is. */
const SOME_NEW_YEAR = Date.UTC(2024, 0, 1);

const under = (
  path: CalendarProblem["path"],
  problems: readonly CalendarProblem[],
): readonly CalendarProblem[] =>
  problems.map((each) => ({ path: [...path, ...each.path], problem: each.problem }));

const at = (path: CalendarProblem["path"], problem: string): CalendarProblem => ({ path, problem });

const checkHours = (hours: readonly Hours[]): readonly CalendarProblem[] =>
  hours.flatMap((each, index) => {
    const problem = problemOfHours(each);
    return problem === null ? [] : [at(["hours", index], problem)];
  });

function checkReduced({ from, to, hours }: Reduced): readonly CalendarProblem[] {
  const wrong = [
    ...(isDate(from) ? [] : [at(["from"], NO_DATE)]),
    ...(isDate(to) ? [] : [at(["to"], NO_DATE)]),
    ...checkHours(hours),
  ];
  if (wrong.length > 0) return wrong;
  if (from.length !== to.length) {
    return [at(["to"], "Both dates of a period have a year, or neither has.")];
  }
  return from.length === 10 && to < from ? [at(["to"], "The period ends before it begins.")] : [];
}

function checkOffice(office: Office): readonly CalendarProblem[] {
  const { zone, days, hours, publicHolidays, holidays, reduced } = office;
  const isRegion =
    publicHolidays === null || /^[A-Z]{2}(-[A-Z0-9]{1,12}){0,2}$/i.test(publicHolidays);
  return [
    ...(isZone(zone)
      ? []
      : [at(["zone"], "That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.")]),
    ...(days.length > 0
      ? []
      : [at(["days"], "An office needs a day of the week on which it opens.")]),
    ...(hours.length > 0 ? [] : [at(["hours"], "An office needs hours, like `09:00` to `17:00`.")]),
    ...checkHours(hours),
    ...(isRegion
      ? []
      : [
          at(["publicHolidays"], "That is not a country or region. Write it like `DE` or `DE-BE`."),
        ]),
    ...holidays.flatMap(({ date }, index) =>
      isDate(date) ? [] : [at(["holidays", index, "date"], NO_DATE)],
    ),
    ...reduced.flatMap((each, index) => under(["reduced", index], checkReduced(each))),
  ];
}

/**
 * What is wrong with a calendar: unknown zones, times and dates that do not exist, periods that end before they begin, a calendar
 * by which nobody ever works. Empty when deadlines can be computed by it. Never throws.
 */
export function checkCalendar(calendar: Calendar): readonly CalendarProblem[] {
  if (calendar.kind === "24h-weekdays") return [];
  const { offices } = calendar;
  if (offices.length === 0) return [at(["offices"], "A calendar needs an office.")];
  const wrong = offices.flatMap((office, index) => under(["offices", index], checkOffice(office)));
  if (wrong.length > 0) return wrong;
  if (nextWorking(calendar, SOME_NEW_YEAR) !== null) return [];
  return [at(["offices"], "By this calendar nobody ever works.")];
}
