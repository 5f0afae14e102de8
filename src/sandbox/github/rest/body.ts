import { HttpError } from "../http/http-error.ts";

type Body = Readonly<Record<string, unknown>>;

function invalid(field: string, code: string): HttpError {
  return new HttpError(422, "Validation Failed", {
    errors: [{ resource: "Request", field, code }],
  });
}

/** The body's text of this name; undefined when it is not given. Refuses what is no text. */
export function textOf(body: Body, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalid(field, "invalid");
  return value;
}

/** The body's text of this name. Refuses when there is none. */
export function neededText(body: Body, field: string): string {
  const value = textOf(body, field);
  if (value === undefined) throw invalid(field, "missing_field");
  return value;
}

/** The body's list of names: texts, or objects with a `name`; undefined when it is not given. */
export function namesOf(body: Body, field: string): readonly string[] | undefined {
  const value = body[field];
  if (value === undefined) return undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => {
    const name =
      typeof item === "object" && item !== null ? (item as { name?: unknown }).name : item;
    if (typeof name !== "string") throw invalid(field, "invalid");
    return name;
  });
}

/** The body's text of this name, if it is one of `allowed`; undefined when it is not given. */
export function choiceOf<T extends string>(
  body: Body,
  field: string,
  allowed: readonly T[],
): T | undefined {
  const value = textOf(body, field);
  if (value === undefined) return undefined;
  const choice = allowed.find((each) => each === value);
  if (choice === undefined) throw invalid(field, "invalid");
  return choice;
}
