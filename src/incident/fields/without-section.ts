import { toScan } from "./scan.ts";
import { defaultVocabulary } from "./vocabulary.ts";

/** The body without Sitrep's section: exactly the bytes that `insertSection` added, if nobody wrote next to it. */
export function withoutSection(body: string): string {
  const { outline, markers } = toScan(body, defaultVocabulary);
  if (markers === null || markers.end === null) return body;
  const lineEnd = body.startsWith("\r\n", markers.start.end) ? "\r\n" : "\n";
  const gap = lineEnd + lineEnd;
  const before = body.slice(0, markers.start.start);
  const after = body.slice(markers.end.end);
  if (markers.start.start === outline.markdownStart) {
    return before + (after.startsWith(gap) ? after.slice(gap.length) : after);
  }
  return (before.endsWith(gap) ? before.slice(0, -gap.length) : before) + after;
}
