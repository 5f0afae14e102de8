import type { FieldToSet } from "../../../effects/backlog.ts";
import type { Instant } from "../../../incident/instant.ts";
import { isDate } from "../../../incident/time/index.ts";
import type { ProjectField } from "./read-fields.ts";

/** A value as GitHub takes it, or why there is none, in a sentence. */
export type ProjectValue = { readonly value: string | number } | { readonly problem: string };

const DAY_MS = 24 * 60 * 60_000;
const MOST_NAMED = 12;

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

const toDate = (at: Instant): string => new Date(at).toISOString().slice(0, 10);

function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMED ? ", and more" : "";
  return names.length === 0
    ? "It has none."
    : `It has ${names.slice(0, MOST_NAMED).join(", ")}${more}.`;
}

function toOption({ name, options }: ProjectField, text: string): ProjectValue {
  const found = options.find((option) => isSame(option.name, text));
  if (found !== undefined) return { value: found.id };
  const names = options.map((option) => option.name);
  return { problem: `The field ${name} of the project has no option ${text}. ${named(names)}` };
}

function toIteration({ name, iterations }: ProjectField, text: string, now: Instant): ProjectValue {
  if (!isSame(text, "current")) {
    const found = iterations.find(({ title }) => isSame(title, text));
    if (found !== undefined) return { value: found.id };
    const names = iterations.map(({ title }) => title);
    return {
      problem: `The field ${name} of the project has no iteration ${text}. ${named(names)}`,
    };
  }
  const today = Math.floor(now / DAY_MS);
  const current = iterations.find(({ start, days }) => {
    const first = Math.floor(Date.parse(start) / DAY_MS);
    return first <= today && today < first + days;
  });
  if (current !== undefined) return { value: current.id };
  return { problem: `The field ${name} of the project has no iteration at this time.` };
}

function toNumber({ name }: ProjectField, value: string | number): ProjectValue {
  const text = String(value).trim();
  if (text !== "" && Number.isFinite(Number(text))) return { value: Number(text) };
  return { problem: `The field ${name} of the project is a number, and ${value} is none.` };
}

function toDay({ name }: ProjectField, text: string, at: Instant): ProjectValue {
  if (isSame(text, "today")) return { value: toDate(at) };
  if (/^\d{4}-/.test(text) && isDate(text)) return { value: text };
  const problem = `The field ${name} of the project is a date, and ${text} is none. Write it like 2026-12-24, or today.`;
  return { problem };
}

/** What is to be sent for a field of the project. `now` tells the current iteration, by dates in UTC. */
export function toProjectValue(
  field: ProjectField,
  { value, at }: Pick<FieldToSet, "value" | "at">,
  now: Instant,
): ProjectValue {
  const text = String(value).trim();
  switch (field.kind) {
    case "single_select":
      return toOption(field, text);
    case "iteration":
      return toIteration(field, text, now);
    case "number":
      return toNumber(field, value);
    case "date":
      return toDay(field, text, at);
    case "text":
      return { value: text };
    default:
      return {
        problem: `The field ${field.name} of the project is no field that can be set: GitHub keeps it itself.`,
      };
  }
}
