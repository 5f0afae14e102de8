import type { FieldToSet, FieldTrouble } from "../../../effects/backlog.ts";
import { projectName, type ProjectPlace } from "../../../incident/project.ts";
import { findField, type ProjectField } from "./read-fields.ts";
import { toProjectValue } from "./to-value.ts";

/** A value for a field, by the field's id, as GitHub takes it. */
export interface FieldWrite {
  readonly id: number;
  readonly value: string | number;
}

/** What is to be written for each field, or why it cannot be. */
export function toWrites(
  known: readonly ProjectField[],
  wanted: readonly FieldToSet[],
  project: ProjectPlace,
  now: number,
): { readonly writes: readonly FieldWrite[]; readonly troubles: readonly FieldTrouble[] } {
  const read = wanted.map((one): FieldWrite | FieldTrouble => {
    const { field: name } = one;
    const field = findField(known, name);
    if (field === null) {
      return { field: name, why: `The project ${projectName(project)} has no field ${name}.` };
    }
    const found = toProjectValue(field, one, now);
    if ("problem" in found) return { field: name, why: found.problem };
    return { id: field.id, value: found.value };
  });
  return {
    writes: read.flatMap((one) => ("id" in one ? [one] : [])),
    troubles: read.flatMap((one) => ("why" in one ? [one] : [])),
  };
}
