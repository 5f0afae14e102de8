import { SECTION_END, toSectionStart } from "./section-marker.ts";
import { TASKS } from "./tasks.ts";
import type { TaskId } from "./tasks.ts";
import type { FieldName, FieldValues, Vocabulary } from "./types.ts";
import { FIELD_NAMES, toTexts, toWantedValue } from "./values.ts";

/** What a section is made of. */
export interface SectionParts {
  /** Fields and tasks that stand elsewhere in the body are left out. */
  readonly fields: readonly FieldName[];
  readonly tasks: readonly TaskId[];
  readonly values: FieldValues;
  readonly ticked: Readonly<Partial<Record<TaskId, boolean>>>;
  readonly statusCommentId: string | null;
}

/** The text of Sitrep's own section, from marker to marker, with the given line end. */
export function toSection(parts: SectionParts, vocabulary: Vocabulary, lineEnd: string): string {
  const fields = FIELD_NAMES.filter((field) => parts.fields.includes(field)).map((field) =>
    toFieldLine(field, parts.values, vocabulary),
  );
  const tasks = TASKS.filter(({ id }) => parts.tasks.includes(id)).map(
    ({ id, text }) => `- [${parts.ticked[id] === true ? "x" : " "}] ${text}`,
  );
  return [
    toSectionStart(parts.statusCommentId),
    "### Incident response",
    "",
    ...(fields.length === 0 ? [] : [...fields, ""]),
    ...(tasks.length === 0 ? [] : ["#### Steps", "", ...tasks, ""]),
    SECTION_END,
  ].join(lineEnd);
}

function toFieldLine(field: FieldName, values: FieldValues, vocabulary: Vocabulary): string {
  const text = toTexts(toWantedValue(field, values) ?? {}, "markdown").join(", ");
  return `- **${vocabulary[field].title}:**${text === "" ? "" : ` ${text}`}`;
}
