import type { ReportPolicy, ReportRule } from "../../incident/report-policy.ts";
import { toDocument } from "./document.ts";
import { RULES } from "./rules/index.ts";

/** Something in a report that is unfinished, or that should perhaps not stand there. */
export interface ReportFinding {
  readonly rule: ReportRule;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors count. */
  readonly column: number;
  /** What is wrong, a sentence. Of a secret it shows only how it begins. It may quote the report: escape it for its place. */
  readonly words: string;
  /** What to do about it, a sentence. */
  readonly suggestion: string;
  /** Whether it holds the report up, or is only told. */
  readonly blocking: boolean;
}

/** Findings of one rule that are told; more of a kind do not help. */
const MOST = 50;

/**
 * What is unfinished in a report or should perhaps not stand there, in the order of the text. `rules` says which findings hold it
 * up. It misses things: somebody still reads the report. Never throws; its time grows with the text's length alone.
 */
export function lintReport(
  markdown: string,
  rules: ReportPolicy["rules"],
): readonly ReportFinding[] {
  const document = toDocument(markdown);
  const found = RULES.filter(({ name }) => rules[name] !== "off").flatMap(({ name, find }) =>
    find(document)
      .slice(0, MOST)
      .map((one) => ({ ...one, rule: name, blocking: rules[name] === "blocking" })),
  );
  let line = 0;
  return found
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ offset, ...finding }) => {
      while ((document.lines[line + 1]?.start ?? Infinity) <= offset) line += 1;
      const column = offset - (document.lines[line]?.start ?? 0) + 1;
      return { ...finding, line: line + 1, column };
    });
}

/** Whether something of these holds the report up. */
export const isHeldUp = (findings: readonly ReportFinding[]): boolean =>
  findings.some(({ blocking }) => blocking);
