import { toInertJson, type MachineRecord } from "../../incident/record.ts";
import { createSignedJson } from "./signed-json.ts";

/** A record as Sitrep wrote it, and the node id of the issue that it wrote it for. */
export interface SignedRecord {
  readonly issueId: string;
  readonly record: MachineRecord;
}

/** Signs and reads the machine record. */
export interface RecordText {
  /**
   * The record as an HTML comment for the end of the status comment of the issue with this node id; where it is longer than `room`,
   * a mark in its place, so that every look puts the incident together from the thread.
   */
  write(record: MachineRecord, issueId: string, room: number): string;
  /**
   * The record in the body of a status comment, with what it was signed for. `fresh`: a status comment that has none yet.
   * `tampered`: it is not as Sitrep wrote it: edited, cut, or signed with another key. The signature does not tell an old
   * record that was put back: who edited the comment last does.
   */
  read(body: string): SignedRecord | "fresh" | "tampered";
  /** The mark of a status comment that has no record yet. */
  readonly fresh: string;
}

const OPEN = "<!-- sitrep:record ";
const CLOSE = " -->";
const FRESH = `${OPEN}none${CLOSE}`;
const TOO_LONG = `${OPEN}too-long${CLOSE}`;
// Another number makes records of older versions be put together anew from the thread.
const VERSION = "v2";

// At the start of a line: where people's words stand in a comment by Sitrep, a sign stands before them.
const LINE = new RegExp(`^${OPEN}`, "gm");

/** Where the record's line begins; -1 when there is none. */
const startOf = (body: string): number => [...body.matchAll(LINE)].at(-1)?.index ?? -1;

/** Is this the body of a status comment? Only to be asked of Sitrep's own comments. */
export const isStatusBody = (body: string): boolean => startOf(body) >= 0;

/** `secret` is the operator's webhook secret. */
export function createRecordText(secret: string): RecordText {
  const { sign, isSigned } = createSignedJson(secret, "sitrep machine record v1");
  return {
    fresh: FRESH,
    write: (record, issueId, room) => {
      const json = toInertJson({ issueId, ...record });
      const text = `${OPEN}${VERSION} ${sign(json)} ${json}${CLOSE}`;
      return text.length <= room ? text : TOO_LONG;
    },
    read: (body) => {
      if (body.trimEnd().endsWith(FRESH)) return "fresh";
      const start = startOf(body);
      const end = body.indexOf(CLOSE, start);
      if (start < 0 || end < 0) return "tampered";
      const text = body.slice(start + OPEN.length, end);
      const [version = "", signature = ""] = text.split(" ", 2);
      const json = text.slice(version.length + signature.length + 2);
      if (version !== VERSION || !isSigned(json, signature)) return "tampered";
      // The signature says that Sitrep wrote it: its shape is this version's.
      const { issueId, ...record } = JSON.parse(json) as MachineRecord & {
        readonly issueId: string;
      };
      return { issueId, record };
    },
  };
}

/**
 * The incident in the record of a status comment whose signature nobody here can check: as it stands, of whatever shape; null where
 * there is none that this version reads.
 */
export function readUnsigned(body: string): unknown {
  const start = startOf(body);
  const end = body.indexOf(CLOSE, start);
  if (start < 0 || end < 0) return null;
  const [, json] = /^v2 \S+ ([^]*)$/.exec(body.slice(start + OPEN.length, end)) ?? [];
  try {
    const record: unknown = JSON.parse(json ?? "null");
    return typeof record === "object" && record !== null && "incident" in record
      ? record.incident
      : null;
  } catch {
    return null;
  }
}

/** What people see of a status comment: its body without the record. */
export function visibleText(body: string): string {
  const start = startOf(body);
  return start < 0 ? body : body.slice(0, start).trimEnd();
}
