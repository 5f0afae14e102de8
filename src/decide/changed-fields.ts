import type { BodyFields, FieldName } from "../incident/fields/index.ts";

/** Fields of the top comment whose edits have the effect of a command. */
export const EDITABLE: readonly FieldName[] = [
  "commander",
  "liaison",
  "experts",
  "severity",
  "status",
  "ticket",
  "representative",
  "impactStarted",
];

/** What a field says, so that two versions can be compared: its value, or its words where they cannot be read. */
function sayingOf(field: FieldName, fields: BodyFields): string {
  if (fields.problems.some((problem) => problem.field === field))
    return `?${fields.raw[field] ?? ""}`;
  if (field === "experts") {
    return fields.experts.map(({ login, area }) => `${login.toLowerCase()} ${area ?? ""}`).join();
  }
  if (field === "ticket") return fields.tickets.join();
  const value = fields[field];
  return field === "severity" || value === null ? (value ?? "") : value.toLowerCase();
}

/**
 * The fields that say something else in `after` than in `before`. A field that was taken out says nothing: whoever tidies
 * the text does not thereby send anybody home.
 */
export const changedFields = (before: BodyFields, after: BodyFields): readonly FieldName[] =>
  EDITABLE.filter(
    (field) => after.present.has(field) && sayingOf(field, before) !== sayingOf(field, after),
  );
