import { quote } from "./policy-problem.ts";

/** The way to a field of the policy file: names, and numbers from 0 in lists. */
export type Path = readonly PropertyKey[];

/** A path in words, in a sentence: `“labels”`, `“labels”, entry 2,`, `“calendar.offices”, entry 1, “zone”`. */
export function nameOf(path: Path): string {
  const parts: string[] = [];
  let fields: string[] = [];
  const flush = (): void => {
    if (fields.length > 0) parts.push(quote(fields.join(".")));
    fields = [];
  };
  for (const part of path) {
    if (typeof part === "number") {
      flush();
      parts.push(`entry ${part + 1}`);
    } else fields.push(String(part));
  }
  flush();
  if (parts.length === 0) return "The file";
  return typeof path.at(-1) === "number" ? `${parts.join(", ")},` : parts.join(", ");
}

/** A path as a place: `the policy`, `roles.commander`, `calendar.offices, entry 2`. */
export const whereIs = (path: Path): string =>
  path.length === 0 ? "the policy" : nameOf(path).replaceAll(/[“”]|,$/g, "");

/** What stands at a path of the file as it was read; undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((some, part) => {
    if (typeof some !== "object" || some === null || !Object.hasOwn(some, part)) return undefined;
    return (some as Readonly<Record<PropertyKey, unknown>>)[part];
  }, value);
}
