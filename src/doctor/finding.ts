/** One thing that was looked at. */
export interface Finding {
  /** A `note` is worth knowing, and stops nothing. */
  readonly level: "ok" | "note" | "problem";
  /** In a sentence. No credential, and nothing that the other side wrote in its own words. */
  readonly what: string;
  /** What to do about it, in a sentence; null: nothing. */
  readonly mend: string | null;
}

/** Nothing to do. */
export const ok = (what: string): Finding => ({ level: "ok", what, mend: null });

/** Something does not work, or will not. */
export const problem = (what: string, mend: string): Finding => ({ level: "problem", what, mend });

/** Something optional is not there. */
export const note = (what: string, mend: string): Finding => ({ level: "note", what, mend });

/** Whether nothing is in the way. */
export const isWell = (findings: readonly Finding[]): boolean =>
  findings.every(({ level }) => level !== "problem");

/** The lines for a terminal: each begins with its level. */
export const toLines = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ level, what, mend }) =>
    [level.padEnd(7), what, mend].filter((part) => part !== null).join(" "),
  );
