import type { Place } from "./yaml-positions.ts";

/** One thing that is wrong in a policy file. Its texts may quote the file, so escape them for the place they are shown in. */
export interface PolicyProblem extends Place {
  /** What is wrong, a sentence. */
  readonly what: string;
  /** What to do about it, a sentence. */
  readonly mend: string;
}

/** `“text”`, cut where it is long and on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
}
