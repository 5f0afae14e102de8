import type * as z from "zod";
import { exampleAt, fieldsAt } from "./policy.ts";
import { type PolicyProblem, quote } from "./policy-problem.ts";
import { type Place, placeOf } from "./yaml-positions.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** So many problems are told; more do not help, and a hostile file has thousands. */
export const mostProblems = 20;

/** Where a path of the file begins. */
export type Locate = (path: Path) => Place;

/** Makes a `Locate` for one text. */
export function createLocate(text: string, offsets: ReadonlyMap<string, number>): Locate {
  return (path) => placeOf(path, text, offsets);
}

/** What a schema's complaint means for whoever wrote the file. */
export function toProblems(issue: Issue, value: unknown, locate: Locate): readonly PolicyProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.slice(0, mostProblems).map((key) => toUnknownField(issue.path, key, locate));
  }
  const what = `${nameOf(issue.path)} ${complaint(issue, valueAt(value, issue.path))}.`;
  return [{ ...locate(issue.path), what, mend: mendFor(issue.path) }];
}

/** How the field at a path is written, as a sentence. */
export function mendFor(path: Path): string {
  const example = exampleAt(path);
  if (example !== null) return `Write it like this: ${example}`;
  return `The fields are ${fieldsAt([]).join(", ")}; each may be left out.`;
}

function toUnknownField(path: Path, key: string, locate: Locate): PolicyProblem {
  const known = fieldsAt(path);
  const near = known.find((name) => isNear(name, key.toLowerCase()));
  const where = path.length === 0 ? "the policy" : path.map(String).join(".");
  return {
    ...locate([...path, key]),
    what: `${quote(key)} is no field of ${where}.`,
    mend:
      near === undefined
        ? `Remove it, or use one of ${known.join(", ")}.`
        : `Did you mean ${quote(near)}?`,
  };
}

function complaint(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type") {
    return `must be ${kinds[issue.expected] ?? issue.expected}, but ${describe(value)}`;
  }
  if (issue.code === "invalid_value") {
    return `must be one of ${issue.values.map(String).join(", ")}`;
  }
  if (issue.code === "too_small") return "must not be empty";
  if (issue.code === "too_big") {
    const unit = issue.origin === "string" ? "characters" : "entries";
    return `must not have more than ${issue.maximum} ${unit}`;
  }
  return issue.code === "invalid_format" ? `must be ${issue.message}` : "is not as it must be";
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a group of fields",
};

function describe(value: unknown): string {
  if (value === null || value === undefined) return "has no value";
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "object") return "is a group of fields";
  if (typeof value === "string") return "is a text";
  return `is a ${typeof value} (in quotation marks it would be a text)`;
}

/** `labels`, `labels, entry 2`, `roles.commander.title`. */
function nameOf(path: Path): string {
  const fields = path.filter((part) => typeof part !== "number").map(String);
  const entry = path.find((part): part is number => typeof part === "number");
  if (fields.length === 0) return "The file";
  const name = quote(fields.join("."));
  return entry === undefined ? name : `${name}, entry ${entry + 1},`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((some, part) => {
    if (typeof some !== "object" || some === null || !Object.hasOwn(some, part)) return undefined;
    return (some as Readonly<Record<PropertyKey, unknown>>)[part];
  }, value);
}

/** Whether two words differ by at most two letters added, left out, changed or swapped; short words by one. */
function isNear(a: string, b: string): boolean {
  const most = a.length > 5 ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return false;
  const row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1);
      diagonal = row[j]!;
      row[j] = Math.min(cost, diagonal + 1, row[j - 1]! + 1);
    }
  }
  return row[b.length]! <= most;
}
