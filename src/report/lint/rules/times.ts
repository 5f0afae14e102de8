import { lineOf, type ReportDocument, startOf } from "../document.ts";
import { cellsOf, isRuler, readLength, readMoment, toLabel } from "../../moments.ts";
import type { Found, Rule } from "../rule.ts";
import { findSection } from "../sections.ts";

type Point = "began" | "noticed" | "declared" | "mitigated" | "ended";

/** What rows of a table are called that tell when something was. */
const POINTS: Readonly<Record<Point, RegExp>> = {
  began: /^(?:(?:impact|incident|outage) (?:started|start|began)|started|start(?: time)?|began)$/,
  noticed: /^(?:noticed|detected|reported)$/,
  declared: /^declared$/,
  mitigated: /^mitigated$/,
  ended: /^(?:(?:impact|incident|outage) (?:ended|end)|ended|end(?: time)?|resolved)$/,
};

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

interface Told {
  readonly line: number;
  readonly at: number | null;
}

const rowsOf = (document: ReportDocument): readonly Row[] =>
  document.lines.flatMap((_, line) => {
    const cells = cellsOf(lineOf(document, line));
    return cells === null || isRuler(cells) ? [] : [{ line, cells }];
  });

function pointsOf(rows: readonly Row[]): Readonly<Partial<Record<Point, Told>>> {
  const points: Partial<Record<Point, Told>> = {};
  for (const { line, cells } of rows) {
    const label = toLabel(cells[0] ?? "");
    const name = (Object.keys(POINTS) as Point[]).find((point) => POINTS[point].test(label));
    if (name === undefined || cells.length !== 2) continue;
    const said = cells[1] ?? "";
    // "not known; declared 2026-..." tells another time.
    points[name] ??= { line, at: /^not /i.test(said) ? null : readMoment(said) };
  }
  return points;
}

const SAID: Readonly<Record<Point, string>> = {
  began: "the beginning",
  noticed: "when it was noticed",
  declared: "the declaration",
  mitigated: "the mitigation",
  ended: "the end",
};
const ORDER = Object.keys(SAID) as readonly Point[];
const LOOK = "Look up both, and correct the one that is wrong.";

function missing(document: ReportDocument, rows: readonly Row[]): readonly Found[] {
  const points = pointsOf(rows);
  return (["began", "ended"] as const).flatMap((name) => {
    const told = points[name];
    if (told === undefined || told.at !== null) return [];
    return [
      {
        offset: startOf(document, told.line),
        words: `The time of ${SAID[name]} is missing.`,
        suggestion:
          "Write it as `2026-05-04 09:30 UTC`, by `/impact START to END` in the incident's issue or here by hand.",
      },
    ];
  });
}

/** Points in the wrong order, each told beside the one before which it cannot be. */
function contradictory(document: ReportDocument, rows: readonly Row[]): readonly Found[] {
  const points = pointsOf(rows);
  const told = ORDER.flatMap((name) => {
    const { line, at = null } = points[name] ?? { line: 0 };
    return at === null ? [] : [{ name, line, at }];
  });
  return told.flatMap((one, index) => {
    const earlier = told.slice(0, index).find(({ at }) => at > one.at);
    if (earlier === undefined) return [];
    return [
      {
        offset: startOf(document, one.line),
        words: `By these times ${SAID[one.name]} came before ${SAID[earlier.name]}.`,
        suggestion: LOOK,
      },
    ];
  });
}

const SLACK_MINUTES = 1;

function wrongDuration(document: ReportDocument, rows: readonly Row[]): readonly Found[] {
  const { began, ended } = pointsOf(rows);
  const row = rows.find(({ cells }) => toLabel(cells[0] ?? "") === "duration");
  if (row === undefined) return [];
  const said = readLength(row.cells[1] ?? "");
  const offset = startOf(document, row.line);
  if (said === null) {
    const suggestion = "Write it in hours and minutes, like `2 h 13 min`.";
    return [{ offset, words: "The duration is missing.", suggestion }];
  }
  if (began?.at == null || ended?.at == null || ended.at < began.at) return [];
  const minutes = (ended.at - began.at) / 60_000;
  if (Math.abs(minutes - said) <= SLACK_MINUTES) return [];
  const words = "The duration is not the time between the beginning and the end.";
  return [{ offset, words, suggestion: LOOK }];
}

/** Rows that tell from when to when something was, the wrong way round. */
const backwards = (document: ReportDocument, rows: readonly Row[]): readonly Found[] =>
  rows.flatMap(({ line, cells }) => {
    const times = cells.flatMap((cell) => readMoment(cell) ?? []);
    const [from, to] = times;
    if (times.length !== 2 || from === undefined || to === undefined || from <= to) return [];
    const words = "It ends before it begins.";
    return [{ offset: startOf(document, line), words, suggestion: LOOK }];
  });

const CLOCK = /^\W*(\d{1,2}):(\d\d)\b/;

/** Rows of the timeline that stand below a later one of the same table. */
function outOfOrder(document: ReportDocument, rows: readonly Row[]): readonly Found[] {
  const section = findSection(document, "Timeline");
  if (section === null) return [];
  const found: Found[] = [];
  let last = { line: -1, minute: 0 };
  for (const { line, cells } of rows) {
    if (line <= section.line || line >= section.end) continue;
    const [, hour, minute] = CLOCK.exec(cells[0] ?? "") ?? [];
    if (hour === undefined) continue;
    const now = Number(hour) * 60 + Number(minute);
    if (line === last.line + 1 && now < last.minute) {
      const words = "This line comes before the one above it.";
      found.push({
        offset: startOf(document, line),
        words,
        suggestion: "Put it in its place, or correct its time.",
      });
    }
    last = { line, minute: now };
  }
  return found;
}

/** The date in the front matter is not that of the beginning, in any zone. */
function wrongDate(document: ReportDocument, rows: readonly Row[]): readonly Found[] {
  const began = pointsOf(rows).began?.at ?? null;
  const date = document.frontMatter?.get("date");
  const day = Date.parse(`${date?.value.slice(0, 10) ?? ""}T00:00:00Z`);
  const isNear = (from: number): boolean => from > day - 14 * HOUR && from < day + 38 * HOUR;
  if (began === null || date === undefined || Number.isNaN(day) || isNear(began)) return [];
  const words = "The date is not the day on which it began.";
  return [{ offset: startOf(document, date.line), words, suggestion: LOOK }];
}

const HOUR = 60 * 60_000;

/** Times that are missing, or of which two cannot both be. */
export const times: Rule = {
  name: "times",
  find: (document) => {
    const rows = rowsOf(document);
    return [missing, contradictory, wrongDuration, backwards, outOfOrder, wrongDate].flatMap(
      (find) => find(document, rows),
    );
  },
};
