import { toJSONSchema } from "zod";
import { policyFields, PRESETS } from "../../src/config/index.ts";
import { REMINDER_DEFAULTS } from "../../src/incident/reminder-settings.ts";
import { type Duration, toWords } from "../../src/incident/time/index.ts";
import { table } from "./table.ts";

/** The parts of a field's JSON Schema that the page tells. */
interface Shape {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly items?: Shape;
}

type Field = ReturnType<typeof policyFields>[number];

const presets = Object.values(PRESETS);
const fields = policyFields();

const code = (text: string): string => `\`${text}\``;

function typeOf({ enum: words, type, items, minItems, maxItems, maxLength }: Shape): string {
  if (words !== undefined) return words.map(code).join(" or ");
  if (type !== "array") return `text, up to ${maxLength} characters`;
  const many = minItems === undefined ? `up to ${maxItems}` : `${minItems} to ${maxItems}`;
  return `list of ${many} texts, each up to ${items?.maxLength} characters`;
}

const takesOf = ({ takes, schema }: Field): string =>
  takes ?? typeOf(toJSONSchema(schema, { io: "input" }) as Shape);

const isDuration = (value: object): value is Duration => "clock" in value;

/** A preset's value of a field, as it would be written. */
function shown(value: unknown): string {
  if (value === null) return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(shown).join(", ");
  if (typeof value === "string") return code(value);
  if (typeof value === "boolean") return code(String(value));
  if (typeof value !== "object") return "";
  if (isDuration(value)) return code(toWords(value));
  if ("kind" in value) return value.kind === "nobody" ? "nobody" : code(String(value.kind));
  return Object.keys(value).length === 0 ? "none" : "see below";
}

type Preset = (typeof presets)[number];

/** What a preset says of a field; `extends` is the preset's own name. */
function defaultOf(preset: Preset, path: Field["path"]): string {
  const known: unknown = { ...preset, ...preset.duties, extends: preset.preset };
  const value = path.reduce<unknown>(
    (some, name) => (some as Readonly<Record<string, unknown>> | undefined)?.[name],
    known,
  );
  return shown(value);
}

/** Fields whose own fields stand in the table in their place. */
const GROUPS: readonly string[] = ["roles", "phases", "report", "channels"];

/** Fields that can be written as a word or as fields of their own: both stand in the table. */
const EITHER: readonly string[] = ["related"];

const titles = presets.map(({ preset }) => `in ${code(preset)}`);

/** The table of the policy's fields, as Markdown: what they take, and what they are in each preset. */
function fieldsTable(): string {
  const simple = fields.filter(({ path: [first, second] }) =>
    second === undefined
      ? !GROUPS.includes(first ?? "")
      : first !== "roles" && [...GROUPS, ...EITHER].includes(first ?? ""),
  );
  const rows = simple.map((field) => [
    code(field.path.join(".")),
    takesOf(field),
    ...presets.map((preset) => defaultOf(preset, field.path)),
    field.description,
  ]);
  const ofRoles = fields.filter(
    ({ path }) => path.length === 3 && path[0] === "roles" && path[1] === "commander",
  );
  const roleRows = ofRoles.map((field) => [
    code(`roles.<role>.${field.path.at(-1)}`),
    takesOf(field),
    ...presets.map(() => "see below"),
    field.description,
  ]);
  return table(["field", "takes", ...titles, "meaning"], [...rows, ...roleRows]);
}

/** The table of what stands in a group of fields. */
function groupTable(name: string): string {
  const inside = fields.filter(({ path }) => path[0] === name && path.length > 1);
  return table(
    ["field", "takes", "without it", "for example", "meaning"],
    inside.map((field) => [
      code(field.path.slice(1).join(".")),
      takesOf(field),
      field.fallback ?? "",
      field.example === null ? "" : code(field.example),
      field.description,
    ]),
  );
}

/** Every reminder with its settings, as a file would write them. */
function remindersTable(): string {
  const rows = Object.entries(REMINDER_DEFAULTS).map(([name, settings]) => [
    code(name),
    Object.entries(settings)
      .map(([key, value]) => code(`${key}: ${value}`))
      .join(", ") || "none",
  ]);
  return table(["reminder", "settings, and what they are by default"], rows);
}

