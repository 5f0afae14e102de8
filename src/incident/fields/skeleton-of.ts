import { firstSlots, toScan } from "./scan.ts";
import { applySplices } from "./splice.ts";
import type { Vocabulary } from "./types.ts";
import { defaultVocabulary } from "./vocabulary.ts";

/**
 * A body without what Sitrep may change in it: the values of fields, the ticks of its boxes, the id in its marker.
 * Two bodies with the same skeleton differ in nothing that people wrote elsewhere.
 */
export function skeletonOf(body: string, vocabulary: Vocabulary = defaultVocabulary): string {
  const { slots, boxes, markers } = toScan(body, vocabulary);
  return applySplices(body, [
    ...firstSlots(slots).map(({ region }) => ({ region, text: "" })),
    ...boxes.map(({ at }) => ({ region: { start: at, end: at + 1 }, text: " " })),
    ...(markers === null ? [] : [{ region: markers.idRegion, text: "" }]),
  ]);
}
