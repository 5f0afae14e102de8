import { lineOf, shownOf, type ReportDocument, type Section, startOf } from "../document.ts";
import { cellsOf, isRuler } from "../../moments.ts";
import { findQuestions } from "../questions.ts";
import type { Rule } from "../rule.ts";
import { sectionNameOf } from "../sections.ts";

const PLACEHOLDER =
  /^(?:[-*+>\s.…–—_|#=]*|[-*+]? {0,3}(?:\[[ x]?\] {0,3})?(?:todo|tbd|tbc|tba|fixme|pending|to do|to be (?:done|filled in|written|determined)|\.{3}|_no response_|\{\{[^{}]{0,60}\}\})[.!]?)$/iu;

/** Whether a line says anything: no blank, comment or placeholder. */
function says(document: ReportDocument, line: number): boolean {
  const text = shownOf(document, line).trim();
  return text !== "" && !PLACEHOLDER.test(text);
}

/** Whether a line is the head of a table. */
function isHead(document: ReportDocument, line: number): boolean {
  const cells = cellsOf(lineOf(document, line));
  if (cells === null) return false;
  const next = cellsOf(lineOf(document, line + 1));
  return isRuler(cells) || (next !== null && isRuler(next));
}

/** Whether nothing stands between the section's heading and its end but further headings. */
function isEmpty(
  document: ReportDocument,
  { line, end }: Section,
  headings: ReadonlySet<number>,
): boolean {
  for (let now = line + 1; now < end; now += 1) {
    if (!headings.has(now) && says(document, now) && !isHead(document, now)) return false;
  }
  return true;
}

/** Sections of the report in which nothing stands. One with an open question is told as unanswered. */
export const emptySection: Rule = {
  name: "empty-section",
  find: (document) => {
    const headings = new Set(document.sections.map(({ line }) => line));
    const asked = findQuestions(document).map(({ line }) => line);
    const known = document.sections.filter((section) => sectionNameOf(section) !== null);
    return known
      .filter(({ line, end }) => !asked.some((at) => at > line && at < end))
      .filter((section) => isEmpty(document, section, headings))
      .map(({ line, title }) => ({
        offset: startOf(document, line),
        words: `The section "${title}" is empty.`,
        suggestion: "Write what there is to say, or in a sentence why there is nothing.",
      }));
  },
};