/** What a setting of that name takes and means. */
function settingsTable(): string {
  const found = new Map<string, Field>();
  for (const field of fields) {
    const [first, , key] = field.path;
    if (first === "reminders" && key !== undefined && !found.has(key)) found.set(key, field);
  }
  const rows = [...found].map(([key, field]) => [code(key), takesOf(field), field.description]);
  return table(["setting", "takes", "meaning"], rows);
}

/** What each role is called in each preset. */
function rolesTable(): string {
  const names = Object.keys(PRESETS["2i2c-2022"].roles) as (keyof Preset["roles"])[];
  const rows = names.map((role) => [
    code(role),
    ...presets.map(({ roles }) => `**${roles[role].title}**; ${roles[role].aliases.join(", ")}`),
  ]);
  return table(["role", ...titles], rows);
}

/** The example of the page: the line that shows each field, together a policy file. */
export const policyExample = (): string =>
  fields.flatMap(({ path, example }) => (path.length === 1 ? (example ?? []) : [])).join("\n");

/** An example of offices: every part once. */
export const calendarExample = (): string =>
  [
    "calendar:",
    "  offices:",
    "    - zone: Europe/Berlin",
    "      days: Mon-Fri",
    "      hours: 09:00-12:30, 13:30-17:30",
    "      country: DE-BE",
    "      holidays: [12-24, { date: 12-31, name: New Year's Eve }]",
    "      reduced:",
    "        - { from: 2026-12-28, to: 2026-12-30, hours: 10:00-12:00, name: quiet days }",
    "    - { zone: America/New_York, hours: 09:00-17:00, country: US }",
    "people:",
    "  ana: { zone: Europe/Berlin, hours: 08:00-16:00, days: Mon-Thu }",
    "  bo: { zone: America/New_York, slack: U0123ABCD }",
  ].join("\n");

/** An example of duties: a rotation with all of its parts. */
export const dutyExample = (): string =>
  [
    "steward:",
    "  rotation:",
    "    people: [ana, bo, sam]",
    "    length: 1 week",
    "    since: 2026-11-02 09:00",
    "    zone: Europe/Berlin",
    "    overrides:",
    "      - { from: 2026-12-24, to: 2027-01-02, who: sam }",
    "  fallback: ana",
    "manager: { team: acme/leads, pick: first, fallback: sam }",
  ].join("\n");

const yaml = (text: string): string => ["```yaml", text, "```"].join("\n");

const timeSections = (): readonly string[] => [
  "## Durations",
  "Two clocks run. `30 minutes`, `90s`, `1h 30m`, `14 days` and ISO 8601 (`PT30M`, `P1DT2H`) go by the wall clock. `2 working hours`, " +
    "`90 working minutes` and `2 working days` go by the calendar. A duration keeps to one clock, and is a second at least and 366 days at most.",
  "## Working time",
  "By `24h-weekdays` a working day is a continuous 24 hours, Monday to Friday, UTC. By offices, working time is while at least one of them is open; a " +
    "working day is a date on which one opens. Days and times are those of the office's own clock, through daylight saving too. A day with other " +
    "hours, such as a short Friday, is a second office in the same zone.",
  yaml(calendarExample()),
  groupTable("calendar"),
  'A text with a comma needs quotation marks where it stands in braces or brackets: `{ hours: "09:00-12:00, 13:00-17:00" }`. A week is written `Mon-Fri`, `Sun-Thu` or ' +
    "`Mon, Wed, Fri`. Public holidays come from [date-holidays](https://github.com/commenthol/date-holidays), whose dates are under CC BY-SA 3.0 and mostly " +
    "from Wikipedia; where it is wrong about your team, list the dates under `holidays`. A country that it does not know is told in the status comment, and the calendar serves without it.",
  "## People",
  "People's own hours tell whom to ask, and when a handoff is suggested. Without `hours` only the zone is known: then times are told in it, and `days` means nothing.",
  groupTable("people"),
  "An e-mail address is as public as the file in which it stands: prefer the member ID. Sitrep shows it nowhere, and asks Slack for it only when an escalation calls that person.",
  "## Duties",
  "Who is Support Steward and who is manager stands in `steward` and `manager`: one login, people who take turns, somebody of a GitHub team, or somebody of a user group in Slack. A rotation is computed by the clocks of its zone: every turn " +
    "begins at the same local time. Who has a duty but may not hold a role in the repository, since they have no write access there, gives way to the fallback.",
  yaml(dutyExample()),
  "Who is in a team or a group is asked at most every five minutes. Where it cannot be read, its last answer serves, and the status comment says as of when that is; without one, the " +
    "fallback does. Each open incident keeps the last answer with it, so that one outlives a restart of Sitrep ([why so](decisions/0020-last-answers-of-duties.md)). Without the permission `members: read`, of a team it " +
    "is the fallback always. A group in Slack is asked for the owners whom the operator of Sitrep named ([slack.md](slack.md)); of its members, those count whose member ID stands under `people`.",
  groupTable("steward"),
  "## Reminders",
  "What each reminder is for stands in [process.md](process.md). A reminder is `off`, `on`, or has some of its settings: `escalate: { after: 20 minutes }`. What is not said stays as it is.",
  remindersTable(),
  settingsTable(),
];

