import type { ReportRule } from "../../incident/report-policy.ts";
import type { ReportDocument } from "./document.ts";

/** A place in a report at which a rule has something to say. */
export interface Found {
  /** In UTF-16 units from the beginning. */
  readonly offset: number;
  /** What is wrong, a sentence. */
  readonly words: string;
  /** What to do about it, a sentence. */
  readonly suggestion: string;
}

/** One thing to look for in a report. Never throws, and its time grows with the text's length alone. */
export interface Rule {
  readonly name: ReportRule;
  readonly find: (document: ReportDocument) => readonly Found[];
}

const EXCERPT = 60;

/** Words of the text as they are quoted: on one line, not too long. */
export function toExcerpt(text: string): string {
  const line = text.toWellFormed().replace(/\s+/g, " ").trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT - 1).toWellFormed()}…`;
}
