import { assertNever } from "../incident/assert-never.ts";
import type { Duty } from "../incident/duty.ts";
import type { Policy } from "../incident/policy.ts";
import { projectName, type ProjectPolicy } from "../incident/project.ts";
import { fieldsAt } from "./policy.ts";
import { type Duration, toWords } from "../incident/time/index.ts";

/** A field that two policies say differently, as words for people; they may quote the file, so escape them for their place. */
export interface PolicyChange {
  /** From the top, as in `reminders.escalate.after`. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

const isDuration = (value: object): value is Duration => "clock" in value;
const isText = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";
const ABSENT = "none";

type Entry = readonly [field: string, words: string];

/** Every value in a policy with its field, in the policy's order. */
function toEntries(value: unknown, field: string): readonly Entry[] {
  if (value === null || value === undefined) return [[field, ABSENT]];
  if (isText(value)) return [[field, String(value)]];
  if (typeof value !== "object") return [];
  if (isDuration(value)) return [[field, toWords(value)]];
  if (Array.isArray(value)) return toListEntries(value, field);
  return Object.entries(value).flatMap(([key, inner]) => toEntries(inner, `${field}.${key}`));
}

/** A list of texts is one value; of a list of groups, each entry's fields are, counted from 1. */
function toListEntries(list: readonly unknown[], field: string): readonly Entry[] {
  if (list.every(isText)) return [[field, list.length === 0 ? ABSENT : list.join(", ")]];
  return list.flatMap((item, index) => toEntries(item, `${field}, entry ${index + 1}`));
}

/** A reminder is on or off, besides what its settings are. */
function toReminderEntries(reminders: Policy["reminders"]): readonly Entry[] {
  return Object.entries(reminders).flatMap(([name, settings]) => {
    const field = `reminders.${name}`;
    if (settings === null) return [[field, "off"] as const];
    return [[field, "on"] as const, ...toEntries(settings, field)];
  });
}

const SOURCES = { team: "team", group: "Slack group" } as const;

/** Who has a duty, with the names that the file has for it. */
function toDutyEntries(duty: Duty, field: string): readonly Entry[] {
  switch (duty.kind) {
    case "nobody":
      return [[field, "nobody"]];
    case "login":
      return [
        [field, duty.login],
        ...(duty.fallback === null ? [] : toEntries(duty.fallback, `${field}.fallback`)),
      ];
    case "team":
    case "group":
      return [
        [field, `${SOURCES[duty.kind]} ${duty.name}, ${duty.pick}`],
        ...toEntries(duty.fallback, `${field}.fallback`),
      ];
    case "rotation": {
      const { since, days, ...rotation } = duty.rotation;
      const inWords = { ...rotation, since: `${since.date} ${since.time}`, length: `${days} days` };
      return [
        [field, "rotation"],
        ...toEntries(inWords, `${field}.rotation`),
        ...toEntries(duty.fallback, `${field}.fallback`),
      ];
    }
    default:
      return assertNever(duty);
  }
}

/** A project by its name, however the file has it, and what is set there. */
function toProjectEntries(project: ProjectPolicy | null): readonly Entry[] {
  if (project === null) return [["project", ABSENT]];
  const { owner: _owner, ownedBy: _ownedBy, number: _number, server: _server, ...set } = project;
  return [["project", projectName(project)], ...toEntries(set, "project")];
}

/** It is on or off, besides the fields by which incidents are compared. */
const toRelatedEntries = (related: Policy["related"]): readonly Entry[] =>
  related === null
    ? [["related", "off"]]
    : [["related", "on"], ...toEntries(related.fields, "related.fields")];

const toWordsByField = ({
  preset,
  reminders,
  related,
  duties,
  project,
  ...rest
}: Policy): ReadonlyMap<string, string> =>
  new Map([
    ["extends", preset],
    // What is worked out from other fields has no name in the file, and is told by those.
    ...Object.entries(duties).flatMap(([field, duty]) => toDutyEntries(duty, field)),
    ...Object.entries(rest)
      .filter(([field]) => fieldsAt([]).includes(field) && !(field in duties))
      .flatMap(([field, value]) => toEntries(value, field)),
    ...toProjectEntries(project),
    ...toReminderEntries(reminders),
    ...toRelatedEntries(related),
  ]);

/** What another policy would change, field by field; nothing where both come to the same. */
export function comparePolicies(before: Policy, after: Policy): readonly PolicyChange[] {
  const was = toWordsByField(before);
  const becomes = toWordsByField(after);
  return [...new Set([...was.keys(), ...becomes.keys()])].flatMap((field) => {
    const from = was.get(field) ?? ABSENT;
    const to = becomes.get(field) ?? ABSENT;
    return from === to ? [] : [{ field, from, to }];
  });
}
