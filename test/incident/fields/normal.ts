import type { FieldChanges } from "../../../src/incident/fields/index.ts";
import { FIELD_NAMES, toWantedValue } from "../../../src/incident/fields/values.ts";

/** The changes in the form in which they are read back. */
export function toNormal(changes: FieldChanges): FieldChanges {
  return Object.assign({}, ...FIELD_NAMES.map((field) => toWantedValue(field, changes) ?? {}));
}
