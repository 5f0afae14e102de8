import { toBodyFields } from "./read-fields.ts";
import { toScan } from "./scan.ts";
import { toNodeId } from "./section-marker.ts";
import { toSection } from "./section.ts";
import type { SectionParts } from "./section.ts";
import { TASKS } from "./tasks.ts";
import type { TaskId } from "./tasks.ts";
import type { FieldName, FieldValues, Vocabulary } from "./types.ts";
import { FIELD_NAMES } from "./values.ts";
import { defaultVocabulary } from "./vocabulary.ts";

/** A field that is a role with one holder, and a step of the process too. */
type RoleField = Extract<FieldName, TaskId>;

/**
 * Adds Sitrep's own section: the fields and tasks that the body does not have yet. It stands at the end, or at the top
 * (behind front matter) where the end is swallowed by something left open, such as a code fence or `<details>`. All
 * other bytes stay. A body that has a section is returned as it is. `without`: roles whose fields and steps are left out.
 */
export function insertSection(
  body: string,
  values: FieldValues,
  tasks: Readonly<Partial<Record<TaskId, boolean>>>,
  options: { readonly statusCommentId: string | null; readonly without?: readonly RoleField[] },
  vocabulary: Vocabulary = defaultVocabulary,
): string {
  const scan = toScan(body, vocabulary);
  if (scan.markers !== null) return body;
  const isLeftOut = (name: FieldName | TaskId): boolean =>
    options.without?.some((role) => role === name) ?? false;
  const { outline } = scan;
  const { lineEnd, markdownStart } = outline;
  const known = toBodyFields(scan);
  const parts: SectionParts = {
    fields: FIELD_NAMES.filter((field) => !known.present.has(field) && !isLeftOut(field)),
    tasks: TASKS.map(({ id }) => id).filter(
      (id) => known.tasks[id] === undefined && !isLeftOut(id),
    ),
    values,
    ticked: tasks,
    statusCommentId: toNodeId(options.statusCommentId),
  };
  const section = toSection(parts, vocabulary, lineEnd);
  const before = body.slice(0, markdownStart);
  const after = body.slice(markdownStart);
  if (after === "" && !/[^\ufeff]/.test(before)) return before + section;
  const atEnd = body + lineEnd + lineEnd + section;
  const read = toScan(atEnd, vocabulary);
  const isSeen = read.markers?.end?.end === atEnd.length && read.markers.start.start > body.length;
  return isSeen ? atEnd : before + section + lineEnd + lineEnd + after;
}
