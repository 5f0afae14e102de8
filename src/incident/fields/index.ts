export { insertSection } from "./insert-section.ts";
export { readNamedValues } from "./named-values.ts";
export type { NamedValue } from "./named-values.ts";
export { readFields } from "./read-fields.ts";
export { hasSectionMark, statusPointer } from "./section-marker.ts";
export { skeletonOf } from "./skeleton-of.ts";
export { TASKS, toTaskId } from "./tasks.ts";
export type { TaskId } from "./tasks.ts";
export type {
  BodyFields,
  Expert,
  FieldChanges,
  FieldName,
  FieldProblem,
  FieldValues,
  FieldWords,
  Vocabulary,
} from "./types.ts";
export { defaultVocabulary } from "./vocabulary.ts";
export { withoutSection } from "./without-section.ts";
export { writeFields } from "./write-fields.ts";
