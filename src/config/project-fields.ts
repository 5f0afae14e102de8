import * as z from "zod";
import { toLogin } from "../incident/fields/logins.ts";
import type { ProjectPhase, ProjectPlace } from "../incident/project.ts";
import { readText } from "./read-text.ts";
import { login } from "./team-fields.ts";

const MOST_FIELDS = 6;
// GitHub says no limit; so many of such names have room in the record.
const LONGEST_NAME = 50;
const LONGEST_VALUE = 300;
const MOST_NUMBER = 1_000_000_000;

const PAGE = /^\/(orgs|users)\/([^/]+)\/projects\/(\d{1,9})(?:\/views\/\d+)?\/?$/;

/** A project by the address of its page. */
const address = readText<ProjectPlace>((text) => {
  const url = URL.parse(text);
  const [, kind, name = "", number = ""] = PAGE.exec(url?.pathname ?? "") ?? [];
  const owner = toLogin(name);
  if (url === null || !/^https?:$/.test(url.protocol) || owner === null || Number(number) < 1) {
    return {
      kind: "problem",
      problem:
        "That is not the address of a project. Write it like `https://github.com/orgs/acme/projects/3`.",
    };
  }
  const ownedBy = kind === "orgs" ? "organization" : "user";
  return { value: { owner, ownedBy, number: Number(number), server: url.origin } };
});

const value = z.union([z.string().trim().min(1).max(LONGEST_VALUE), z.number()]);

const fields = z.record(z.string(), value).superRefine((given, context) => {
  const names = Object.keys(given).map((name) => name.trim().toLowerCase());
  const say = (message: string): void => context.addIssue({ code: "custom", message });
  if (names.length > MOST_FIELDS) say(`It names more than ${MOST_FIELDS} fields.`);
  else if (names.some((name) => name === "" || name.length > LONGEST_NAME))
    say(`The name of a field has 1 to ${LONGEST_NAME} characters.`);
  else if (new Set(names).size < names.length) say("It names a field twice.");
});

const takes = "fields of the project by name, with their values";
const fallback = "nothing is set";

const phaseField = (description: string, example: string) =>
  fields.optional().meta({ description, takes, fallback, example });

const phases = z.strictObject({
  investigating: phaseField(
    "Set while the cause is looked for.",
    "investigating: { Status: In progress }",
  ),
  mitigated: phaseField(
    "Set when users can work, though the cause is not gone.",
    "mitigated: { Status: In review }",
  ),
  resolved: phaseField(
    "Set when it is resolved.",
    "resolved: { Status: Done, Resolved on: today }",
  ),
  closed: phaseField("Set when the issue is closed, however.", "closed: { Status: Archive }"),
} satisfies Record<ProjectPhase, z.ZodType>);

const project = z
  .strictObject({
    url: address.optional().meta({
      description: "The address of the project's page.",
      takes: "address",
      fallback: "needed, or `owner` and `number`",
      example: "url: https://github.com/orgs/acme/projects/3",
    }),
    owner: login.optional().meta({
      description: "The organization or user whose project it is.",
      takes: "login",
      fallback: "needed, or `url`",
      example: "owner: acme",
    }),
    number: z.int().min(1).max(MOST_NUMBER).optional().meta({
      description: "The project's number, from the address of its page.",
      fallback: "needed, or `url`",
      example: "number: 3",
    }),
    onAdd: fields.optional().meta({
      description:
        "Set when an incident comes into the project, for whatever reason. What `phases` and `onEscalate` say goes before it.",
      takes,
      fallback,
      example: "onAdd: { Kind: Incident, Sprint: current }",
    }),
    onEscalate: fields.optional().meta({
      description: "Set when it escalates; it holds until the next phase says otherwise.",
      takes,
      fallback,
      example: "onEscalate: { Status: Needs help }",
    }),
    phases: phases.optional().meta({
      description: "What is set when a phase begins, or when the issue is closed.",
      takes: "`investigating`, `mitigated`, `resolved` and `closed`",
      fallback,
      example: "phases: { investigating: { Status: In progress }, resolved: { Status: Done } }",
    }),
  })
  .superRefine(({ url, owner, number }, context) => {
    const say = (message: string): void => context.addIssue({ code: "custom", message });
    if (url !== undefined && (owner !== undefined || number !== undefined))
      say("It has a `url`, which says all, and `owner` or `number` too. Keep the `url` alone.");
    else if (url === undefined && (owner === undefined || number === undefined))
      say("It does not say which project. Give its `url`, or its `owner` and its `number`.");
  });

/** The field `project`. */
export const projectField = project.optional().meta({
  description:
    "The team's backlog, a project on GitHub: an incident is put into it when it escalates, or by `/backlog`, and its item follows the phases.",
  takes: "`url` (or `owner` and `number`), `onAdd`, `onEscalate` and `phases`",
  example:
    "project: { url: https://github.com/orgs/acme/projects/3, onEscalate: { Status: Needs help }, phases: { resolved: { Status: Done } } }",
  fallback: "none",
});

/** The backlog as the file has it, read. */
export type ProjectFile = NonNullable<z.infer<typeof projectField>>;
