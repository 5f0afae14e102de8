import { InternalError } from "../errors.ts";
import type { Calendar, Holiday, Office } from "./calendar.ts";

/** The countries and regions (`DE`, `DE-BE`) whose public holidays the calendar still needs, each once. */
export function neededRegions(calendar: Calendar): readonly string[] {
  if (calendar.kind !== "offices") return [];
  const regions = calendar.offices.map(({ publicHolidays }) => publicHolidays);
  return [...new Set(regions.filter((region) => region !== null))];
}

/**
 * The calendar with public holidays as dates. They come from outside this room, for every region that `neededRegions` tells
 * and for all years that a deadline can reach; throws `InternalError` where a region lacks, since days off would be lost silently.
 */
export function withPublicHolidays(
  calendar: Calendar,
  found: ReadonlyMap<string, readonly Holiday[]>,
): Calendar {
  if (calendar.kind !== "offices") return calendar;
  const offices = calendar.offices.map((office): Office => {
    const { publicHolidays } = office;
    if (publicHolidays === null) return office;
    const dates = found.get(publicHolidays);
    if (dates === undefined) throw new InternalError(`no holidays given for ${publicHolidays}`);
    return { ...office, publicHolidays: null, holidays: [...office.holidays, ...dates] };
  });
  return { kind: "offices", offices };
}
