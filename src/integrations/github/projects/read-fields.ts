import { z } from "zod";

const rawName = z.object({ raw: z.string() });

/** The fields of a project, as far as they are used; GitHub's own words for their kinds. */
const fieldShape = z.object({
  id: z.number(),
  name: z.string(),
  data_type: z.string(),
  options: z.array(z.object({ id: z.string(), name: rawName })).optional(),
  configuration: z
    .object({
      iterations: z
        .array(
          z.object({
            id: z.string(),
            title: rawName,
            start_date: z.string(),
            duration: z.number(),
          }),
        )
        .optional(),
    })
    .nullish(),
});

/** A field of a project. */
export interface ProjectField {
  readonly id: number;
  readonly name: string;
  /** In GitHub's words: `single_select`, `number`, `date`, `text`, `iteration`, and those that nobody can set. */
  readonly kind: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  /** `start` as `2026-05-04`, length in days. */
  readonly iterations: readonly {
    readonly id: string;
    readonly title: string;
    readonly start: string;
    readonly days: number;
  }[];
}

const toField = (given: z.infer<typeof fieldShape>): ProjectField => ({
  id: given.id,
  name: given.name,
  kind: given.data_type,
  options: (given.options ?? []).map(({ id, name }) => ({ id, name: name.raw })),
  iterations: (given.configuration?.iterations ?? []).map(
    ({ id, title, start_date: start, duration: days }) => ({ id, title: title.raw, start, days }),
  ),
});

/** The fields in an answer of GitHub's; one that has an unknown shape is left out, as if the project did not have it. */
export const parseFields = (answer: readonly unknown[]): readonly ProjectField[] =>
  answer.flatMap((one) => {
    const { data } = fieldShape.safeParse(one);
    return data === undefined ? [] : [toField(data)];
  });

/** The field with this name, in any case; null: there is none. */
export function findField(fields: readonly ProjectField[], name: string): ProjectField | null {
  const wanted = name.trim().toLowerCase();
  return fields.find((field) => field.name.trim().toLowerCase() === wanted) ?? null;
}
