import * as z from "zod";
import { isDate, isZone, parseDuration, toMinute } from "../incident/time/index.ts";
import { groupName } from "./chat-fields.ts";
import { readText } from "./read-text.ts";
import { login, teamName } from "./team-fields.ts";
import { DURATION_PATTERN } from "./time-fields.ts";

const DAY = 24 * 60 * 60_000;
/** Bounds that no team needs to pass. */
const MOST_PEOPLE = 50;
const MOST_OVERRIDES = 100;

/** A turn as whole days of the calendar. */
const turn = readText<number>((text) => {
  const parsed = parseDuration(text);
  if (parsed.kind === "problem") return parsed;
  const { duration } = parsed;
  if (duration.clock === "wall" && duration.ms % DAY === 0) return { value: duration.ms / DAY };
  return {
    kind: "problem",
    problem: "A turn is of whole days or weeks. Write it like `1 week` or `3 days`.",
  };
}, DURATION_PATTERN);

const SINCE = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/;
const LAST_MINUTE = 24 * 60 - 1;

const since = readText<{ readonly date: string; readonly time: string }>(
  (text) => {
    const [, date = "", time = "00:00"] = SINCE.exec(text) ?? [];
    const minute = toMinute(time);
    if (isDate(date) && minute !== null && minute <= LAST_MINUTE) return { value: { date, time } };
    return {
      kind: "problem",
      problem: "That is no time. Write it like `2026-11-02 09:00`, or as a date alone.",
    };
  },
  String.raw`^\s*\d{4}-\d\d-\d\d([ T]\d\d:\d\d)?\s*$`,
);

const zone = readText<string>((text) =>
  isZone(text)
    ? { value: text }
    : {
        kind: "problem",
        problem: "That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.",
      },
);

const date = readText<string>(
  (text) =>
    isDate(text)
      ? { value: text }
      : {
          kind: "problem",
          problem:
            "That date does not exist. Write it like `2026-12-25`, or `12-25` for every year.",
        },
  String.raw`^\s*(\d{4}-)?\d\d-\d\d\s*$`,
);

const override = z
  .strictObject({
    from: date.meta({
      description: "The first date, by the clocks of the zone.",
      takes: "date",
      fallback: "needed",
      example: "from: 2026-12-24",
    }),
    to: date.meta({
      description: "The last date. Without years in both dates they come every year.",
      takes: "date",
      fallback: "needed",
      example: "to: 2027-01-02",
    }),
    who: login.meta({
      description: "Who is on duty then.",
      takes: "login",
      fallback: "needed",
      example: "who: sam",
    }),
  })
  .superRefine(({ from, to }, context) => {
    const say = (message: string): void =>
      context.addIssue({ code: "custom", path: ["to"], message });
    if (from.length !== to.length) say("Both dates of a period have a year, or neither has.");
    else if (from.length === "2026-12-24".length && to < from) {
      say("The period ends before it begins.");
    }
  });

const rotation = z.strictObject({
  people: z
    .array(login)
    .min(1)
    .max(MOST_PEOPLE)
    .meta({
      description: "Who takes turns, in their order; after the last one the first one follows.",
      takes: `list of 1 to ${MOST_PEOPLE} logins`,
      fallback: "needed",
      example: "people: [ana, bo, sam]",
    }),
  length: turn.meta({
    description: "How long a turn is.",
    takes: "whole days or weeks",
    fallback: "needed",
    example: "length: 1 week",
  }),
  since: since.meta({
    description:
      "When the first turn begins; every turn begins at this time of day. Before it, nobody is on duty but the fallback.",
    takes: "date, or date and time",
    fallback: "needed",
    example: "since: 2026-11-02 09:00",
  }),
  zone: zone.meta({
    description: "The zone whose clocks and dates are meant. Daylight saving is kept.",
    takes: "text",
    fallback: "needed",
    example: "zone: Europe/Berlin",
  }),
  overrides: z
    .array(override)
    .max(MOST_OVERRIDES)
    .optional()
    .meta({
      description:
        "Dates on which somebody else is on duty, from midnight to midnight. The first one that covers a date counts.",
      takes: `list of up to ${MOST_OVERRIDES} periods`,
      fallback: "none",
      example: "overrides: [{ from: 2026-12-24, to: 2027-01-02, who: sam }]",
    }),
});

/** Where it may stand who has a duty; one of them. */
const SOURCES = ["login", "rotation", "team", "slack"] as const;

const inWords = (names: readonly string[]): string =>
  `${names
    .slice(0, -1)
    .map((name) => `\`${name}\``)
    .join(", ")} and \`${names.at(-1)}\``;

const ONE_OF = "needed, or another of these";

const onDuty = z
  .strictObject({
    rotation: rotation.optional().meta({
      description: "People who take turns.",
      takes: "people, length, since, zone and overrides",
      fallback: ONE_OF,
      example:
        "rotation: { people: [ana, bo, sam], length: 1 week, since: 2026-11-02 09:00, zone: Europe/Berlin }",
    }),
    login: login.optional().meta({
      description: "One person, where there is to be a fallback beside them.",
      takes: "login",
      fallback: ONE_OF,
      example: "login: ana",
    }),
    team: teamName.optional().meta({
      description:
        "A team of the organization. The App needs the permission `members: read` there.",
      takes: "a team as `org/team`",
      fallback: ONE_OF,
      example: "team: acme/support",
    }),
    slack: groupName.optional().meta({
      description:
        "A user group in Slack, by its handle or its id. Its members are known by their member IDs under `people`. The Slack app needs the scope `usergroups:read`.",
      takes: "a handle in quotation marks, or an id",
      fallback: ONE_OF,
      example: 'slack: "@support-steward"',
    }),
    pick: z.enum(["only", "first"]).optional().meta({
      description:
        "Who of the team or group: `only` means its one member, and nobody where there are several; `first` the first by login.",
      takes: "`only` or `first`",
      fallback: "`only`",
      example: "pick: first",
    }),
    fallback: login.optional().meta({
      description:
        "Who has the duty where nobody is found, or only somebody who may not hold a role here.",
      takes: "login",
      fallback: "nobody",
      example: "fallback: pm",
    }),
  })
  .superRefine((file, context) => {
    const say = (message: string): void => context.addIssue({ code: "custom", message });
    const [one, another] = SOURCES.filter((name) => file[name] !== undefined);
    if (one === undefined) say(`It has none of ${inWords(SOURCES)}.`);
    else if (another !== undefined) {
      say(`It has both \`${one}\` and \`${another}\`. Keep one of the two.`);
    } else if (file.pick !== undefined && one !== "team" && one !== "slack") {
      say("Only of a `team` or a group in Slack somebody is picked. Remove `pick`.");
    }
  });

const TAKES = "a login, a rotation, a team, or a group in Slack";

/** The field `steward`. */
export const stewardField = z.union([login, onDuty]).optional().meta({
  description:
    "Who is Support Steward (or whom the preset has instead): a role's holder at the declaration, and whom `/commander steward` means.",
  takes: TAKES,
  example: "steward: ana",
});

/** The field `manager`. */
export const managerField = z.union([login, onDuty]).optional().meta({
  description: "Who is Project Manager (or whom the preset has instead), who helps to delegate.",
  takes: TAKES,
  example: "manager: sam",
});

/** Who has a duty as the file has it, read. */
export type DutyFile = NonNullable<z.infer<typeof stewardField>>;
