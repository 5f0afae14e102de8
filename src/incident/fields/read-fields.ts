import { toScan, firstSlots } from "./scan.ts";
import type { Scan } from "./scan.ts";
import type { Slot } from "./slots.ts";
import type { BodyFields, FieldName, Vocabulary } from "./types.ts";
import { findUnfiled } from "./unfiled-action-items.ts";
import { emptyValues, isEmptyValue, isSameValue } from "./values.ts";
import { defaultVocabulary } from "./vocabulary.ts";

/**
 * Reads the fields of a body in any shape that people use; see this folder's README. Of a field that stands twice the
 * first counts. Pure, never throws, linear in the body's length.
 */
export function readFields(body: string, vocabulary: Vocabulary = defaultVocabulary): BodyFields {
  return toBodyFields(toScan(body, vocabulary));
}

/** What a scan says, without the places. */
export function toBodyFields({ outline, slots, boxes, markers }: Scan): BodyFields {
  const first = firstSlots(slots);
  const values = Object.assign({}, emptyValues, ...first.map(({ parsed }) => parsed.value));
  return {
    ...(values as typeof emptyValues),
    present: new Set(first.map(({ field }) => field)),
    raw: Object.fromEntries(first.map(({ field, raw }) => [field, raw])),
    conflicts: findConflicts(first, slots),
    problems: first.flatMap(({ field, parsed }) =>
      parsed.problems.map(({ text, why }) => ({ field, text, why })),
    ),
    hasSection: markers !== null,
    tasks: Object.fromEntries(boxes.map(({ id, isTicked }) => [id, isTicked])),
    unfiled: findUnfiled(outline, markers),
    statusCommentId: markers?.statusCommentId ?? null,
  };
}

/** A later value that says nothing contradicts nobody. */
function findConflicts(first: readonly Slot[], slots: readonly Slot[]): readonly FieldName[] {
  const counting = new Map(first.map((slot) => [slot.field, slot]));
  const conflicts = slots.filter((slot) => {
    const one = counting.get(slot.field);
    if (one === undefined) return false;
    const saysSomething = !isEmptyValue(slot.parsed.value) || slot.parsed.problems.length > 0;
    const isSame =
      isSameValue(one.parsed.value, slot.parsed.value) &&
      (slot.parsed.problems.length === 0 || one.raw === slot.raw);
    return saysSomething && !isSame;
  });
  return [...new Set(conflicts.map(({ field }) => field))];
}
