import type { Span } from "./lines.ts";

/** A replacement of a range of a text. */
export interface Splice {
  readonly region: Span;
  readonly text: string;
}

/** Replaces ranges that do not overlap; all other characters stay as they are. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { region, text: replacement } of splices.toSorted(
    (one, other) => one.region.start - other.region.start,
  )) {
    parts.push(text.slice(at, region.start), replacement);
    at = region.end;
  }
  return parts.join("") + text.slice(at);
}
