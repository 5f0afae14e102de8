import * as z from "zod";
import {
  type Duration,
  type Hours,
  parseDays,
  parseDuration,
  parseHours,
  type Weekday,
} from "../incident/time/index.ts";
import { slackField } from "./chat-fields.ts";
import { isLogin } from "./team-fields.ts";
import { readText } from "./read-text.ts";

/** What every duration looks like, for editors. */
export const DURATION_PATTERN = String.raw`^\s*([Pp][\dA-Za-z]+|(\d|[Aa]n?\s)[\s\S]*[A-Za-z])[\s.!]*$`;

/** A length of time, in words or as ISO 8601. */
export const duration = readText<Duration>((text) => {
  const parsed = parseDuration(text);
  return parsed.kind === "problem" ? parsed : { value: parsed.duration };
}, DURATION_PATTERN);

const daysText = readText<readonly Weekday[]>(parseDays);
const hoursText = readText<readonly Hours[]>(parseHours);

/** Bounds that no team needs to pass; each look computes with them. */
const MOST_OFFICES = 10;
const MOST_DATES = 100;
const MOST_PERIODS = 20;
const MOST_SPANS = 10;
const MOST_PEOPLE = 200;

const days = z.union([daysText, z.array(daysText).min(1).max(7)]);
const hours = z.union([hoursText, z.array(hoursText).min(1).max(MOST_SPANS)]);
const date = z.string().trim();
const name = z.string().trim().min(1).max(60);

const zoneField = z.string().trim().meta({
  description: "The full name of a zone. Daylight saving is kept.",
  takes: "text",
  fallback: "needed",
  example: "zone: Europe/Berlin",
});

const daysField = days.optional().meta({
  description: "The days of the week with hours. A range may go over Sunday.",
  takes: "days, or a list of them",
  fallback: "Mon-Fri",
  example: "days: Mon-Fri",
});

const holiday = z.union([
  date,
  z.strictObject({
    date: date.meta({
      description: "The date, with its year, or without it for every year.",
      takes: "date",
      fallback: "needed",
      example: "date: 12-31",
    }),
    name: name.optional().meta({
      description: "What the day is called where a deadline is explained.",
      takes: "text, up to 60 characters",
      fallback: "none",
      example: "name: New Year's Eve",
    }),
  }),
]);

const reduced = z.strictObject({
  from: date.meta({
    description: "The first date of a period with other hours.",
    takes: "date",
    fallback: "needed",
    example: "from: 2026-12-24",
  }),
  to: date.meta({
    description: "The last date of the period. Without years in both dates it comes every year.",
    takes: "date",
    fallback: "needed",
    example: "to: 2027-01-01",
  }),
  hours: z.union([z.literal("none"), hours]).meta({
    description: "The hours in the period, on the days that have hours; `none`: closed.",
    takes: "`none`, times, or a list of them",
    fallback: "needed",
    example: "hours: 10:00-12:00",
  }),
  name: name.optional().meta({
    description: "What the period is called where a deadline is explained.",
    takes: "text, up to 60 characters",
    fallback: "none",
    example: "name: quiet weeks",
  }),
});

const office = z.strictObject({
  zone: zoneField,
  days: daysField,
  hours: hours.meta({
    description:
      "The opening hours by the clock of the zone. They may run over midnight, and end at 24:00.",
    takes: "times, or a list of them",
    fallback: "needed",
    example: "hours: 09:00-17:00",
  }),
  country: date.optional().meta({
    description:
      "A country, or a region of it by ISO 3166-2, whose public holidays are days off. Half holidays are not.",
    takes: "text",
    fallback: "none",
    example: "country: DE-BE",
  }),
  holidays: z
    .array(holiday)
    .max(MOST_DATES)
    .optional()
    .meta({
      description: "Further days off. With a year, or without one for every year.",
      takes: `list of up to ${MOST_DATES} dates, or of dates with names`,
      fallback: "none",
      example: "holidays: [2026-12-24, { date: 12-31, name: New Year's Eve }]",
    }),
  reduced: z
    .array(reduced)
    .max(MOST_PERIODS)
    .optional()
    .meta({
      description: "Periods with other hours. The first one that covers a date counts.",
      takes: `list of up to ${MOST_PERIODS} periods`,
      fallback: "none",
      example: "reduced: [{ from: 12-24, to: 01-01, hours: none, name: year's end }]",
    }),
});

/** The field `calendar`. */
export const calendarField = z
  .union([
    z.literal("24h-weekdays"),
    z.strictObject({
      offices: z
        .array(office)
        .min(1)
        .max(MOST_OFFICES)
        .meta({
          description:
            "Places of work. It is working time while one of them is open; the first one's zone tells the time of day.",
          takes: `list of 1 to ${MOST_OFFICES} offices`,
          fallback: "needed",
          example: "offices: [{ zone: Europe/Berlin, hours: 09:00-17:00 }]",
        }),
    }),
  ])
  .optional()
  .meta({
    description:
      "When the team works, for whatever is given in working time. `24h-weekdays`: day and night, Monday to Friday, UTC.",
    takes: "`24h-weekdays`, or offices",
    example:
      "calendar: { offices: [{ zone: Europe/Berlin, days: Mon-Fri, hours: 09:00-17:00, country: DE }] }",
  });

const ownFields = z.strictObject({
  zone: zoneField.optional().meta({
    description:
      "The full name of a zone. Daylight saving is kept. Needed, but for somebody with `slack` and without `hours`.",
    takes: "text",
    fallback: "UTC, where it may be left out",
    example: "zone: Europe/Berlin",
  }),
  hours: hours.optional().meta({
    description: "Their own hours.",
    takes: "times, or a list of them",
    fallback: "not known",
    example: "hours: 09:00-17:00",
  }),
  days: daysField,
  slack: slackField,
});

/** Hours without a zone would be read in some zone that nobody said. */
const person = ownFields.superRefine((own, context) => {
  if (own.zone !== undefined || (own.slack !== undefined && own.hours === undefined)) return;
  context.addIssue({ code: "invalid_type", expected: "string", path: ["zone"], input: own.zone });
});

const loginKey = z.string().refine(isLogin, { error: "That is not a login." });

/** The field `people`. */
export const peopleField = z
  .record(loginKey, person)
  .refine((people) => Object.keys(people).length <= MOST_PEOPLE, {
    error: `There may be ${MOST_PEOPLE} people at most.`,
  })
  .optional()
  .meta({
    description:
      "People's own hours, by login: in which zone they are told times, whom to ask, when to suggest a handoff. They never keep an escalation back. And who they are in Slack.",
    takes: "zone, hours, days and slack by login",
    example: "people: { ana: { zone: Europe/Berlin, hours: 09:00-17:00 } }",
  });

/** An office as the file has it, read. */
export type OfficeFile = z.infer<typeof office>;
/** A calendar as the file has it, read. */
export type CalendarFile = NonNullable<z.infer<typeof calendarField>>;
/** A person's hours as the file has them, read. */
export type PersonFile = z.infer<typeof person>;
