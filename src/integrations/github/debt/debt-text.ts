import { COMMENT_LIMIT } from "../../../incident/comment-budget.ts";
import { TerminalError } from "../../../incident/errors.ts";
import { toInertJson } from "../../../incident/record.ts";
import { DEBT_END, DEBT_START, type DebtRow } from "../../../incident/report-debt.ts";
import { createSignedJson } from "../signed-json.ts";

/** What Sitrep remembers in the debt issue. */
export interface DebtRecord {
  readonly rows: readonly DebtRow[];
  /** The version of the body that this was made from; null: it was never edited before. */
  readonly basedOn: string | null;
}

/** The body of a debt issue in its parts. */
export interface DebtBody {
  /** What people wrote around Sitrep's part. */
  readonly before: string;
  readonly after: string;
  /** Sitrep's part for people; null: there is none. */
  readonly text: string | null;
  /** Null: there is none, or it is not as Sitrep wrote it. */
  readonly record: DebtRecord | null;
}

/** Reads and writes the body of debt issues. */
export interface DebtText {
  /** `repositoryId`: node id; a record that was written for another repository is none. */
  read(body: string, repositoryId: string): DebtBody;
  /** The whole body; `record` has to fit, see {@link roomIn}. */
  write(around: Pick<DebtBody, "before" | "after">, text: string, recordLine: string): string;
  /** The record as the line that stands in the body. */
  toLine(record: DebtRecord, repositoryId: string): string;
}

const RECORD = "<!-- sitrep:debt ";
const CLOSE = " -->";
const VERSION = "v1";
const LINE = /^<!-- sitrep:debt (\S+) (\S+) ([^\n]*) -->$/m;
// Text and record may take as much each; what people write around it has the rest.
const MOST_EACH = 26_000;
const LEAST_EACH = 1_500;
// Marks, signature and ids.
const MARKS = 600;

/** Characters that the text, and the rows of the record as JSON, may take each in a body with so much around them. Throws `TerminalError` where it is full. */
export function roomIn({ before, after }: Pick<DebtBody, "before" | "after">): number {
  const room = Math.floor((COMMENT_LIMIT - before.length - after.length - MARKS) / 2);
  if (room >= LEAST_EACH) return Math.min(room, MOST_EACH);
  throw new TerminalError(
    "The issue with the reports that are owed has no room left for their list: what people wrote in its body fills it.",
  );
}

/** Where a line stands in the body, its end not included; null: nowhere. From `from` on. */
function findLine(body: string, line: string, from: number): number | null {
  let at = body.indexOf(line, from);
  while (at >= 0) {
    const startsLine = at === 0 || body[at - 1] === "\n";
    const next = body[at + line.length] ?? "\n";
    if (startsLine && (next === "\n" || next === "\r")) return at;
    at = body.indexOf(line, at + 1);
  }
  return null;
}

/** Where Sitrep's part stands, with its marks; null where one is missing. Of several beginnings, the last before the end counts. */
function findPart(body: string): { readonly start: number; readonly end: number } | null {
  const first = findLine(body, DEBT_START, 0);
  const end = first === null ? null : findLine(body, DEBT_END, first);
  if (first === null || end === null) return null;
  let start = first;
  for (let next: number | null = first; next !== null && next < end;) {
    start = next;
    next = findLine(body, DEBT_START, next + 1);
  }
  return { start, end };
}

/** What is left of a part whose beginning or end is gone, without the lines that Sitrep would read. */
const withoutMarks = (body: string): string =>
  body
    .split("\n")
    .filter((line) => {
      const text = line.trimEnd();
      return text !== DEBT_START && text !== DEBT_END && !text.startsWith(RECORD);
    })
    .join("\n");

/** `secret` is the operator's webhook secret. */
export function createDebtText(secret: string): DebtText {
  const { sign, isSigned } = createSignedJson(secret, "sitrep report debt v1");

  function readRecord(part: string, repositoryId: string): DebtRecord | null {
    const [, version, signature = "", json = ""] = LINE.exec(part.replaceAll("\r", "")) ?? [];
    if (version !== VERSION || !isSigned(json, signature)) return null;
    // The signature says that Sitrep wrote it: its shape is this version's.
    const { repository, ...record } = JSON.parse(json) as DebtRecord & {
      readonly repository: string;
    };
    return repository === repositoryId ? record : null;
  }

  return {
    read: (body, repositoryId) => {
      const found = findPart(body);
      if (found === null) {
        const rest = withoutMarks(body).trimEnd();
        return { before: rest === "" ? "" : `${rest}\n\n`, after: "", text: null, record: null };
      }
      const { start, end } = found;
      const part = body.slice(start + DEBT_START.length, end).replaceAll("\r", "");
      const at = part.indexOf(`\n${RECORD}`);
      return {
        before: body.slice(0, start),
        after: body.slice(end + DEBT_END.length),
        text: (at < 0 ? part : part.slice(0, at)).trim(),
        record: readRecord(part, repositoryId),
      };
    },
    toLine: (record, repositoryId) => {
      const json = toInertJson({ repository: repositoryId, ...record });
      return `${RECORD}${VERSION} ${sign(json)} ${json}${CLOSE}`;
    },
    write: ({ before, after }, text, line) =>
      `${before}${DEBT_START}\n${text.trim()}\n\n${line}\n${DEBT_END}${after}`,
  };
}
