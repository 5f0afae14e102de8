import { toLogin } from "../incident/fields/logins.ts";
import type { PersonPolicy, Policy } from "../incident/policy.ts";
import type { Calendar, Hours, Office, Reduced, Weekday } from "../incident/time/index.ts";
import type { CalendarFile, OfficeFile, PersonFile } from "./time-fields.ts";

/** The zone of somebody whose zone is not said. */
const NO_ZONE = "UTC";

const WORKING_DAYS: readonly Weekday[] = ["Mon", "Tue", "Wed", "Thu", "Fri"];

type Several<Value> = readonly Value[] | readonly (readonly Value[])[];

/** One text with several of them, and a list of such texts, come to the same. */
const joined = <Value>(some: Several<Value>): readonly Value[] => some.flat() as Value[];

const toDays = (days: Several<Weekday> | undefined): readonly Weekday[] =>
  days === undefined ? WORKING_DAYS : [...new Set(joined<Weekday>(days))];

const toHours = (hours: Several<Hours>): readonly Hours[] => joined<Hours>(hours);

function toOffice({ zone, days, hours, country, holidays = [], reduced = [] }: OfficeFile): Office {
  return {
    zone,
    days: toDays(days),
    hours: toHours(hours),
    publicHolidays: country?.toUpperCase() ?? null,
    holidays: holidays.map((each) =>
      typeof each === "string"
        ? { date: each, name: null }
        : { date: each.date, name: each.name ?? null },
    ),
    reduced: reduced.map((each): Reduced => ({
      from: each.from,
      to: each.to,
      hours: each.hours === "none" ? [] : toHours(each.hours),
      name: each.name ?? null,
    })),
  };
}

/** The calendar that a file means; whether it holds is for `checkCalendar` to say. */
export const toCalendar = (file: CalendarFile): Calendar =>
  file === "24h-weekdays"
    ? { kind: "24h-weekdays" }
    : { kind: "offices", offices: file.offices.map(toOffice) };

/** One person's own hours as a calendar; null where the file does not say them. */
export const toOwnCalendar = ({ zone = NO_ZONE, hours, days }: PersonFile): Calendar | null =>
  hours === undefined
    ? null
    : toCalendar({ offices: [{ zone, hours, ...(days === undefined ? {} : { days }) }] });

/** The people that a file names, by login in lower case. */
export function toPeople(file: Readonly<Record<string, PersonFile>>): Policy["people"] {
  const people = Object.entries(file).map(([key, person]): PersonPolicy => {
    const login = toLogin(key) ?? key;
    const { zone = NO_ZONE, slack = null } = person;
    return { login, zone, calendar: toOwnCalendar(person), slack };
  });
  return Object.fromEntries(people.map((person) => [person.login.toLowerCase(), person]));
}
