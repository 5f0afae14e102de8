import type * as z from "zod";
import { nearestWord } from "./near-word.ts";
import { exampleAt, fieldsAt } from "./policy.ts";
import { nameOf, type Path, valueAt, whereIs } from "./policy-path.ts";
import { type PolicyProblem, quote } from "./policy-problem.ts";
import { type Place, placeOf } from "./yaml-positions.ts";

type Issue = z.core.$ZodIssue;

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
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys
      .slice(0, mostProblems)
      .map((key) => toUnknownField(path, key, valueAt(value, [...path, key]), locate));
  }
  if (issue.code === "invalid_union") {
    const meant = issue.errors.find((errors) => !errors.some(isAboutKind));
    if (meant !== undefined) {
      const inner = meant.slice(0, mostProblems).map((one) => under(path, one));
      return inner.flatMap((one) => toProblems(one, value, locate));
    }
  }
  if (issue.code === "custom") {
    return [toSaid(path, valueAt(value, path), issue.message, locate)];
  }
  if (issue.code === "invalid_key") {
    const what = `${quote(String(path.at(-1)))} in ${nameOf(path.slice(0, -1))} is no login.`;
    return [{ ...locate(path), what, mend: mendFor(path) }];
  }
  const found = valueAt(value, path);
  const what = `${nameOf(path)} ${complaint(issue, found)}.`;
  const near = nearestWord(found, wordsOf(issue));
  return [{ ...locate(path), what, mend: near === null ? mendFor(path) : didYouMean(near) }];
}

/** A problem in sentences that say what is wrong, and perhaps how it is written: the first is what, the others are the mend. */
export function toSaid(
  path: Path,
  value: unknown,
  sentences: string,
  locate: Locate,
): PolicyProblem {
  const [first = "", ...rest] = sentences.split(/(?<=\.) (?=[A-Z])/);
  const what =
    typeof value === "string"
      ? `${nameOf(path)} cannot be ${quote(value)}. ${first}`
      : `${nameOf(path)} is not as it must be. ${first}`;
  return { ...locate(path), what, mend: rest.length > 0 ? rest.join(" ") : mendFor(path) };
}

/** Whether a branch of a union was not even meant: another kind of value, or another word, stands there. */
const isAboutKind = ({ path, code }: Issue): boolean =>
  path.length === 0 && (code === "invalid_type" || code === "invalid_value");

const under = (path: Path, issue: Issue): Issue => ({ ...issue, path: [...path, ...issue.path] });

/** How the field at a path is written, as a sentence. */
export function mendFor(path: Path): string {
  const example = exampleAt(path);
  if (example !== null) return `Write it like this: ${example}`;
  return `The fields are ${fieldsAt([]).join(", ")}; each may be left out.`;
}

function toUnknownField(path: Path, key: string, value: unknown, locate: Locate): PolicyProblem {
  const known = fieldsAt(path);
  const near = nearestWord(key, known);
  // In braces a comma ends a value, and what follows it becomes a field without one.
  const cut =
    value === null
      ? "If it belongs to the text before it, put that in quotation marks. Else r"
      : "R";
  return {
    ...locate([...path, key]),
    what: `${quote(key)} is no field of ${whereIs(path)}.`,
    mend: near === null ? `${cut}emove it, or use one of ${known.join(", ")}.` : didYouMean(near),
  };
}

const didYouMean = (word: string): string => `Did you mean ${quote(word)}?`;

/** The words that would have been right. */
function wordsOf(issue: Issue): readonly string[] {
  if (issue.code === "invalid_value") return issue.values.map(String);
  return issue.code === "invalid_union" ? issue.errors.flat().flatMap(wordsOf) : [];
}

function complaint(issue: Issue, value: unknown): string {
  if (issue.code === "invalid_type") {
    return `must be ${kindOf(issue.expected)}, but ${describe(value, kindOf(issue.expected))}`;
  }
  if (issue.code === "invalid_value") {
    return `must be one of ${issue.values.map(String).join(", ")}`;
  }
  if (issue.code === "invalid_union") {
    return `must be ${expectedBy(issue.errors.flat())}, but ${describe(value, null)}`;
  }
  if (issue.code === "too_small") {
    return issue.origin === "number" ? `must be at least ${issue.minimum}` : "must not be empty";
  }
  if (issue.code === "too_big") {
    if (issue.origin === "number") return `must be at most ${issue.maximum}`;
    const unit = issue.origin === "string" ? "characters" : "entries";
    return `must not have more than ${issue.maximum} ${unit}`;
  }
  return issue.code === "invalid_format" ? `must be ${issue.message}` : "is not as it must be";
}

/** What the branches of a union expect: `off, on or a group of fields`. */
function expectedBy(issues: readonly Issue[]): string {
  const all = issues.flatMap((issue) => {
    if (issue.code === "invalid_value") return issue.values.map(String);
    if (issue.code !== "invalid_type") return [];
    // Beside a text any number will do; alone, the schema counts something.
    return [issue.expected === "number" ? "a number" : kindOf(issue.expected)];
  });
  const each = [...new Set(all)];
  return each.length < 2 ? each.join("") : `${each.slice(0, -1).join(", ")} or ${each.at(-1)}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
  int: "a whole number",
  number: "a whole number",
  boolean: "true or false",
};

const kindOf = (expected: string): string => kinds[expected] ?? expected;

/** What stands there instead; `wanted` is the one kind that is expected, null where there are several. */
function describe(value: unknown, wanted: string | null): string {
  if (value === null || value === undefined) return "has no value";
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "string") {
    return wanted === null || wanted === kinds["int"] ? `is ${quote(value)}` : "is a text";
  }
  if (typeof value !== "number" && typeof value !== "boolean") return "is a group of fields";
  return wanted === kinds["string"]
    ? `is a ${typeof value} (in quotation marks it would be a text)`
    : `is ${value}`;
}
