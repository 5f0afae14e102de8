import { firstSlots, toScan } from "./scan.ts";
import { toIdText, toNodeId } from "./section-marker.ts";
import type { SectionMarkers } from "./section-marker.ts";
import { toRegionText } from "./slots.ts";
import { applySplices } from "./splice.ts";
import type { Splice } from "./splice.ts";
import type { TaskBox } from "./task-boxes.ts";
import type { FieldChanges, Vocabulary } from "./types.ts";
import { isSameValue, toWantedValue } from "./values.ts";
import { defaultVocabulary } from "./vocabulary.ts";

/**
 * Sets fields, task boxes and the status comment's id in a body, and changes no other byte. Only the first place of a
 * field is written; a field, box or marker that is not there is skipped, and so is a login, address, instant or id
 * that is none. What already says the same stays as it is written.
 */
export function writeFields(
  body: string,
  changes: FieldChanges,
  vocabulary: Vocabulary = defaultVocabulary,
): string {
  const { slots, boxes, markers } = toScan(body, vocabulary);
  const fields = firstSlots(slots).flatMap((slot): readonly Splice[] => {
    const wanted = toWantedValue(slot.field, changes);
    if (wanted === null || isSameValue(wanted, slot.parsed.value)) return [];
    return [{ region: slot.region, text: toRegionText(slot, wanted) }];
  });
  const splices = [...fields, ...toBoxSplices(boxes, changes), ...toIdSplices(markers, changes)];
  return applySplices(body, splices);
}

function toBoxSplices(boxes: readonly TaskBox[], { tasks }: FieldChanges): readonly Splice[] {
  return boxes.flatMap(({ id, isTicked, at }): readonly Splice[] => {
    const wanted = tasks?.[id] ?? isTicked;
    if (wanted === isTicked) return [];
    return [{ region: { start: at, end: at + 1 }, text: wanted ? "x" : " " }];
  });
}

function toIdSplices(markers: SectionMarkers | null, changes: FieldChanges): readonly Splice[] {
  const id = toNodeId(changes.statusCommentId ?? null);
  if (id === null || markers === null) return [];
  return [{ region: markers.idRegion, text: toIdText(id) }];
}
