import { LRUCache } from "lru-cache";
import type HolidaysOf from "date-holidays";
import type { Holiday } from "../../incident/time/index.ts";

/**
 * The public holidays of a country or region (`DE`, `DE-BE`, in any case) in these years, each date once and in order; null
 * where there is no such region.
 */
export type FindHolidays = (
  region: string,
  years: readonly number[],
) => Promise<readonly Holiday[] | null>;

type Load = () => Promise<{ readonly default: typeof HolidaysOf }>;
type Package = Awaited<ReturnType<Load>>["default"];
type Codes = readonly string[];

const DAY = 24 * 60 * 60_000;
/** A day on which clocks change lacks an hour; a half holiday lacks more. */
const SLACK = 0.1;
/** Years of regions that are kept. */
const KEPT = 1_000;

/** Makes a search that loads the package when it is first asked, since that takes a while and few policies name a country. */
export function createFindHolidays(load: Load = () => import("date-holidays")): FindHolidays {
  const known = new LRUCache<string, readonly Holiday[]>({ max: KEPT });
  let loaded: Promise<Package> | null = null;
  return async (region, years) => {
    loaded ??= load().then((found) => found.default);
    const Holidays = await loaded;
    const codes = toCodes(region, Holidays);
    if (codes === null) return null;
    const found = years.flatMap((year) => {
      const key = `${codes.join("-")} ${year}`;
      const dates = known.get(key) ?? datesOf(Holidays, codes, year);
      known.set(key, dates);
      return dates;
    });
    return toSorted(found);
  };
}

/** The region's codes as the package writes them; null where it does not know one of them, which it would pass over. */
function toCodes(region: string, Holidays: Package): Codes | null {
  const all = new Holidays();
  const [country = "", state, area] = region.split("-");
  const countryCode = findCode(all.getCountries(), country);
  if (countryCode === null) return null;
  if (state === undefined) return [countryCode];
  const stateCode = findCode(all.getStates(countryCode), state);
  if (stateCode === null) return null;
  if (area === undefined) return [countryCode, stateCode];
  const areaCode = findCode(all.getRegions(countryCode, stateCode), area);
  return areaCode === null ? null : [countryCode, stateCode, areaCode];
}

/** The package answers undefined, against its types, for a country without parts. */
const findCode = (
  table: Readonly<Record<string, string>> | undefined,
  wanted: string,
): string | null =>
  Object.keys(table ?? {}).find((code) => code.toLowerCase() === wanted.toLowerCase()) ?? null;

function datesOf(Holidays: Package, codes: Codes, year: number): readonly Holiday[] {
  const [country = "", state = "", area = ""] = codes;
  const holidays = new Holidays(country, state, area, { types: ["public"], languages: ["en"] });
  return holidays.getHolidays(year).flatMap(({ date, start, end, name }) => {
    // By the clock of the country: `2026-05-27 00:00:00 -0600` is a day that begins at the sunset before.
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
    const days = Math.floor((end.getTime() - start.getTime()) / DAY + SLACK);
    return Array.from({ length: days }, (_, n) => ({
      date: new Date(first + n * DAY).toISOString().slice(0, 10),
      name,
    }));
  });
}

function toSorted(dates: readonly Holiday[]): readonly Holiday[] {
  const first = new Map<string, Holiday>();
  for (const each of dates) if (!first.has(each.date)) first.set(each.date, each);
  return [...first.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}
