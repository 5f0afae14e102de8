import { toLines, type Span } from "../../incident/fields/lines.ts";
import { toPlainText } from "../../incident/fields/plain-text.ts";
import { toRunFinder } from "../../incident/fields/hidden.ts";
import { toTokens } from "../../incident/markdown/tokens.ts";

/** A heading with what stands below it, sub-sections too. Lines count from 0; `end` is the line behind it. */
export interface Section {
  readonly rank: number;
  /** As people read it. */
  readonly title: string;
  readonly line: number;
  readonly end: number;
}

/** A bullet of a list that stands in no other list. */
export interface Bullet {
  readonly line: number;
  readonly end: number;
}

/** A report as its rules look at it. */
export interface ReportDocument {
  readonly text: string;
  readonly lines: readonly Span[];
  /** As long as the text; blanks stand for the front matter and for comments, which nobody sees. */
  readonly shown: string;
  /** As long as the text; blanks also stand for code and for the addresses of links. */
  readonly prose: string;
  /** The fields of the front matter, each with its line; null: there is none. */
  readonly frontMatter: ReadonlyMap<
    string,
    { readonly value: string; readonly line: number }
  > | null;
  readonly sections: readonly Section[];
  readonly bullets: readonly Bullet[];
}

/** What stands on a line. */
export const lineOf = ({ text, lines }: ReportDocument, line: number): string => {
  const { start, end } = lines[line] ?? { start: text.length, end: text.length };
  return text.slice(start, end);
};

/** What people see of a line. */
export const shownOf = ({ shown, lines }: ReportDocument, line: number): string => {
  const { start, end } = lines[line] ?? { start: shown.length, end: shown.length };
  return shown.slice(start, end);
};

/** Where a line begins. */
export const startOf = ({ text, lines }: ReportDocument, line: number): number =>
  lines[line]?.start ?? text.length;

const FENCE = /^---\s*$/;
const FIELD = /^([A-Za-z][\w-]{0,60})\s*:(?:\s+(.*))?$/;

/** The line behind the front matter; 0: there is none. */
function frontMatterEnd(text: string, lines: readonly Span[]): number {
  const isFence = (line: number): boolean => {
    const { start, end } = lines[line] ?? { start: 0, end: 0 };
    return FENCE.test(text.slice(start, end));
  };
  if (!isFence(0)) return 0;
  for (let line = 1; line < lines.length; line += 1) if (isFence(line)) return line + 1;
  return 0;
}

const unquoted = (value: string): string => {
  const plain = value.replace(/\s+#.*$/, "").trim();
  return /^(["']).*\1$/s.test(plain) ? plain.slice(1, -1) : plain;
};

function toFrontMatter(
  text: string,
  lines: readonly Span[],
  end: number,
): ReportDocument["frontMatter"] {
  if (end === 0) return null;
  const fields = lines.slice(1, end - 1).flatMap(({ start, end: to }, index) => {
    const [, name = "", value = ""] = FIELD.exec(text.slice(start, to).trimEnd()) ?? [];
    return name === "" ? [] : [[name, { value: unquoted(value), line: index + 1 }] as const];
  });
  return new Map(fields);
}

/** Blanks, and line ends where they are: as long as the text. */
const blanked = (text: string): string => text.replace(/[^\r\n]/g, " ");

function withBlanks(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(at, start)), blanked(text.slice(Math.max(at, start), end)));
    at = end;
  }
  return parts.join("") + text.slice(at);
}

/** HTML comments, in a text without its code. */
function commentsOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let start = text.indexOf("<!--"); start !== -1;) {
    const close = text.indexOf("-->", start + 2);
    const end = close === -1 ? text.length : close + 3;
    spans.push({ start, end });
    start = text.indexOf("<!--", end);
  }
  return spans;
}

/** Code within a paragraph, a heading or a cell. */
function codeOf(text: string, offset: number): readonly Span[] {
  const next = toRunFinder(text);
  const spans: Span[] = [];
  const runs = /`+/g;
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    const end = next(run.index, run[0].length);
    if (end === -1) continue;
    spans.push({ start: offset + run.index, end: offset + end });
    runs.lastIndex = end;
  }
  return spans;
}

const TARGET = /(?<=\])\([^()\s]{1,2000}\)|(?:https?:\/\/|www\.)[^\s<>()|]{1,2000}/gi;

const targetsOf = (text: string): readonly Span[] =>
  [...text.matchAll(TARGET)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));

/** GitHub's lowest rank of a heading. */
const DEEPEST = 6;

/** Each heading with where its section ends: at the next one of its rank or above. */
function toSections(headings: readonly Omit<Section, "end">[], last: number): readonly Section[] {
  const sections: Section[] = [];
  const nextOf = Array.from({ length: DEEPEST + 1 }, () => last);
  for (const heading of headings.toReversed()) {
    sections.push({ ...heading, end: nextOf[heading.rank] ?? last });
    nextOf.fill(heading.line, heading.rank);
  }
  return sections.toReversed();
}

/** Takes a report apart. Never throws; linear in the text's length. */
export function toDocument(text: string): ReportDocument {
  const lines = toLines(text);
  const bodyFrom = frontMatterEnd(text, lines);
  const matter = { start: 0, end: lines[bodyFrom - 1]?.end ?? 0 };
  const body = withBlanks(text, [matter]);
  const tokens = toTokens(body);
  const rangeOf = ([first, next]: readonly [number, number]): Span => ({
    start: lines[first]?.start ?? text.length,
    end: lines[next - 1]?.end ?? text.length,
  });
  const code: Span[] = [];
  const headings: { rank: number; title: string; line: number }[] = [];
  const bullets: Bullet[] = [];
  for (const [index, { type, map, level, tag }] of tokens.entries()) {
    if (map === null) continue;
    const range = rangeOf(map);
    if (type === "fence" || type === "code_block") code.push(range);
    if (type === "inline") code.push(...codeOf(body.slice(range.start, range.end), range.start));
    if (type === "list_item_open" && level === 1) bullets.push({ line: map[0], end: map[1] });
    if (type === "heading_open" && level === 0) {
      const title = toPlainText(tokens[index + 1]?.content ?? "");
      headings.push({ rank: Number(tag.slice(1)), title, line: map[0] });
    }
  }
  const uncoded = withBlanks(body, code);
  const comments = commentsOf(uncoded);
  const uncommented = withBlanks(uncoded, comments);
  return {
    text,
    lines,
    shown: withBlanks(body, comments),
    prose: withBlanks(uncommented, targetsOf(uncommented)),
    frontMatter: toFrontMatter(text, lines, bodyFrom),
    sections: toSections(headings, lines.length),
    bullets,
  };
}
