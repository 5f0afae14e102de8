import type { Policy } from "../incident/policy.ts";
import {
  type Calendar,
  type CalendarProblem,
  checkCalendar,
  type Duration,
  toWords,
} from "../incident/time/index.ts";
import type { PolicyFile } from "./policy.ts";
import { type PolicyProblem, quote } from "./policy-problem.ts";
import { valueAt } from "./policy-path.ts";
import { type Locate, mendFor, toSaid } from "./policy-sentences.ts";
import { toCalendar, toOwnCalendar } from "./to-calendar.ts";

type Path = readonly (string | number)[];

/** What a well-formed file says about time that cannot be. `value` is the file as it stands, `policy` what it comes to. */
export function findTimeProblems(
  file: PolicyFile,
  value: unknown,
  policy: Policy,
  locate: Locate,
): readonly PolicyProblem[] {
  const { calendar, people = {} } = file;
  const found = (at: Path, checked: Calendar): readonly PolicyProblem[] =>
    checkCalendar(checked).map((problem) => toProblem(at, problem, value, locate));
  return [
    ...(calendar === undefined ? [] : found(["calendar"], toCalendar(calendar))),
    ...Object.entries(people).flatMap(([login, person]) => {
      // Without hours the zone alone is checked, with any hours.
      const own = toOwnCalendar(person) ?? toOwnCalendar({ ...person, hours: ALL_DAY });
      return own === null ? [] : found(["people", login], own);
    }),
    ...hiddenPeople(valueAt(value, ["people"]), people, locate),
    ...samePeople(Object.keys(people), locate),
    ...lateReminders(file, policy, locate),
  ];
}

const ALL_DAY = [{ from: "00:00", to: "24:00" }];

/** From the place in a calendar to the place in the file: a person is one office, and some names differ. */
function toProblem(
  at: Path,
  { path, problem }: CalendarProblem,
  value: unknown,
  locate: Locate,
): PolicyProblem {
  const inside = at[0] === "people" ? path.slice(2) : path;
  const renamed = inside.map((part) => (part === "publicHolidays" ? "country" : part));
  const whole = [...at, ...renamed];
  // A holiday may be written as its date alone.
  const isShort = whole.at(-1) === "date" && typeof valueAt(value, whole.slice(0, -1)) === "string";
  const place = isShort ? whole.slice(0, -1) : whole;
  return toSaid(place, valueAt(value, place), problem, locate);
}

/** The schema passes over a key that could reach a prototype; whoever wrote it is told all the same. */
function hiddenPeople(written: unknown, read: object, locate: Locate): readonly PolicyProblem[] {
  if (typeof written !== "object" || written === null) return [];
  const hidden = Object.keys(written).filter((login) => !Object.hasOwn(read, login));
  return hidden.map((login) => ({
    ...locate(["people", login]),
    what: `${quote(login)} in “people” is no login.`,
    mend: mendFor(["people"]),
  }));
}

function samePeople(logins: readonly string[], locate: Locate): readonly PolicyProblem[] {
  const same = logins.map((login) => login.trim().replace(/^@/, "").toLowerCase());
  const again = logins.filter((_, n) => same.indexOf(same[n] ?? "") < n);
  return again.map((login) => ({
    ...locate(["people", login]),
    what: `${quote(login)} stands twice in “people”: logins do not tell capitals from small letters.`,
    mend: "Keep one of the two and remove the other.",
  }));
}

const lengthOf = (duration: Duration | undefined): number | null =>
  duration !== undefined && "ms" in duration ? duration.ms : null;

/** Reminders that would come ahead of the time from which they count. */
function lateReminders(
  { reminders = {} }: PolicyFile,
  policy: Policy,
  locate: Locate,
): readonly PolicyProblem[] {
  return Object.keys(reminders).flatMap((name) => {
    const settings: Readonly<Record<string, Duration | undefined>> =
      Object.entries(policy.reminders).find(([key]) => key === name)?.[1] ?? {};
    const { every, before } = settings;
    const [period, ahead] = [lengthOf(every), lengthOf(before)];
    if (every === undefined || before === undefined || period === null || ahead === null) return [];
    if (ahead < period) return [];
    return [
      {
        ...locate(["reminders", name]),
        what: `“reminders.${name}” comes ${toWords(before)} ahead of what is due every ${toWords(every)}.`,
        mend: "Make “before” shorter than “every”.",
      },
    ];
  });
}
