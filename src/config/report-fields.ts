import * as z from "zod";
import { DUTY_NAMES } from "../incident/duty.ts";
import {
  REPORT_DEBTS,
  REPORT_NAMES,
  REPORT_PLACES,
  RULE_LEVELS,
  type ReportReviewer,
  type ReportRule,
} from "../incident/report-policy.ts";
import type { RoleName } from "../incident/roles.ts";
import { isZone } from "../incident/time/index.ts";
import { readText } from "./read-text.ts";

const writers = ["commander", "liaison"] as const satisfies readonly RoleName[];
const reviewers = [...writers, ...DUTY_NAMES] as const satisfies readonly ReportReviewer[];

const REPOSITORY = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}\/[\w.-]{1,100}$/i;
const PLACES: readonly string[] = ["date", "year", "month", "number", "slug"];
const LONGEST_PATH = 200;
// One part of a path in a repository, where a brace stands only around a placeholder's name.
const PART = /^(?!\.{1,2}$)(?:[\w .+@()-]|\{\{\s?\w{1,20}\s?\}\}){1,100}$/;

/** What is wrong with a path in a repository, in sentences; null: nothing. */
function pathProblem(text: string, ending: RegExp, endings: string): string | null {
  if (text.length > LONGEST_PATH) return `A path has ${LONGEST_PATH} characters at most.`;
  if (!ending.test(text)) return `Its name must end in ${endings}.`;
  if (!text.split("/").every((part) => PART.test(part)))
    return "That is no path within a repository.";
  return null;
}

const path = readText<string>((text) => {
  const problem = pathProblem(text, /[^/]\.(?:md|markdown)$/i, "`.md`");
  if (problem !== null) return { kind: "problem", problem };
  const names = [...text.matchAll(/\{\{\s?(\w+)\s?\}\}/g)].map(([, name = ""]) => name);
  const unknown = names.find((name) => !PLACES.includes(name));
  if (unknown !== undefined) {
    const known = PLACES.map((name) => `{{${name}}}`).join(", ");
    return { kind: "problem", problem: `It names {{${unknown}}}. There are ${known}.` };
  }
  const tells = ["slug", "number"].some((name) => names.includes(name));
  if (!tells) {
    const what = "Two incidents of a day would have the same file.";
    return { kind: "problem", problem: `${what} Put {{slug}} or {{number}} in it.` };
  }
  return { value: text };
});

const template = readText<string>((text) => {
  const problem = pathProblem(text, /[^/]\.(?:hbs|md)$/i, "`.hbs` or `.md`");
  if (problem !== null) return { kind: "problem", problem };
  return text.includes("{{")
    ? { kind: "problem", problem: "A template has one path, without anything to fill in." }
    : { value: text };
});

const repository = readText<string>(
  (text) =>
    REPOSITORY.test(text)
      ? { value: text }
      : { kind: "problem", problem: "That is no repository. Write it like `acme/reports`." },
  String.raw`^\s*[^/\s]+/[^/\s]+\s*$`,
);

const zone = readText<string>((text) =>
  isZone(text)
    ? { value: text }
    : {
        kind: "problem",
        problem: "That is not a zone. Write its full name, like `Europe/Berlin` or `UTC`.",
      },
);

const level = z.enum(RULE_LEVELS).optional();

const rule = (description: string, example: string) => level.meta({ description, example });

const rules = z.strictObject({
  format: rule(
    "Front matter, the row of the duration, and the sections that the site reads.",
    "format: advisory",
  ),
  conflict: rule(
    "Facts that changed where a person had written over them, and nobody chose yet.",
    "conflict: advisory",
  ),
  unanswered: rule("Questions that nobody answered.", "unanswered: advisory"),
  "empty-section": rule("Sections in which nothing stands.", "empty-section: advisory"),
  "action-items": rule("Action items that link to no issue.", "action-items: blocking"),
  times: rule(
    "Times that are missing or cannot be, such as an end before its start.",
    "times: advisory",
  ),
  zones: rule("Times of day that do not say their zone.", "zones: off"),
  blame: rule("Words that say whose fault it was.", "blame: blocking"),
  secrets: rule("What looks like a token or a password.", "secrets: advisory"),
  addresses: rule("E-mail addresses.", "addresses: off"),
} satisfies Record<ReportRule, z.ZodType>);

const fields = {
  writer: z.enum(writers).optional().meta({
    description: "Who writes the Incident Report.",
    example: "writer: liaison",
  }),
  reviewers: z
    .array(z.enum(reviewers))
    .max(reviewers.length)
    .optional()
    .meta({
      description:
        "Who reviews it, one after the other; never the writer. An empty list: anybody else who may command.",
      takes: `list of ${reviewers.map((name) => `\`${name}\``).join(", ")}`,
      example: "reviewers: [commander, manager]",
    }),
  to: repository.optional().meta({
    description:
      "The repository of the reports, where the App must be installed too. Default: the incident's own.",
    takes: "a repository as `owner/repo`",
    example: "to: acme/reports",
  }),
  path: path.optional().meta({
    description:
      "The file of a report there. `{{date}}`, `{{year}}` and `{{month}}` are of the beginning, in UTC; `{{number}}` is the issue's, `{{slug}}` its title's words.",
    takes: "a path that ends in `.md`, in quotation marks",
    example: 'path: "reports/{{date}}-{{slug}}.md"',
  }),
  as: z.enum(REPORT_PLACES).optional().meta({
    description:
      "Where the draft appears: as a pull request, as a comment in the incident's issue, or as an issue of its own beneath it.",
    example: "as: pull-request",
  }),
  names: z.enum(REPORT_NAMES).optional().meta({
    description: "How people appear in it: by their roles, or by their logins.",
    example: "names: logins",
  }),
  zone: zone.optional().meta({
    description: "The zone whose clocks stand beside UTC. Default: the calendar's first.",
    takes: "text",
    example: "zone: Europe/Berlin",
  }),
  template: template.optional().meta({
    description: "The team's own template, a file in the incident's repository.",
    takes: "a path that ends in `.hbs` or `.md`",
    example: "template: .github/incident-report.hbs",
  }),
  debt: z.enum(REPORT_DEBTS).optional().meta({
    description:
      "Where Sitrep keeps a list of the reports that are owed: in one `issue` of the incidents' repository, or nowhere.",
    example: "debt: off",
  }),
  rules: rules.optional().meta({
    description:
      "What is looked for before it is published; what a finding means: `blocking`, only `advisory`, or `off`.",
    takes: "one of three words for each",
    fallback: "as below",
    example: "rules: { blame: blocking, zones: off }",
  }),
};

/** The field `report`. */
export const reportField = z
  .strictObject(fields)
  .optional()
  .meta({
    description: "About the Incident Report.",
    takes: Object.keys(fields)
      .map((name) => `\`${name}\``)
      .join(", "),
    example: "report: { writer: liaison, reviewers: [commander] }",
  });

/** The field `report` as the file has it, read. */
export type ReportFile = NonNullable<z.infer<typeof reportField>>;
