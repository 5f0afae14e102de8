import type { Block } from "./blocks.ts";
import type { Span } from "./lines.ts";

/** Where Sitrep's own section stands: from its start marker to its end marker, if that is still there. */
export interface SectionMarkers {
  readonly start: Span;
  /** The part of the start marker that holds the status comment's id. */
  readonly idRegion: Span;
  readonly statusCommentId: string | null;
  readonly end: Span | null;
}

const START = /^<!-- sitrep:section(?: status=([\w=+/-]{1,200}))? -->$/;
const NAME = "<!-- sitrep:section";

/** The line that closes the section. */
export const SECTION_END = "<!-- /sitrep:section -->";

/** A node id that may stand in a marker; `null` for any other text. */
export function toNodeId(text: string | null): string | null {
  return text !== null && /^[\w=+/-]{1,200}$/.test(text) ? text : null;
}

/** The part of the start marker that holds an id. */
export function toIdText(statusCommentId: string | null): string {
  return statusCommentId === null ? "" : ` status=${statusCommentId}`;
}

/** The line that opens the section. */
export function toSectionStart(statusCommentId: string | null): string {
  return `${NAME}${toIdText(statusCommentId)} -->`;
}

/** Does a line of the text look like the start of the section? A cheap look, for deliveries and for the sweep. */
export const hasSectionMark = (body: string): boolean => /^<!-- sitrep:section\b/m.test(body);

/** The node id of the status comment that the section points to; null where it points to none. */
export const statusPointer = (body: string): string | null =>
  /^<!-- sitrep:section status=([\w=+/-]{1,200}) -->/m.exec(body)?.[1] ?? null;

/** Finds the first section marker that stands as a block of its own where people see the text around it. */
export function findSectionMarkers(body: string, blocks: readonly Block[]): SectionMarkers | null {
  let found: SectionMarkers | null = null;
  for (const block of blocks) {
    const [line] = block.kind === "html" && block.level === 0 ? block.lines : [];
    if (line === undefined) continue;
    const text = body.slice(line.start, line.end);
    const match = START.exec(text);
    if (found === null && match !== null) {
      const idRegion = { start: line.start + NAME.length, end: line.end - " -->".length };
      found = { start: line, idRegion, statusCommentId: match[1] ?? null, end: null };
    } else if (found !== null && text === SECTION_END) {
      return { ...found, end: line };
    }
  }
  return found;
}
