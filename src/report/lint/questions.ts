import { lineOf, shownOf, type ReportDocument } from "./document.ts";

/** A question that Sitrep put into a draft. Lines count from 0. */
export interface Question {
  readonly name: string;
  readonly text: string;
  readonly line: number;
  /** Something stands below it, before the next question or heading. */
  readonly isAnswered: boolean;
}

const MARK = /^<!-- sitrep:question ([a-z][a-z\d-]{0,39}) -->\s*$/;
const QUOTE = /^ {0,3}>/;
const OTHER_MARK = /^<!-- \/?sitrep:/;

const isBlank = (text: string): boolean => text.trim() === "";

/** Where the quote that begins here ends; the line itself where there is none. */
function quoteEnd(document: ReportDocument, line: number): number {
  let end = line;
  while (QUOTE.test(lineOf(document, end))) end += 1;
  return end;
}

/** The questions that still stand in a report; one that somebody replaced by its answer is none any more. */
export function findQuestions(document: ReportDocument): readonly Question[] {
  const headings = new Set(document.sections.map(({ line }) => line));
  const marks = document.lines.flatMap((_, line) => {
    const name = MARK.exec(lineOf(document, line))?.[1];
    return name === undefined ? [] : [{ name, line }];
  });
  return marks.flatMap(({ name, line }): readonly Question[] => {
    const end = quoteEnd(document, line + 1);
    if (end === line + 1) return [];
    let next = end;
    while (
      next < document.lines.length &&
      !headings.has(next) &&
      !OTHER_MARK.test(lineOf(document, next)) &&
      isBlank(shownOf(document, next))
    ) {
      next += 1;
    }
    const isAnswered =
      next < document.lines.length &&
      !headings.has(next) &&
      !OTHER_MARK.test(lineOf(document, next));
    const text = lineOf(document, line + 1)
      .replace(/[>*]/g, "")
      .trim();
    return [{ name, text, line: line + 1, isAnswered }];
  });
}
