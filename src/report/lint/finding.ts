import type { ReportRule } from "../../incident/report-policy.ts";

/** Something in a report that is unfinished, or that should perhaps not stand there. */
export interface ReportFinding {
  readonly rule: ReportRule;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units, as editors and GitHub count. */
  readonly column: number;
  /** What is wrong, a sentence. Of a secret it shows only how it begins. */
  readonly words: string;
  /** What to do about it, a sentence. */
  readonly suggestion: string;
  readonly blocking: boolean;
}
