import { toInertJson } from "../../incident/record.ts";
import type { TimelinePart } from "../../incident/timeline.ts";
import { createSignedJson } from "./signed-json.ts";

const OPEN = "<!-- sitrep:timeline ";
const CLOSE = " -->";
const VERSION = "v1";

// At the start of a line, as the record's: people's words have a sign before them there.
const LINE = new RegExp(`^${OPEN}`, "gm");

/** A part of a timeline as an HTML comment for the end of the comment that shows it; empty where it is longer than `room`. */
export type WriteArchive = (part: TimelinePart, issueId: string, room: number) => string;

/**
 * Writes parts of timelines that the record has no room for, signed as the record is. `secret` is the operator's webhook secret; the key is
 * derived from it, and another than the record's.
 */
export function createArchiveText(secret: string): WriteArchive {
  const { sign } = createSignedJson(secret, "sitrep timeline archive v1");
  return ({ before, entries }, issueId, room) => {
    const json = toInertJson({ issueId, before, entries });
    const text = `\n\n${OPEN}${VERSION} ${sign(json)} ${json}${CLOSE}`;
    return text.length <= room ? text : "";
  };
}

/**
 * The part of a timeline in a comment whose signature nobody here can check: as it stands, of whatever shape; null where there is
 * none that this version reads.
 */
export function readUnsignedArchive(body: string): unknown {
  const start = [...body.matchAll(LINE)].at(-1)?.index ?? -1;
  const end = body.indexOf(CLOSE, start);
  if (start < 0 || end < 0) return null;
  const [, json] = /^v1 \S+ ([^]*)$/.exec(body.slice(start + OPEN.length, end)) ?? [];
  try {
    return JSON.parse(json ?? "null");
  } catch {
    return null;
  }
}
