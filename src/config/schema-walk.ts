import * as z from "zod";

type Path = readonly PropertyKey[];

/** A field of the policy file as its schema tells it. */
export interface FieldDoc {
  /** Its names from the top; `[]` for each entry of a list, `<login>` where any login may stand. */
  readonly path: readonly string[];
  readonly schema: z.ZodType;
  readonly description: string;
  /** A line that shows how it is written; null: shown by its parts or by what is around it. */
  readonly example: string | null;
  /** What may be written, where the schema alone does not say it. */
  readonly takes: string | null;
  /** What holds without it, in words; null: as the preset says. */
  readonly fallback: string | null;
}

/** The schemas of what may stand here, without what only says that it may be left out or how it is read. */
export function branchesOf(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional) return branchesOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return branchesOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) {
    return (schema.options as readonly z.ZodType[]).flatMap(branchesOf);
  }
  return [schema];
}

const shapeOf = (schema: z.ZodType): Readonly<Record<string, z.ZodType>> =>
  schema instanceof z.ZodObject ? schema.shape : {};

function stepInto(schema: z.ZodType, part: PropertyKey): z.ZodType | null {
  for (const branch of branchesOf(schema)) {
    if (branch instanceof z.ZodArray && typeof part === "number") {
      return branch.element as z.ZodType;
    }
    if (branch instanceof z.ZodRecord) return branch.valueType as z.ZodType;
    const shape = shapeOf(branch);
    if (typeof part === "string" && Object.hasOwn(shape, part)) return shape[part] ?? null;
  }
  return null;
}

/** The schemas on the way to a path, from the root; it ends where nothing more may stand. */
function trail(root: z.ZodType, path: Path): readonly z.ZodType[] {
  const found = [root];
  for (const part of path) {
    const next = stepInto(found.at(-1) ?? root, part);
    if (next === null) return found;
    found.push(next);
  }
  return found;
}

/** The names of the fields that may stand at a path, none where no names are given. */
export function fieldsAt(root: z.ZodType, path: Path): readonly string[] {
  const found = trail(root, path);
  const last = found.length > path.length ? found.at(-1) : undefined;
  return last === undefined ? [] : branchesOf(last).flatMap((one) => Object.keys(shapeOf(one)));
}

const textOf = (schema: z.ZodType, name: string): string | null => {
  const value = schema.meta()?.[name];
  return typeof value === "string" ? value : null;
};

/** The line that shows how the field at a path is written, or else the nearest one around it; null where there is none. */
export function exampleAt(root: z.ZodType, path: Path): string | null {
  return trail(root, path).reduce<string | null>(
    (nearest, schema) => textOf(schema, "example") ?? nearest,
    null,
  );
}

/** Every field that may stand under a schema, from the outside in, in the order of the schema. */
export function listFields(schema: z.ZodType, path: readonly string[] = []): readonly FieldDoc[] {
  return branchesOf(schema).flatMap((branch) => {
    if (branch instanceof z.ZodArray) {
      return listFields(branch.element as z.ZodType, [...path.slice(0, -1), `${path.at(-1)}[]`]);
    }
    if (branch instanceof z.ZodRecord) {
      return listFields(branch.valueType as z.ZodType, [...path, "<login>"]);
    }
    return Object.entries(shapeOf(branch)).flatMap(([name, field]) => {
      const here = [...path, name];
      return [toDoc(field, here), ...listFields(field, here)];
    });
  });
}

const toDoc = (schema: z.ZodType, path: readonly string[]): FieldDoc => ({
  path,
  schema,
  description: textOf(schema, "description") ?? "",
  example: textOf(schema, "example"),
  takes: textOf(schema, "takes"),
  fallback: textOf(schema, "fallback"),
});
