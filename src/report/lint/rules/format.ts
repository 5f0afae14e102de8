import { lineOf, type ReportDocument, startOf } from "../document.ts";
import { cellsOf, isRuler, toLabel } from "../../moments.ts";
import type { Found, Rule } from "../rule.ts";
import { findSection, REPORT_SECTIONS } from "../sections.ts";

const MATTER = "Begin the file with `---`, `title: ...`, `date: YYYY-MM-DD` and `---`.";
const DATE = /^\d{4}-\d\d-\d\d(?:[T ].*)?$/;

function inFrontMatter({ frontMatter, ...document }: ReportDocument): readonly Found[] {
  if (frontMatter === null) {
    return [{ offset: 0, words: "There is no front matter.", suggestion: MATTER }];
  }
  const title = frontMatter.get("title");
  const date = frontMatter.get("date");
  const at = (line: number | undefined): number => startOf({ ...document, frontMatter }, line ?? 0);
  const isDate = DATE.test(date?.value ?? "") && !Number.isNaN(Date.parse(date?.value ?? ""));
  return [
    ...(title === undefined || title.value === ""
      ? [
          {
            offset: at(title?.line),
            words: "The front matter has no title.",
            suggestion: "Write `title:` and what happened, in a few words.",
          },
        ]
      : []),
    ...(isDate
      ? []
      : [
          {
            offset: at(date?.line),
            words: "The front matter has no date that a calendar has.",
            suggestion: "Write `date:` and the day on which it began, like `2026-05-04`.",
          },
        ]),
  ];
}

/** The line of the row with the duration; -1: there is none. */
const durationLine = (document: ReportDocument): number =>
  document.lines.findIndex((_, line) => {
    const cells = cellsOf(lineOf(document, line));
    return cells !== null && cells.length > 1 && toLabel(cells[0] ?? "") === "duration";
  });

function inOverview(document: ReportDocument): readonly Found[] {
  if (durationLine(document) !== -1) return [];
  const overview = findSection(document, "Overview");
  const suggestion =
    "Write it as a row of a table in the overview: `| **Duration** | 2 h 13 min |`.";
  return [
    {
      offset: startOf(document, overview?.line ?? 0),
      words: "There is no row for the duration.",
      suggestion,
    },
  ];
}

const missingSections = (document: ReportDocument): readonly Found[] =>
  REPORT_SECTIONS.filter((name) => findSection(document, name) === null).map((name) => ({
    offset: startOf(document, document.lines.length - 1),
    words: `The section "${name}" is missing.`,
    suggestion: `Add \`## ${name}\`, with what there is to say or why there is nothing.`,
  }));

const DAY = /\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,9}|\p{L}{3,9}\.? \d{1,2}/u;

/** The timeline: below a heading with a date stands a table of times and events. */
function inTimeline(document: ReportDocument): readonly Found[] {
  const section = findSection(document, "Timeline");
  if (section === null) return [];
  const inside = document.sections.filter(
    ({ line, end }) => line > section.line && end <= section.end,
  );
  const dated = inside.filter(({ title }) => DAY.test(title));
  const hasTable = (line: number, end: number): boolean => {
    for (let now = line; now < end - 1; now += 1) {
      const head = cellsOf(lineOf(document, now));
      const ruler = cellsOf(lineOf(document, now + 1));
      if (
        head !== null &&
        ruler !== null &&
        isRuler(ruler) &&
        /^time\b/.test(toLabel(head[0] ?? ""))
      )
        return true;
    }
    return false;
  };
  const suggestion =
    "Write each date as `### 2026-05-04`, and below it a table that begins with `| Time | Event |`.";
  const offset = startOf(document, section.line);
  if (dated.length === 0) {
    return [{ offset, words: "The timeline has no heading with a date.", suggestion }];
  }
  return dated
    .filter(({ line, end }) => !hasTable(line, end))
    .map(({ line }) => ({
      offset: startOf(document, line),
      words: "Below this date stands no table of times and events.",
      suggestion,
    }));
}

/** What the team's site reads: the front matter, the duration, the sections, the timeline (docs/process.md, the report). */
export const format: Rule = {
  name: "format",
  find: (document) => [
    ...inFrontMatter(document),
    ...inOverview(document),
    ...missingSections(document),
    ...inTimeline(document),
  ],
};