const checkSections = (): readonly string[] => [
  "## Checking it",
  "A commit that changes the file on any branch of the repository gets a check, `Sitrep policy`, where the App has the permission `checks: write`: a red one says what is wrong beside the line, a green one " +
    "what changes, on the default branch or once it is merged into it. Later commits of such a branch get it too, as long as Sitrep is not started anew in between. A pull request from " +
    "somebody's copy of the repository gets the same check, where the App has `pull_requests` too.",
  "In a checkout of Sitrep, `npm start -- policy check FILE` (installed: `sitrep policy check FILE`) says in a terminal or in CI what Sitrep would say: each mistake with file, line, column and " +
    "how to mend it, and then it ends with 1; or else what the file changes of its preset. `-` reads the standard input. Whether a country's public holidays are known, it does not check.",
  "[policy.schema.json](policy.schema.json) is a JSON Schema, with which an editor completes and checks the file while it is written. Put a copy beside the policy, and point to it in the policy's first " +
    "line, which the YAML extension of VS Code, JetBrains' editors and every other that runs yaml-language-server understand:",
  yaml("# yaml-language-server: $schema=./sitrep.schema.json"),
  "A schema cannot know everything: times, zones, and words that mean two things are only checked by Sitrep itself.",
];

/** The whole of `docs/policy.md`. */
export const policyPage = (): string =>
  [
    "<!-- Generated by `npm run docs` from src/config; edit there. -->",
    "# Policy",
    "The rules of a repository stand in `.github/sitrep.yml`, on its default branch. Where there is no such file, that of the owner's `.github` " +
      "repository (`acme/.github`, same path) holds for it, as far as Sitrep may read it; without that, the preset. Every field may be left out. " +
      "A change counts from the next look at an incident on; a push to the file wants one at every open incident that goes by it.",
    yaml(policyExample()),
    "A file that is wrong stops no incident, and no part of it counts. The newest of its last ten versions that has no mistake serves until it is mended; " +
      "where there is none, or the file was away in between, the preset that it names does (else the default one). The status comment of an incident says which, and what is wrong, " +
      "in which line and column, and how to mend it; so does, once for each broken version, one comment in each open incident, which notifies nobody and is hidden when the file is mended. " +
      "These comments quote the words that are wrong: a policy in a private `.github` repository is not secret where public repositories go by it.",
    ...checkSections(),
    "## Fields",
    fieldsTable(),
    "No word may mean two things: a label that declares is no severity, and names that begin with `incident:` are kept for the phases. The phases' default labels are read whatever they are called now; of other names that they had before, only people take the labels off.",
    "## Names of the roles",
    "Sitrep writes the title, and reads the title and every alias, in any case. A role keeps the names of its preset beside those that the file " +
      "gives it, so that issues written before are read as before, unless the file gives such a name to another role.",
    rolesTable(),
    "`roles: { liaison: optional }` is for teams in which whoever leads speaks with the community: nobody gets that role by default or is asked to take it, and it has no line in the top comment. Whoever takes it has " +
      "it, with `/liaison me` or by a line there. Of experts there may be any number, none too. What the report's writer has to do falls to the commander where nobody is liaison.",
    ...timeSections(),
  ].join("\n\n") + "\n";
